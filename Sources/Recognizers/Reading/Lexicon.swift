/// The word lists of all languages as one trie, built once.
///
/// Its edges lie in one open-addressed table, so that a step is a multiplication and usually one comparison.
struct Lexicon {
  static let shared = Lexicon(EnglishWords.all + ChineseWords.all)

  private var keys: [UInt64]
  private var targets: [Int32]
  private let mask: Int
  /// Per state the meanings of the word that ends there, as a range into `meanings`.
  private var firstMeaning: [Int32]
  private let meanings: [Meaning]

  init(_ words: [WordList]) {
    var builder = TrieBuilder()
    for list in words {
      for word in list.words { builder.add(word, list.meaning) }
    }
    var size = 1
    while size < builder.edges.count * 3 { size *= 2 }
    keys = [UInt64](repeating: .max, count: size)
    targets = [Int32](repeating: 0, count: size)
    mask = size - 1
    firstMeaning = []
    var all: [Meaning] = []
    for meanings in builder.meanings {
      firstMeaning.append(Int32(all.count))
      all += meanings
    }
    firstMeaning.append(Int32(all.count))
    meanings = all
    for (key, target) in builder.edges {
      var slot = Lexicon.slot(key, mask)
      while keys[slot] != .max { slot = (slot + 1) & mask }
      keys[slot] = key
      targets[slot] = target
    }
  }

  @inline(__always) private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// The state after one more scalar, or -1.
  @inline(__always) func step(_ state: Int32, _ scalar: UInt32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: state)) << 21 | UInt64(scalar)
    var slot = Lexicon.slot(key, mask)
    while keys[slot] != key {
      if keys[slot] == .max { return -1 }
      slot = (slot + 1) & mask
    }
    return targets[slot]
  }

  /// The meanings of the word that ends in this state.
  @inline(__always) func meanings(_ state: Int32) -> ArraySlice<Meaning> {
    meanings[Int(firstMeaning[Int(state)])..<Int(firstMeaning[Int(state) + 1])]
  }
}

/// Words that mean the same.
struct WordList {
  let meaning: Meaning
  let words: [String]

  /// Words separated by commas; a space inside a word is any run of spaces or a hyphen.
  init(_ meaning: Meaning, _ words: String) {
    self.meaning = meaning
    self.words = words.split(separator: ",").map { word in
      let scalars = word.unicodeScalars.drop { $0 == " " || $0 == "\n" }
      var end = scalars.endIndex
      while end > scalars.startIndex, scalars[scalars.index(before: end)].properties.isWhitespace {
        end = scalars.index(before: end)
      }
      return String(String.UnicodeScalarView(scalars[..<end]))
    }
  }
}

private struct TrieBuilder {
  var edges: [UInt64: Int32] = [:]
  var meanings: [[Meaning]] = [[]]

  mutating func add(_ word: String, _ meaning: Meaning) {
    var state: Int32 = 0
    for scalar in word.unicodeScalars {
      let key = UInt64(UInt32(bitPattern: state)) << 21 | UInt64(Glyph.fold(scalar.value))
      if let next = edges[key] {
        state = next
      } else {
        let next = Int32(meanings.count)
        edges[key] = next
        meanings.append([])
        state = next
      }
    }
    if state != 0 { meanings[Int(state)].append(meaning) }
  }
}
