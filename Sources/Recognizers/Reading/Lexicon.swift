/// The word lists of all languages as one trie, built once.
///
/// Its edges lie in one open-addressed table, so that a step is a multiplication and usually one comparison.
struct Lexicon {
  static let shared = Lexicon(builtin)

  private static let builtin = EnglishWords.all + ChineseWords.all + CurrencyWords.all

  /// With the words of further languages, by named meaning.
  init(adding words: [(name: NamedMeaning, words: [String])]) {
    self.init(Lexicon.builtin + words.map { WordList($0.name.meaning, $0.words.joined(separator: ",")) })
  }

  private let edges: TrieEdges
  /// Per state the meanings of the word that ends there, as a range into `meanings`.
  private var firstMeaning: [Int32]
  private var meanings: [Meaning]

  init(_ words: [WordList]) {
    var edges = TrieEdges()
    var ends: [(state: Int32, list: Int32)] = []
    ends.reserveCapacity(1 << 13)
    for (index, list) in words.enumerated() {
      list.forEachWord { scalars in
        var state: Int32 = 0
        for scalar in scalars { state = edges.step(state, adding: Glyph.fold(scalar)) }
        if state != 0 { ends.append((state, Int32(index))) }
      }
    }
    self.edges = edges
    // Sorted by state, the meanings of one state in the order of the lists.
    firstMeaning = [Int32](repeating: 0, count: Int(edges.count) + 1)
    for end in ends { firstMeaning[Int(end.state) + 1] += 1 }
    for state in 1..<firstMeaning.count { firstMeaning[state] += firstMeaning[state - 1] }
    var next = firstMeaning
    var order = [Int32](repeating: 0, count: ends.count)
    for end in ends {
      order[Int(next[Int(end.state)])] = end.list
      next[Int(end.state)] += 1
    }
    meanings = order.map { words[Int($0)].meaning }
  }

  /// The state after one more scalar, or -1.
  @inline(__always) func step(_ state: Int32, _ scalar: UInt32) -> Int32 { edges.step(state, scalar) }

  /// The meanings of the word that ends in this state.
  @inline(__always) func meanings(_ state: Int32) -> ArraySlice<Meaning> {
    meanings[Int(firstMeaning[Int(state)])..<Int(firstMeaning[Int(state) + 1])]
  }
}

/// Words that mean the same.
struct WordList {
  let meaning: Meaning
  private let text: String

  /// Words separated by commas; a space inside a word is any run of spaces or a hyphen.
  init(_ meaning: Meaning, _ words: String) {
    self.meaning = meaning
    text = words
  }

  /// The words, without the white space around them.
  var words: [String] {
    var words: [String] = []
    forEachWord { scalars in
      var word = String.UnicodeScalarView()
      word.append(contentsOf: scalars.lazy.compactMap { Unicode.Scalar($0) })
      words.append(String(word))
    }
    return words
  }

  /// Calls `body` with the scalars of each word, none of them empty.
  func forEachWord(_ body: (ArraySlice<UInt32>) -> Void) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(scalar.value) }
    var start = 0
    for place in 0...scalars.count where place == scalars.count || scalars[place] == 0x2C {
      var end = place
      while start < end, scalars[start] == 0x20 || scalars[start] == 0x0A { start += 1 }
      while start < end, scalars[end - 1] <= 0x20 { end -= 1 }
      if start < end { body(scalars[start..<end]) }
      start = place + 1
    }
  }
}

/// The steps of a trie: state and scalar → state. Open addressing, at most half full.
private struct TrieEdges {
  private var keys = [UInt64](repeating: .max, count: 1 << 15)
  private var targets = [Int32](repeating: 0, count: 1 << 15)
  private var mask = 1 << 15 - 1
  /// How many states there are.
  private(set) var count: Int32 = 1

  @inline(__always) private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != key, keys[slot] != .max { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always) private static func key(_ state: Int32, _ scalar: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 21 | UInt64(scalar)
  }

  @inline(__always) func step(_ state: Int32, _ scalar: UInt32) -> Int32 {
    let key = TrieEdges.key(state, scalar)
    let slot = slot(key)
    return keys[slot] == key ? targets[slot] : -1
  }

  mutating func step(_ state: Int32, adding scalar: UInt32) -> Int32 {
    let key = TrieEdges.key(state, scalar)
    let slot = slot(key)
    if keys[slot] == key { return targets[slot] }
    keys[slot] = key
    targets[slot] = count
    count += 1
    let made = count - 1
    if Int(count) * 2 > keys.count { grow() }
    return made
  }

  private mutating func grow() {
    let old = zip(keys, targets).filter { $0.0 != .max }
    keys = [UInt64](repeating: .max, count: keys.count * 2)
    targets = [Int32](repeating: 0, count: keys.count)
    mask = keys.count - 1
    for (key, target) in old {
      let slot = slot(key)
      keys[slot] = key
      targets[slot] = target
    }
  }
}
