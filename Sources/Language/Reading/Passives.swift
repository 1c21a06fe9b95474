import Model

/// The command behind what is put in the passive: "could the close date be pushed to Friday?", "Acme rollout needs to be
/// moved to negotiation", "I want Globex handed over to Sam".
struct Passives {
  let lattice: Lattice
  let words: WordNumbers

  private var tokens: [Token] { lattice.sentence.tokens }
  private static let particles: Set<String> = [
    "out", "over", "up", "off", "back", "down", "in", "on", "along", "forward", "away",
  ]

  func proposals() -> [Rewriting.Proposal] {
    guard tokens.first?.sort != .ideograph else { return [] }
    for start in lattice.reach([.polite, .skip, .comma], from: 0) where start < tokens.count {
      if let begin = lattice.end(of: .passiveBegin, at: start), let found = command(from: begin, isAsked: true) {
        return found
      }
    }
    return command(from: lattice.skip([.polite, .comma], from: 0), isAsked: false) ?? []
  }

  /// The thing, then what makes it a passive, then the participle.
  private func command(from start: Int, isAsked: Bool) -> [Rewriting.Proposal]? {
    for place in start + 1..<max(start + 1, tokens.count) where tokens[place].sort == .word {
      let verb = lattice.end(of: .passive, at: place) ?? (isAsked ? place : tokens.count)
      guard verb < tokens.count, let base = base(verb) else { continue }
      return commands(base, about: start..<place, rest: verb + 1)
    }
    return nil
  }

  private func base(_ place: Int) -> String? {
    guard tokens[place].sort == .word else { return nil }
    return EnglishVerbs.base(ofParticiple: tokens[place].text) { words.find($0) >= 0 }
  }

  private func commands(_ base: String, about thing: Range<Int>, rest: Int) -> [Rewriting.Proposal] {
    var end = tokens.count
    while end > rest, tokens[end - 1].sort == .mark { end -= 1 }
    let (object, tail) = (text(thing), text(min(rest, end)..<end))
    var found = [[base, object, tail]]
    if rest < end, Passives.particles.contains(tokens[rest].text) {
      found.append([base, tokens[rest].text, object, text(rest + 1..<end)])
    }
    return found.map { parts in
      .init(sentence: Sentence(parts.filter { !$0.isEmpty }.joined(separator: " ")), corrections: [], cost: 8)
    }
  }

  private func text(_ range: Range<Int>) -> String { range.isEmpty ? "" : lattice.sentence.written(range) }
}
