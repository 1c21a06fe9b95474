import Model
import Recognizers

/// Makes the tiles that begin at one token: every way in which a description may go on there.
struct TileMaker {
  /// A condition that stands by itself, before it is joined with others or negated.
  struct Atom {
    let end: Int
    let modifier: Modifier
    let cost: Int
    var flags: SetNode.Flags = []
  }

  let parser: SetParser
  let position: Int
  var tiles: [Tile] = []

  var lattice: Lattice { parser.lattice }

  init(parser: SetParser, position: Int) {
    self.parser = parser
    self.position = position
  }

  /// Words that may stand inside a description without adding to it, and what each costs.
  static let fillers: GrammarMap<Int> = [
    .skip: 0, .filler: 1, .link: 1, .have: 2, .auxiliary: 1, .comma: 0, .and: 1, .possessive: 1, .our: 1, .theirs: 3,
    .equals: 2, .counter: 1, .all: 0, .which: 1, .ownedBy: 0, .one: 2, .them: 4, .then: 3,
  ]
  /// Words between a link or a negation and what it governs.
  static let between: GrammarSet = [
    .skip, .filler, .auxiliary, .have, .our, .theirs, .all, .link, .possessive, .counter, .ownedBy, .equals,
  ]
  static let links: GrammarSet = [.link, .have, .auxiliary, .which]

  mutating func make() -> [Tile] {
    addFillers()
    addNouns()
    let atoms = joinedAtoms(at: position)
    for atom in atoms { add(atom) }
    addNegations()
    addRelated()
    addOrders()
    addPronouns()
    addNamed()
    if let end = lattice.end(of: .possessive, at: position) {
      tiles.append(Tile(end: end, modifier: -1, cost: 2, effect: .promote, flags: []))
    }
    return tiles
  }

  mutating func add(_ atom: Atom) {
    tiles.append(
      Tile(
        end: atom.end, modifier: parser.add(atom.modifier), cost: Int32(atom.cost + 2), effect: .modifier,
        flags: atom.flags))
  }

  private mutating func addFillers() {
    for entry in lattice.grammar[position] {
      if entry.word == .light, lattice.isTolerant {
        let price = lattice.sentence.tokens[position].sort == .ideograph ? 3 : 6
        tiles.append(
          Tile(
            end: entry.end, modifier: -1, cost: Int32(price * (entry.end - position)), effect: .skip, flags: []))
      }
      guard let cost = TileMaker.fillers[entry.word] else { continue }
      tiles.append(
        Tile(
          end: entry.end, modifier: -1, cost: Int32(cost), effect: .skip,
          flags: entry.word == .and || entry.word == .have ? .afterAnd : []))
    }
  }

  private mutating func addNouns() {
    for edge in lattice.edges[position] {
      guard case .meaning(.noun(let kind, let conditions)) = edge.content, let index = parser.kindIndex(kind) else {
        continue
      }
      if conditions.isEmpty, isConditioned(kind, edge.end) { continue }
      // One character is more often a part of another word than a noun.
      let isShort = edge.end == position + 1 && lattice.sentence.tokens[position].sort == .ideograph
      let modifier = parser.add(.noun(kind, conditions))
      tiles.append(
        Tile(end: edge.end, modifier: modifier, cost: isShort ? 6 : 1, effect: .noun(index), flags: []))
      if let next = secondNoun(of: kind, after: edge.end) {
        let both = parser.add(.any([.noun(kind, conditions), .noun(kind, next.conditions)]))
        tiles.append(Tile(end: next.end, modifier: both, cost: 1, effect: .noun(index), flags: []))
      }
    }
    if let kind = parser.lastKind, let index = parser.kindIndex(kind), let end = lattice.end(of: .one, at: position) {
      tiles.append(
        Tile(end: end, modifier: parser.add(.noun(kind, [])), cost: 3, effect: .noun(index), flags: []))
    }
  }

  /// The same word also means such records of a certain sort: "prospects".
  private func isConditioned(_ kind: KindID, _ end: Int) -> Bool {
    lattice.edges[position].contains {
      if case .meaning(.noun(kind, let conditions)) = $0.content { $0.end == end && !conditions.isEmpty } else { false }
    }
  }

