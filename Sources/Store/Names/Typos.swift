import Model

/// Words that differ by one or two slips: a letter too many, too few, another, or two turned round.
///
/// Every word is kept under itself and under what is left of its beginning when one character is deleted; a word with
/// slips meets it there (the symmetric deletion of SymSpell, on a prefix).
enum Typos {
  private static let prefix = 7

  /// The words of a name worth mending: of three letters or more, and runs of two ideographs or more.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var run = ""
    func flush() {
      if run.unicodeScalars.count >= 2 { words.append(run) }
      run = ""
    }
    for token in NameKey.tokens(name) {
      if token.isIdeograph {
        run += token.text
        continue
      }
      flush()
      if token.text.unicodeScalars.count >= 3, token.text.unicodeScalars.contains(where: { !NameKey.isDigit($0) }) {
        words.append(token.text)
      }
    }
    flush()
    return words
  }

  static func rests(of word: String) -> Set<String> {
    let scalars = Array(word.unicodeScalars.prefix(prefix))
    var rests: Set<String> = [string(scalars)]
    for index in scalars.indices { rests.insert(string(without(index, scalars))) }
    return rests.union(sounds(of: word))
  }

  /// How a run of ideographs sounds, whole and by its beginnings, marked so that it is no word: `~wan fan`.
  static func sounds(of word: String) -> Set<String> {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count >= 2, scalars.allSatisfy(NameKey.isIdeograph) else { return [] }
    let lengths = Set([2, 3, 4, scalars.count]).filter { $0 <= scalars.count }
    return Set(lengths.compactMap { Pinyin.nearKey(string(Array(scalars[..<$0]))).map { "~" + $0 } })
  }

  /// The one sounds like the other, or like its beginning.
  static func soundsLike(_ name: String, _ word: String) -> Bool {
    guard let sound = Pinyin.nearKey(word) else { return false }
    return sounds(of: name).contains("~" + sound)
  }

  /// As `rests`, with two characters deleted.
  static func shorterRests(of word: String) -> Set<String> {
    let scalars = Array(word.unicodeScalars.prefix(prefix))
    guard scalars.count > 3 else { return [] }
    var rests: Set<String> = []
    for first in scalars.indices {
      let once = without(first, scalars)
      for second in once.indices where second >= first { rests.insert(string(without(second, once))) }
    }
    return rests
  }

  private static func without(_ index: Int, _ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var rest = scalars
    rest.remove(at: index)
    return rest
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// How many slips are forgiven in a word of this length.
  static func allowed(_ word: String) -> Int {
    switch word.unicodeScalars.count {
    case ..<3: 0
    case 3...5: 1
    default: 2
    }
  }

  /// Optimal string alignment distance.
  static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      current.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        var best = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, before[j - 2] + 1) }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
