import Model

/// Takes words that nothing knows for their nearest neighbours among the words of the grammar and the names of records;
/// in Chinese, for words that sound the same.
struct Spelling {
  let lexicon: Lexicon
  let gazetteer: any Gazetteer

  private struct Mend {
    let tokens: Range<Int>
    let better: String
    let isName: Bool
  }

  /// The sentence with its unknown words mended; nil where nothing can be, or too much would have to be.
  func mend(_ lattice: Lattice) throws -> (Sentence, [Reading.Correction])? {
    let mends = try words(lattice) + homophones(lattice)
    guard !mends.isEmpty, mends.count <= 3 else { return nil }
    let scalars = Array(lattice.sentence.text.unicodeScalars)
    var text = String.UnicodeScalarView()
    var corrections: [Reading.Correction] = []
    var position = 0
    for mend in mends.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
      let start = lattice.sentence.tokens[mend.tokens.lowerBound].range.lowerBound
      guard start >= position else { continue }
      text.append(contentsOf: scalars[position..<start])
      text.append(contentsOf: mend.better.unicodeScalars)
      position = lattice.sentence.tokens[mend.tokens.upperBound - 1].range.upperBound
      corrections.append(.init(written: lattice.sentence.written(mend.tokens), read: mend.better, isName: mend.isName))
    }
    text.append(contentsOf: scalars[position...])
    return (Sentence(String(text)), corrections)
  }

  // MARK: Words of letters

  private func words(_ lattice: Lattice) throws -> [Mend] {
    var mends: [Mend] = []
    for (index, token) in lattice.sentence.tokens.enumerated() {
      guard token.sort == .word, token.text.utf8.count >= 3, lexicon.words.find(token.text) < 0,
        !isCovered(index, lattice)
      else { continue }
      let word = nearest(token.text)
      let name = token.text.utf8.count >= 4 ? try nearestName(token.text) : nil
      if let name, token.isCapitalised || word == nil {
        mends.append(Mend(tokens: index..<index + 1, better: name, isName: true))
      } else if let word {
        mends.append(Mend(tokens: index..<index + 1, better: word, isName: false))
      }
    }
    return mends
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

  /// One edit, two in words of eight letters and more; of three letters only two that changed places.
  private static func limit(_ letters: [UInt8]) -> Int { letters.count >= 8 ? 2 : 1 }

  /// The one known word at the least distance.
  private func nearest(_ word: String) -> String? {
    let letters = Array(word.utf8)
    var best: (word: String, distance: Int)?
    var isTied = false
    for candidate in lexicon.words.words {
      let other = Array(candidate.utf8)
      guard let distance = Spelling.distance(letters, other) else { continue }
      if distance < best?.distance ?? .max {
        best = (candidate, distance)
        isTied = false
      } else if distance == best?.distance, let known = best?.word {
        if Spelling.rank(candidate, word) == Spelling.rank(known, word) { isTied = true }
        if Spelling.rank(candidate, word) < Spelling.rank(known, word) {
          best = (candidate, distance)
          isTied = false
        }
      }
    }
    return isTied ? nil : best?.word
  }

  /// nil where the words are too far apart.
  private static func distance(_ letters: [UInt8], _ other: [UInt8]) -> Int? {
    let limit = limit(letters)
    guard abs(other.count - letters.count) <= limit, other.count >= 3 else { return nil }
    if letters.count == 3, other.sorted() != letters.sorted() { return nil }
    let distance = EditDistance.between(letters, other, limit: limit)
    return distance <= limit && distance > 0 ? distance : nil
  }

  /// People seldom miss the first letter, or leave letters out at the end.
  private static func rank(_ candidate: String, _ word: String) -> Int {
    (candidate.utf8.first == word.utf8.first ? 0 : 2) + (candidate.utf8.count == word.utf8.count ? 0 : 1)
  }

  /// The word of some record's name that is meant, if only one is near enough.
  private func nearestName(_ word: String) throws -> String? {
    let letters = Array(word.utf8)
    var found: Set<String> = []
    for record in try gazetteer.nearest(to: word, kinds: [], limit: 6) {
      for token in NameKey.tokens(record.name) where Spelling.distance(letters, Array(token.text.utf8)) != nil {
        found.insert(token.text)
      }
    }
    return found.count == 1 ? found.first : nil
  }

  // MARK: Words of ideographs

  /// Words written with other characters of the same sound, one of which at least is right; the longest first.
  private func homophones(_ lattice: Lattice) throws -> [Mend] {
    let tokens = lattice.sentence.tokens
    guard tokens.contains(where: { $0.sort == .ideograph }) else { return [] }
    let bySound = HomophoneTable.shared(lexicon)
    var mends: [Mend] = []
    var position = 0
    while position < tokens.count {
      var next = position + 1
      for length in stride(from: 5, through: 2, by: -1) where position + length <= tokens.count {
        let range = position..<position + length
        guard tokens[range].allSatisfy({ $0.sort == .ideograph }) else { continue }
        let written = tokens[range].map(\.text).joined()
        if lexicon.ideographWords.contains(written) || isName(range, lattice) { break }
        guard let better = try meant(written, bySound) else { continue }
        mends.append(Mend(tokens: range, better: better.text, isName: better.isName))
        next = range.upperBound
        break
      }
      position = next
    }
    return mends
  }

  private func isName(_ range: Range<Int>, _ lattice: Lattice) -> Bool {
    lattice.edges[range.lowerBound].contains {
      if case .name = $0.content { $0.end >= range.upperBound } else { false }
    }
  }

  private func meant(_ written: String, _ bySound: [String: Set<String>]) throws -> (text: String, isName: Bool)? {
    guard let sound = Pinyin.key(written) else { return nil }
    let alike = (bySound[sound] ?? []).filter { Spelling.sharesPlace($0, written) }
    if alike.count == 1, let only = alike.first { return (only, false) }
    guard alike.isEmpty, written.unicodeScalars.count <= 4 else { return nil }
    let names = try gazetteer.nearest(to: written, kinds: [], limit: 4).map(\.name).filter { Pinyin.key($0) == sound }
    return Set(names).count == 1 ? names.first.map { ($0, true) } : nil
  }

  private static func sharesPlace(_ a: String, _ b: String) -> Bool {
    zip(a.unicodeScalars, b.unicodeScalars).contains { $0 == $1 }
  }
}
