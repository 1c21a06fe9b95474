import Model
import Values

/// What is written for short, or with a word of another language, put in the words that templates know: "f/u w/ Acme",
/// 把Globex merge到…. Behind a colon stands what somebody wrote, which stays as it is.
struct Shorthands: Sendable {
  /// By what is written, folded, in sentences of letters and in Chinese ones: what it may stand for, likeliest first.
  private let ofLetters: [String: [String]]
  private let ofIdeographs: [String: [String]]

  /// So many tokens at most make one: "f", "/", "u".
  private static let longest = 4
  /// So many sentences are proposed.
  private static let most = 3

  init(_ languages: [LanguageWords]) {
    ofLetters = Shorthands.table(languages.filter { $0.language != .chinese })
    ofIdeographs = Shorthands.table(languages.filter { $0.language == .chinese })
  }

  private static func table(_ languages: [LanguageWords]) -> [String: [String]] {
    languages.reduce(into: [:]) { all, words in
      for (short, full) in words.shorthands { all[key(Sentence(short).tokens[...])] = full }
    }
  }

  private static func key(_ tokens: ArraySlice<Token>) -> String {
    var key = ""
    for (place, token) in tokens.enumerated() {
      if place > 0, token.spaceBefore, token.sort != .ideograph { key += " " }
      key += token.text
    }
    return key
  }

  /// The sentence with everything put in full, in each of the ways that it may be meant; empty where nothing is short.
  func proposals(_ lattice: Lattice) -> [String] {
    let sentence = lattice.sentence
    let isChinese = sentence.tokens.contains { $0.sort == .ideograph }
    let found = places(in: lattice, isChinese ? ofIdeographs : ofLetters)
    guard !found.isEmpty else { return [] }
    let ways = min(Shorthands.most, found.map(\.words.count).max() ?? 1)
    return (0..<ways).map { way in written(sentence, found.map { ($0.tokens, $0.words[min(way, $0.words.count - 1)]) })
    }
  }

  private func places(in lattice: Lattice, _ meant: [String: [String]]) -> [(tokens: Range<Int>, words: [String])] {
    let tokens = lattice.sentence.tokens
    let end = tokens.firstIndex { $0.text == ":" || $0.text == "\"" } ?? tokens.count
    var found: [(tokens: Range<Int>, words: [String])] = []
    var start = 0
    while start < end {
      let close = (1...Shorthands.longest).reversed().first { length in
        start + length <= end && meant[Shorthands.key(tokens[start..<start + length])] != nil
          && !isCovered(start..<start + length, lattice)
      }
      guard let length = close, let words = meant[Shorthands.key(tokens[start..<start + length])] else {
        start += 1
        continue
      }
      found.append((start..<start + length, words))
      start += length
    }
    return found
  }

  /// "Sensor Kit v2 + case", "$24k": a mark inside a name or a value is a part of it.
  private func isCovered(_ range: Range<Int>, _ lattice: Lattice) -> Bool {
    (max(0, range.lowerBound - 6)...range.lowerBound).contains { start in
      lattice.edges[start].contains { edge in
        guard edge.end >= range.upperBound else { return false }
        switch edge.content {
        case .name(let span): return span.isExact
        case .value: return true
        default: return false
        }
      }
    }
  }

  private func written(_ sentence: Sentence, _ places: [(tokens: Range<Int>, word: String)]) -> String {
    let scalars = Array(sentence.text.unicodeScalars)
    var text = ""
    var position = 0
    func append(_ range: Range<Int>) {
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[range])
      text += String(part)
    }
    for (tokens, word) in places {
      let range =
        sentence.tokens[tokens.lowerBound].range.lowerBound..<sentence.tokens[tokens.upperBound - 1].range.upperBound
      append(position..<range.lowerBound)
      let isLetters = word.unicodeScalars.first.map { $0.isASCII } ?? false
      if isLetters, let last = text.last, !last.isWhitespace { text += " " }
      text += word
      position = range.upperBound
      if isLetters, position < scalars.count, !scalars[position].properties.isWhitespace, scalars[position] != "," {
        text += " "
      }
    }
    append(position..<scalars.count)
    return text
  }
}