  /// Names and codes that say the kind by themselves. Of partial names the kind that stands first in the schema is
  /// likelier: others are called after it.
  private mutating func addNamed() {
    for edge in lattice.edges[position] {
      switch edge.content {
      case .name(let span):
        guard case .records(let kind, _, _) = span.target, let index = parser.kindIndex(kind) else { continue }
        // People are named for what is theirs, seldom for themselves.
        let cost = (kind == "user" ? 6 : 0) + (span.isExact ? max(1, 4 - (edge.end - position)) : 5 + Int(index) / 2)
        tiles.append(
          Tile(
            end: edge.end, modifier: parser.add(.name([span], tokens: position..<edge.end)), cost: Int32(cost),
            effect: .named(index), flags: .name))
      case .code(let code):
        for kind in parser.schema.kinds where Binder.matches(code, kind) {
          guard let index = parser.kindIndex(kind.id) else { continue }
          tiles.append(
            Tile(end: edge.end, modifier: parser.add(.code(code)), cost: 1, effect: .named(index), flags: .name))
        }
      default: break
      }
    }
  }

  /// "calls and meetings": both are activities.
  private func secondNoun(of kind: KindID, after end: Int) -> (end: Int, conditions: [Meaning.Condition])? {
    guard let next = lattice.end(ofAny: [.and, .or, .comma], at: end) else { return nil }
    let start = lattice.skip([.skip, .and, .or], from: next)
    guard start < lattice.count else { return nil }
    for edge in lattice.edges[start] {
      if case .meaning(.noun(kind, let conditions)) = edge.content, !conditions.isEmpty {
        return (edge.end, conditions)
      }
    }
    return nil
  }

  func joinedAtoms(at position: Int) -> [Atom] {
    if let known = parser.found.joined[position] { return known }
    let made = joined(AtomReader(parser: parser).atoms(at: position))
    parser.found.joined[position] = made
    return made
  }

  /// Atoms joined to what follows them by "or", a comma or "and", where together they are alternatives.
  func joined(_ atoms: [Atom]) -> [Atom] {
    var result = atoms
    for atom in atoms where TileMaker.mayJoin(atom.modifier) {
      var parts = [atom.modifier]
      var (end, cost) = (atom.end, atom.cost)
      while parts.count < 6, let next = alternative(to: parts[0], after: end) {
        parts.append(next.modifier)
        (end, cost) = (next.end, cost + next.cost)
        result.append(Atom(end: end, modifier: .any(parts), cost: cost, flags: atom.flags))
      }
    }
    return result
  }

  private func alternative(to first: Modifier, after end: Int) -> Atom? {
    guard let connector = lattice.end(ofAny: [.or, .and, .comma], at: end) else { return nil }
    let start = lattice.skip([.skip, .or, .and, .link], from: connector)
    guard start < lattice.count else { return nil }
    let isOr = lattice.end(of: .or, at: end) != nil || (end..<start).contains { lattice.end(of: .or, at: $0) != nil }
    return AtomReader(parser: parser).atoms(at: start)
      .filter { TileMaker.areAlternatives(first, $0.modifier, isOr: isOr) }
      .max { $0.end == $1.end ? $0.cost > $1.cost : $0.end < $1.end }
  }

  static func mayJoin(_ modifier: Modifier) -> Bool {
    switch modifier {
    case .meanings, .name, .speaker: true
    default: false
    }
  }

  /// Of one field, so that a record can only be one of them; or said with "or".
  static func areAlternatives(_ first: Modifier, _ second: Modifier, isOr: Bool) -> Bool {
    switch (first, second) {
    case (.meanings(let a), .meanings(let b)):
      if isOr { return true }
      let fields = a.compactMap(field)
      return b.compactMap(field).contains { fields.contains($0) }
    case (.name(let a, _), .name(let b, _)):
      return a.contains { x in b.contains { sameSort(x.target, $0.target) } }
    case (.speaker, .name(let b, _)), (.name(let b, _), .speaker): return b.contains { isUser($0.target) }
    case (.meanings, .name), (.name, .meanings): return isOr
    default: return false
    }
  }

  static func field(_ meaning: Meaning) -> String? {
    if case .value(let kind, let field, _) = meaning { return "\(kind).\(field)" }
    return nil
  }

  private static func isUser(_ target: NameSpan.Target) -> Bool {
    if case .records("user", _, _) = target { return true }
    return false
  }

  private static func sameSort(_ a: NameSpan.Target, _ b: NameSpan.Target) -> Bool {
    switch (a, b) {
    case (.records(let x, _, _), .records(let y, _, _)): x == y
    case (.category(let k, let f, _), .category(let l, let g, _)): k == l && f == g
    default: false
    }
  }
}
