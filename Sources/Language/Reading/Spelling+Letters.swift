import Model
import Recognizers

extension Spelling {
  /// Names of days and months with a slip in them: few words, long, and unlike all others.
  func calendarMends(_ lattice: Lattice) -> [Mend] {
    lattice.sentence.tokens.enumerated().compactMap { index, token in
      guard token.sort == .word, token.text.utf8.count >= 6, lexicon.words.find(token.text) < 0,
        !isCovered(index, lattice)
      else { return nil }
      let letters = Array(token.text.utf8)
      let limit = letters.count >= 7 ? 2 : 1
      let near = Recognizers.calendarWords.map { ($0, EditDistance.between(letters, Array($0.utf8), limit: limit)) }
        .filter { $0.1 <= limit && $0.1 > 0 && $0.0.utf8.first == letters.first }
      guard let better = near.min(by: { $0.1 < $1.1 })?.0 else { return nil }
      return Mend(tokens: index..<index + 1, better: better, isName: false, weight: 0)
    }
  }

  /// For each word of letters that nothing knows, what it may have been, likeliest first.
  func letterMends(_ lattice: Lattice) throws -> [[Mend]] {
    var groups: [[Mend]] = []
    for (index, token) in lattice.sentence.tokens.enumerated() where groups.count < 8 {
      guard token.sort == .word, token.text.utf8.count >= 2, lexicon.words.find(token.text) < 0,
        !isCovered(index, lattice)
      else { continue }
      let range = index..<index + 1
      var mends = nearest(token.text).enumerated().map {
        Mend(tokens: range, better: $0.element, isName: false, weight: min(2, $0.offset))
      }
      if let name = token.text.utf8.count >= 4 ? try nearestName(token.text) : nil {
        let mend = Mend(tokens: range, better: name, isName: true, weight: token.isCapitalised ? 0 : 1)
        mends.insert(mend, at: token.isCapitalised ? 0 : mends.count)
      }
      if let cut = cut(token.text) { mends.append(Mend(tokens: range, better: cut, isName: false, weight: 1)) }
      if let joined = joined(index, lattice) { mends.append(joined) }
      if !mends.isEmpty { groups.append(mends) }
    }
    return groups
  }

  /// Part of a name, a value or a quotation.
  private func isCovered(_ index: Int, _ lattice: Lattice) -> Bool {
    for start in 0...index {
      for edge in lattice.edges[start] where edge.end > index {
        switch edge.content {
        case .name, .value: return true
        default: continue
        }
      }
    }
    return false
  }

  /// One edit, two in words of eight letters and more; of two or three letters only two that changed places.
  private static func limit(_ letters: [UInt8]) -> Int { letters.count >= 8 ? 2 : 1 }

  /// The three known words at the least distance, the likeliest first.
  private func nearest(_ word: String) -> [String] {
    let letters = Array(word.utf8)
    let sorted = letters.sorted()
    var found: [(word: String, rank: Int)] = []
    let limit = Spelling.limit(letters)
    let lengths = letters.count - limit...letters.count + limit
    let calendar = Recognizers.calendarWords.map { Array($0.utf8) }
    for other in lexicon.words.words(lengths: lengths, like: letters, limit: limit) + calendar {
      guard let distance = Spelling.distance(letters, sorted, other) else { continue }
      found.append(
        (String(decoding: other, as: UTF8.self), distance * 8 + Spelling.rank(other, letters, sorted)))
    }
    return found.sorted { ($0.rank, $0.word) < ($1.rank, $1.word) }.prefix(3).map(\.word)
  }

  /// nil where the words are too far apart.
  private static func distance(_ letters: [UInt8], _ sorted: [UInt8], _ other: [UInt8]) -> Int? {
    let limit = limit(letters)
    guard abs(other.count - letters.count) <= limit, other.count >= 2, other[0] >= 0x61, other[0] <= 0x7A else {
      return nil
    }
    if letters.count <= 3, other.count <= 3 || letters.count == 2, other.sorted() != sorted { return nil }
    let distance = EditDistance.between(letters, other, limit: limit)
    return distance <= limit && distance > 0 ? distance : nil
  }

  /// Turned letters come before missed ones; people seldom miss the first letter.
  private static func rank(_ other: [UInt8], _ letters: [UInt8], _ sorted: [UInt8]) -> Int {
    (other.first == letters.first ? 0 : 4) + (other.sorted() == sorted ? 0 : other.count > letters.count ? 1 : 2)
  }

  /// The word of some record's name that is meant, if only one is near enough.
  private func nearestName(_ word: String) throws -> String? {
    let letters = Array(word.utf8)
    let sorted = letters.sorted()
    var found: Set<String> = []
    for record in try gazetteer.nearest(to: word, kinds: [], limit: 6) {
      for token in NameKey.tokens(record.name)
      where Spelling.distance(letters, sorted, Array(token.text.utf8)) != nil {
        found.insert(token.text)
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// "howto", "showmy": two known words without the space between them.
  private func cut(_ word: String) -> String? {
    let letters = Array(word.utf8)
    guard letters.count >= 4 else { return nil }
    for place in stride(from: letters.count - 2, through: 2, by: -1) {
      let (left, right) = (letters[..<place], letters[place...])
      let (a, b) = (String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
      if lexicon.words.find(a) >= 0, lexicon.words.find(b) >= 0 { return "\(a) \(b)" }
    }
    return nil
  }

  /// "fol low", "over dueness": one known word with a space in it.
  private func joined(_ index: Int, _ lattice: Lattice) -> Mend? {
    let tokens = lattice.sentence.tokens
    for (first, second) in [(index - 1, index), (index, index + 1)] where first >= 0 && second < tokens.count {
      guard tokens[first].sort == .word, tokens[second].sort == .word else { continue }
      let word = tokens[first].text + tokens[second].text
      if word.utf8.count >= 5, lexicon.words.find(word) >= 0 {
        return Mend(tokens: first..<second + 1, better: word, isName: false, weight: 1)
      }
    }
    return nil
  }
}
