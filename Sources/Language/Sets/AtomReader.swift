import Model
import Recognizers
import Values

/// Reads single conditions at a token: a word of the vocabulary, a name, a time, a figure, a field with its value.
struct AtomReader {
  typealias Atom = TileMaker.Atom

  let parser: SetParser
  var lattice: Lattice { parser.lattice }

  func atoms(at position: Int) -> [Atom] {
    guard position < lattice.count else { return [] }
    if let known = parser.found.atoms[position] { return known }
    let made = readAtoms(at: position)
    parser.found.atoms[position] = made
    return made
  }

  private func readAtoms(at position: Int) -> [Atom] {
    var atoms = words(at: position)
    if lattice.has([.meaning, .time], at: position) { atoms += events(at: position) }
    if lattice.has(.name, at: position) { atoms += names(at: position) }
    if lattice.has(.time, at: position) { atoms += times(at: position) }
    if lattice.has([.my, .speaker], at: position) { atoms += speaker(at: position) }
    if mayHoldFigures(position) { atoms += quantities(at: position) }
    if lattice.has(.field, at: position) || lattice.has([.missing], at: position) {
      atoms += fieldValues(at: position)
    }
    if lattice.has([.took, .from, .between], at: position) { atoms += elapsed(at: position) }
    if lattice.has(.code, at: position) { atoms += codes(at: position) }
    return atoms
  }

  /// Values, filters and events of the vocabulary, all meanings of one stretch together.
  func words(at position: Int) -> [Atom] {
    guard position < lattice.count, lattice.has(.meaning, at: position) else { return [] }
    if let known = parser.found.words[position] { return known }
    let made = readWords(at: position)
    parser.found.words[position] = made
    return made
  }

  private func readWords(at position: Int) -> [Atom] {
    var byEnd: [Int: (meanings: [Meaning], corrections: Int)] = [:]
    for edge in lattice.edges[position] {
      guard case .meaning(let meaning) = edge.content else { continue }
      switch meaning {
      case .value, .filter, .event: break
      case .field(let kind, let field):
        let isRelation = parser.schema[kind]?.relation(field) != nil
        guard isRelation || parser.schema[kind]?.field(field)?.kind == .boolean else { continue }
      case .noun(_, let conditions) where !conditions.isEmpty: break
      default: continue
      }
      byEnd[edge.end, default: ([], edge.corrections)].meanings.append(meaning)
    }
    return byEnd.sorted { $0.key < $1.key }.map { end, found in
      var flags: SetNode.Flags = []
      if found.meanings.contains(where: AtomReader.isEvent) { flags.insert(.event) }
      // "orders since June" are orders rather than accounts that ordered.
      let isNoun = lattice.edges[position].contains {
        if case .meaning(.noun(_, let conditions)) = $0.content { $0.end >= end && conditions.isEmpty } else { false }
      }
      let isNounOnly = found.meanings.allSatisfy { if case .noun = $0 { true } else { false } }
      return Atom(
        end: closing(end, fieldsOf: found.meanings), modifier: .meanings(found.meanings),
        cost: found.corrections * 50 + (isNounOnly ? 4 : 0) + (isNoun ? 16 : 0)
          + (isShort(position, end) ? 3 : 0)
          + (lattice.end(ofAny: [.auxiliary, .have], at: position) == end ? 4 : 0), flags: flags)
    }
  }

  /// One ideograph is more often a part of another word.
  private func isShort(_ start: Int, _ end: Int) -> Bool {
    end == start + 1 && lattice.sentence.tokens[start].sort == .ideograph
  }

  /// "proposal stage", 软件行业: the field's own word behind its value is part of it.
  private func closing(_ end: Int, fieldsOf meanings: [Meaning]) -> Int {
    let wanted = Set(meanings.compactMap(TileMaker.field))
    let next = lattice.skip([.skip, .possessive], from: end)
    for start in Set([end, next]).sorted() {
      for (fields, after) in fields(at: start)
      where fields.contains(where: { if case .field(let k, let f) = $0 { wanted.contains("\(k).\(f)") } else { false } }
      ) {
        return after
      }
    }
    return end
  }

  /// An event with its time, in either order.
  private func events(at position: Int) -> [Atom] {
    var atoms: [Atom] = []
    let between: GrammarSet = [.skip, .filler, .link, .auxiliary, .possessive, .our, .have]
    for word in words(at: position) where word.flags.contains(.event) {
      guard case .meanings(let meanings) = word.modifier else { continue }
      let next = lattice.skip(between, from: word.end)
      for time in times(at: next) {
        guard case .time(let value) = time.modifier else { continue }
        atoms.append(
          Atom(
            end: time.end, modifier: .event(meanings.filter(AtomReader.isEvent), value), cost: word.cost, flags: .event)
        )
      }
    }
    for time in times(at: position) {
      guard case .time(let value) = time.modifier else { continue }
      let next = lattice.skip(between.union([.comma]), from: time.end)
      for word in words(at: next) where word.flags.contains(.event) {
        guard case .meanings(let meanings) = word.modifier else { continue }
        atoms.append(
          Atom(
            end: word.end, modifier: .event(meanings.filter(AtomReader.isEvent), value), cost: word.cost + 1,
            flags: .event))
      }
    }
    return atoms
  }

