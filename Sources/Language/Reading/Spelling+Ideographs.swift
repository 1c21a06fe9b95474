import Model

extension Spelling {
  /// For each run of ideographs that is no word as it stands, the words that sound or look like it; a small word alone
  /// may be one that is often mixed up with it.
  func ideographMends(_ lattice: Lattice) throws -> [[Mend]] {
    let tokens = lattice.sentence.tokens
    guard tokens.contains(where: { $0.sort == .ideograph }) else { return [] }
    let table = HomophoneTable.shared(lexicon)
    var groups: [[Mend]] = []
    for start in tokens.indices where groups.count < 12 {
      var mends: [Mend] = []
      for length in stride(from: 5, through: 2, by: -1) where start + length <= tokens.count {
        let range = start..<start + length
        guard tokens[range].allSatisfy({ $0.sort == .ideograph }) else { continue }
        if isKnown(range, lattice) { break }
        let written = tokens[range].map(\.text).joined()
        // A word of some template is no slip, whatever sounds like it.
        if table.holds(written) { break }
        mends += table.meant(written).prefix(3).map {
          Mend(tokens: range, better: $0.word, isName: false, weight: $0.weight + (length == 2 ? 1 : 0))
        }
        if length <= 4, let name = try nameLike(written) {
          mends.append(Mend(tokens: range, better: name, isName: true, weight: 1))
        }
      }
      // What makes the sentence something else than a command is no slip: 林梅说….
      let isCue = lattice.cues.contains { $0.range.contains(start) }
      if let only = tokens[start].text.unicodeScalars.first, !isCue, !isInsideWord(start, lattice) {
        let isStrange = lattice.edges[start].isEmpty && lattice.grammar[start].isEmpty
        mends += ((LookAlikes.small[only] ?? []) + (isStrange ? LookAlikes.shaped[only] ?? [] : [])).map {
          Mend(tokens: start..<start + 1, better: String($0), isName: false, weight: 2)
        }
      }
      mends.removeAll {
        Spelling.denials(in: $0.better) != Spelling.denials(in: tokens[$0.tokens].map(\.text).joined())
      }
      if !mends.isEmpty { groups.append(mends.sorted { $0.weight < $1.weight }) }
    }
    return groups
  }

  /// How many of its characters deny: no slip takes one away or adds one.
  private static func denials(in text: String) -> Int {
    text.unicodeScalars.count { "不没别未无非勿莫否".unicodeScalars.contains($0) }
  }

  /// A word, a value or a name as it stands.
  private func isKnown(_ range: Range<Int>, _ lattice: Lattice) -> Bool {
    lattice.edges[range.lowerBound].contains { $0.end >= range.upperBound }
      || lattice.grammar[range.lowerBound].contains { $0.end >= range.upperBound }
  }

  /// Inside a name or a value.
  private func isInsideWord(_ position: Int, _ lattice: Lattice) -> Bool {
    (max(0, position - 6)...position).contains { start in
      lattice.edges[start].contains { edge in
        guard edge.end > position, edge.end > start + 1 else { return false }
        switch edge.content {
        case .name(let span): return span.isExact
        case .value: return true
        default: return false
        }
      }
    }
  }

  /// As much of some record's name as was written, where it sounds the same and only one does.
  private func nameLike(_ written: String) throws -> String? {
    guard let sound = Pinyin.nearKey(written) else { return nil }
    let count = written.unicodeScalars.count
    var found: Set<String> = []
    for record in try gazetteer.nearest(to: written, kinds: [], limit: 4) {
      let scalars = Array(record.name.unicodeScalars)
      guard scalars.count >= count else { continue }
      for start in 0...(scalars.count - count) {
        var part = String.UnicodeScalarView()
        part.append(contentsOf: scalars[start..<start + count])
        if Pinyin.nearKey(String(part)) == sound { found.insert(String(part)) }
      }
    }
    found.remove(written)
    return found.count == 1 ? found.first : nil
  }
}
