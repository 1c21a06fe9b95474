import Model
import Recognizers

extension TileMaker {
  /// "not in proposal", "without any contact", "no activity for 30 days", "except the closed ones".
  mutating func addNegations() {
    if let end = lattice.end(ofAny: [.not, .without, .except], at: position) { addNegated(from: end, since: nil) }
    // 30天没有联系, 本月没跟进: the time stands first.
    for edge in lattice.edges[position] {
      guard case .value(let value) = edge.content, let window = AtomReader.window(value) ?? AtomReader.span(value)
      else {
        continue
      }
      let next = lattice.skip(TileMaker.between, from: edge.end)
      if let end = lattice.end(ofAny: [.not, .without], at: next) { addNegated(from: end, since: window) }
      // 超过20天没有活动
    }
    if let compared = lattice.end(ofAny: [.greater, .atLeast], at: position), compared < lattice.count {
      for edge in lattice.edges[compared] {
        guard case .value(let value) = edge.content, let window = AtomReader.window(value) else { continue }
        let next = lattice.skip(TileMaker.between.union([.atLeastAfter]), from: edge.end)
        if let end = lattice.end(ofAny: [.not, .without], at: next) { addNegated(from: end, since: window) }
      }
    }
    addExceptAfter()
  }

  private mutating func addNegated(from end: Int, since window: RecognizedValue?) {
    // 没|跟进: a word may begin like a link.
    let starts = Set([
      lattice.skip([.skip, .filler, .auxiliary, .all], from: end),
      lattice.skip(TileMaker.between.union([.one, .which]), from: end),
    ])
    for start in starts.sorted() where start < lattice.count { addNegated(from: end, at: start, since: window) }
  }

  private mutating func addNegated(from end: Int, at start: Int, since window: RecognizedValue?) {
    let reader = AtomReader(parser: parser)
    // "no open deals": what is lacking is the whole description, not a word of it.
    let isLack = lattice.end(of: .without, at: position) != nil
    for atom in joinedAtoms(at: start) where !isLack || !nounStands(at: atom.end, isVerb: atom.flags.contains(.event)) {
      if let window {
        guard case .meanings(let meanings) = atom.modifier else { continue }
        let events = meanings.filter(AtomReader.isEvent)
        guard !events.isEmpty else { continue }
        add(Atom(end: atom.end, modifier: .not(.event(events, window)), cost: atom.cost))
      } else {
        add(Atom(end: atom.end, modifier: .not(atom.modifier), cost: atom.cost))
      }
    }
    for (fields, after) in reader.fields(at: start) where window == nil {
      add(Atom(end: after, modifier: .missing(fields), cost: reader.isNoun(start, after) ? 10 : 2))
    }
    for (after, candidates) in parser.sets(from: start) {
      for node in nouns(candidates) {
        let related = Modifier.related(node: node, count: nil)
        let cost = Int(parser.nodes[node].cost)
        guard let window else {
          let isVerb = lattice.end(of: .have, at: position) != nil
          add(
            Atom(end: after, modifier: .not(related), cost: cost, flags: isVerb ? [.related, .conjoined] : .related))
          addWindowed(node, after: after, cost: cost)
          continue
        }
        add(Atom(end: after, modifier: .not(.any([windowed(node, window)])), cost: cost, flags: .related))
      }
    }
  }

  /// 没有|未关闭的商机 lacks deals; 没有|跟进的线索 are leads that nobody followed up.
  private func nounStands(at end: Int, isVerb: Bool) -> Bool {
    let starts = isVerb ? [end] : Set([end, lattice.skip([.possessive, .skip], from: end)])
    for start in starts where start < lattice.count {
      let found = lattice.edges[start].contains { if case .meaning(.noun) = $0.content { true } else { false } }
      if found { return true }
    }
    return false
  }

