import Model

/// Clauses that only say why: "I am out tomorrow, move my calls to Friday", 客户加了预算，商机金额改成40万.
///
/// The clause is passed over and what follows is read by itself; where that leaves open which record is meant ("the
/// account", 商机), it is the one that the clause names.
struct Preambles {
  let lattice: Lattice
  private var tokens: [Token] { lattice.sentence.tokens }

  func proposals() -> [Rewriting.Proposal] {
    var found: [Rewriting.Proposal] = []
    for index in tokens.indices.dropLast() where index > 0 && [",", ".", ";", "!", "，"].contains(tokens[index].text) {
      let next = lattice.skip([.skip, .comma, .polite, .then, .filler], from: index + 1)
      guard next < tokens.count, tokens[next].sort != .mark, index > 1 || tokens[0].sort == .word else { continue }
      found += proposals(clause: 0..<index, next)
      if found.count >= 8 { break }
    }
    return found
  }

  private func proposals(clause: Range<Int>, _ next: Int) -> [Rewriting.Proposal] {
    let rest = text(next..<tokens.count)
    let act = act(of: clause)
    let ignored = text(clause)
    var found: [Rewriting.Proposal] = []
    if let name = onlyName(in: clause), !hasName(from: next) {
      for place in next..<tokens.count {
        guard lattice.edges[place].contains(where: isNoun), let start = determined(place, from: next) else { continue }
        let gap = tokens[place].sort == .ideograph ? "" : " "
        let parts = [text(next..<start), text(name), text(place..<tokens.count)].filter { !$0.isEmpty }
        found.append(
          .init(
            sentence: Sentence(parts.joined(separator: gap)), corrections: [], cost: 50, ignored: [ignored],
            preamble: act))
        break
      }
    }
    if let pronoun = pronoun(from: next) {
      for start in clause where lattice.end(of: .my, at: start) != nil {
        let gap = tokens[pronoun.lowerBound].sort == .ideograph ? "" : " "
        let parts = [
          text(next..<pronoun.lowerBound), text(start..<clause.upperBound), text(pronoun.upperBound..<tokens.count),
        ]
        found.append(
          .init(
            sentence: Sentence(parts.filter { !$0.isEmpty }.joined(separator: gap)), corrections: [], cost: 45,
            ignored: [text(clause.lowerBound..<start)], preamble: act))
      }
    }
    found.append(
      .init(sentence: Sentence(rest), corrections: [], cost: 60, ignored: [ignored], preamble: act))
    return found
  }

  private func text(_ range: Range<Int>) -> String { range.isEmpty ? "" : lattice.sentence.written(range) }

  /// Where the article or demonstrative of a noun begins; the noun itself where the language has none; nil where
  /// something else describes the noun.
  private func determined(_ place: Int, from start: Int) -> Int? {
    if place > start, lattice.grammar[place - 1].contains(where: { [.skip, .it].contains($0.word) && $0.end == place })
    {
      return place - 1
    }
    return tokens[place].sort == .ideograph ? place : nil
  }

  /// The first pronoun that stands alone behind a token.
  private func pronoun(from start: Int) -> Range<Int>? {
    for place in start..<tokens.count {
      if let end = lattice.end(ofAny: [.it, .them], at: place) { return place..<end }
    }
    return nil
  }

  private func isNoun(_ edge: LatticeEdge) -> Bool {
    if case .meaning(.noun(_, let conditions)) = edge.content { conditions.isEmpty } else { false }
  }

  private func names(from start: Int, to end: Int) -> [Range<Int>] {
    var names: [Range<Int>] = []
    for place in start..<end {
      let ends = lattice.edges[place].compactMap { edge -> Int? in
        guard case .name(let span) = edge.content, case .records(let kind, _, _) = span.target, kind != "user",
          kind != "stage", span.isExact || tokens[place].isCapitalised || tokens[place].sort == .ideograph
        else { return nil }
        return edge.end
      }
      guard let close = ends.max(), close <= end, !names.contains(where: { $0.upperBound >= close }) else { continue }
      names.append(place..<close)
    }
    return names
  }

  private func onlyName(in clause: Range<Int>) -> Range<Int>? {
    let names = names(from: clause.lowerBound, to: clause.upperBound)
    return names.count == 1 ? names[0] : nil
  }

  private func hasName(from start: Int) -> Bool { !names(from: start, to: tokens.count).isEmpty }

  /// What somebody says by the clause: who only says what they themselves cannot or did not do gives a reason, and the
  /// command stands; all else that is no plain statement makes the command one that waits for a yes.
  private func act(of clause: Range<Int>) -> SpeechAct {
    if clause.lowerBound == 0, SpeechActReader(lattice: lattice).beginsWithCondition { return .hypothetical }
    for cue in lattice.cues where clause.contains(cue.range.lowerBound) {
      let isOwn = lattice.end(ofAny: [.speaker, .our], at: cue.range.lowerBound) != nil
      if cue.act == .negated, isOwn { continue }
      return cue.act
    }
    return .command
  }
}