  private func names(at position: Int) -> [Atom] {
    var byEnd: [Int: [NameSpan]] = [:]
    for edge in lattice.edges[position] {
      if case .name(let span) = edge.content { byEnd[edge.end, default: []].append(span) }
    }
    return byEnd.sorted { $0.key < $1.key }.map { end, spans in
      let length = end - position
      var close = end
      for span in spans {
        if case .category(let kind, let field, _) = span.target {
          close = max(close, closing(end, fieldsOf: [.value(kind, field, [])]))
        }
        if case .records(let kind, _, _) = span.target { close = max(close, closing(end, referenceTo: kind)) }
      }
      let exact = spans.contains(where: \.isExact)
      return Atom(
        end: close, modifier: .name(spans, tokens: position..<end), cost: exact ? max(0, 2 - length) : 4, flags: .name)
    }
  }

  /// "negotiation stage", 谈判阶段: the name of a referred record, and the reference's own word.
  private func closing(_ end: Int, referenceTo kind: KindID) -> Int {
    let next = lattice.skip([.skip, .possessive], from: end)
    for start in Set([end, next]).sorted() {
      for (fields, after) in fields(at: start) {
        for case .field(let owner, let id) in fields {
          if case .reference(kind)? = parser.schema[owner]?.field(id)?.kind { return after }
        }
      }
    }
    return end
  }

  func times(at position: Int) -> [Atom] {
    guard position < lattice.count, lattice.has(.time, at: position) else { return [] }
    if let known = parser.found.times[position] { return known }
    let made = readTimes(at: position)
    parser.found.times[position] = made
    return made
  }

  private func readTimes(at position: Int) -> [Atom] {
    lattice.edges[position].compactMap { edge in
      guard case .value(let value) = edge.content, let time = value.time, value.kind != .time, time != .now,
        !value.isImpossible
      else { return nil }
      return Atom(end: edge.end, modifier: .time(value), cost: edge.end - position > 1 ? 0 : 1, flags: .bareTime)
    }
  }

  private func speaker(at position: Int) -> [Atom] {
    var atoms: [Atom] = []
    if let end = lattice.end(of: .my, at: position) { atoms.append(Atom(end: end, modifier: .speaker, cost: 0)) }
    if let end = lattice.end(of: .speaker, at: position) { atoms.append(Atom(end: end, modifier: .speaker, cost: 1)) }
    return atoms
  }

  private func codes(at position: Int) -> [Atom] {
    lattice.edges[position].compactMap { edge in
      guard case .code(let code) = edge.content else { return nil }
      return Atom(end: edge.end, modifier: .code(code), cost: 0, flags: .name)
    }
  }

  /// The field words at a token, all fields of one stretch together, longest first.
  func fields(at position: Int) -> [(fields: [Meaning], end: Int)] {
    guard position < lattice.count, lattice.has(.field, at: position) else { return [] }
    if let known = parser.found.fields[position] { return known }
    let made = readFields(at: position)
    parser.found.fields[position] = made
    return made
  }

  private func readFields(at position: Int) -> [(fields: [Meaning], end: Int)] {
    var byEnd: [Int: [Meaning]] = [:]
    for edge in lattice.edges[position] {
      if case .meaning(let meaning) = edge.content, case .field = meaning {
        byEnd[edge.end, default: []].append(meaning)
      }
    }
    return byEnd.sorted { $0.key > $1.key }.map { ($0.value, $0.key) }
  }

  /// A whole number that stands here, and where it ends.
  func whole(at position: Int) -> (Int, Int)? {
    guard position < lattice.count, lattice.has(.figure, at: position) else { return nil }
    var best: (Int, Int)?
    for edge in lattice.edges[position] {
      guard case .value(let value) = edge.content, case .number(let number) = value.payload, let whole = number.integer,
        edge.end > best?.1 ?? 0
      else { continue }
      best = (Int(clamping: whole), edge.end)
    }
    return best
  }

  static func isEvent(_ meaning: Meaning) -> Bool {
    if case .event = meaning { return true }
    return false
  }

  /// A day or a period.
  static func span(_ value: RecognizedValue) -> RecognizedValue? {
    guard let time = value.time, value.kind != .time, time != .now, !value.isImpossible else { return nil }
    return value
  }

  /// A length of time as the stretch that ends now: "no activity for 30 days".
  static func window(_ value: RecognizedValue) -> RecognizedValue? {
    guard case .duration(let duration) = value.payload, duration.seconds == 0 else { return nil }
    let expression: TimeExpression =
      duration.months == 0 ? .window(duration.days, .day, .past) : .window(duration.months, .month, .past)
    var window = value
    window.kind = .range
    window.payload = .time(expression)
    return window
  }
}