  /// "no activity for 30 days": the length of time stands behind.
  private mutating func addWindowed(_ node: Int, after end: Int, cost: Int) {
    let next = lattice.skip([.link, .skip, .filler], from: end)
    guard next < lattice.count else { return }
    for edge in lattice.edges[next] {
      guard case .value(let value) = edge.content, value.kind == .duration, let window = AtomReader.window(value) else {
        continue
      }
      add(Atom(end: edge.end, modifier: .not(windowed(node, window)), cost: cost, flags: .related))
    }
  }

  /// The set of a node with a time added to it.
  private func windowed(_ node: Int, _ window: RecognizedValue) -> Modifier {
    .related(node: parser.extend(node, with: .time(window)), count: nil)
  }

  /// 方案报价以外的, 美国以外: what stands before is taken away.
  private mutating func addExceptAfter() {
    for atom in joinedAtoms(at: position) {
      let next = lattice.skip([.possessive, .skip], from: atom.end)
      if let end = lattice.end(of: .exceptAfter, at: next) {
        add(Atom(end: end, modifier: .not(atom.modifier), cost: atom.cost, flags: atom.flags))
      }
    }
  }

  /// "that have a balance", "with a phone number".
  private mutating func addPresent() {
    guard let end = lattice.end(of: .have, at: position) else { return }
    let reader = AtomReader(parser: parser)
    let start = lattice.skip([.skip, .filler], from: end)
    for (fields, after) in reader.fields(at: start) where !reader.isNoun(start, after) {
      add(Atom(end: after, modifier: .present(fields), cost: 0))
    }
  }

  /// The cheapest sets whose kind a noun says.
  private func nouns(_ candidates: [Int]) -> ArraySlice<Int> {
    candidates.filter { parser.nodes[$0].flags.contains(.noun) && !leavesOwner($0) }.prefix(2)
  }

  /// 商机的|我的客户: an owner right before a noun is that noun's.
  private func leavesOwner(_ node: Int) -> Bool {
    let modifier = parser.nodes[node].modifier
    let end = Int(parser.nodes[node].position)
    guard modifier >= 0, case .speaker = parser.modifiers[Int(modifier)], end < lattice.count else { return false }
    return lattice.edges[end].contains { if case .meaning(.noun) = $0.content { true } else { false } }
  }

  /// A time without an event is about what is asked for, rather than about what is only mentioned.
  private func timeCost(_ node: Int) -> Int {
    let flags = parser.nodes[node].flags
    let isBare = flags.contains(.bareTime) && !flags.contains(.event)
    return (isBare ? 8 : 0) + (flags.contains(.conjoined) ? 5 : 0)
  }

  /// In a language of words, a description does not begin with its time.
  private func beginsWithTime(_ position: Int) -> Bool {
    guard lattice.sentence.tokens[position].sort == .word else { return false }
    return !AtomReader(parser: parser).times(at: position).isEmpty
  }

  /// A description of what belongs to the records, or what they belong to: "with open deals", "at accounts in Texas".
  mutating func addRelated() {
    guard let first = lattice.end(ofAny: TileMaker.links.union([.and]), at: position) else { return }
    let isAnd = lattice.end(ofAny: TileMaker.links, at: position) == nil
    addPresent()
    let isHad = lattice.sentence.tokens[position].sort == .ideograph && lattice.end(of: .have, at: position) != nil
    let start = lattice.skip(TileMaker.between.union([.which]), from: first)
    for begin in Set([first, start]).sorted() where begin < lattice.count {
      for (end, candidates) in parser.sets(from: begin) {
        for node in nouns(candidates) {
          let cost = Int(parser.nodes[node].cost) + (isAnd ? 3 : 0) + timeCost(node) + (beginsWithTime(begin) ? 6 : 0)
          add(
            Atom(
              end: end, modifier: .related(node: node, count: nil), cost: cost,
              flags: isAnd ? [.related, .conjoined] : isHad ? [.related, .had] : .related))
        }
      }
    }
  }
}
