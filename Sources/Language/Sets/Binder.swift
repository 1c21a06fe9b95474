import Model
import Recognizers
import Values

/// Ties modifiers to a kind of record: what "in Texas", "over 20k" or "won in May" says of a deal, or of an account.
struct Binder {
  struct Bound {
    var predicate: Predicate
    var cost: Int
    /// The names in it, with what they may be.
    var names: [ResolvedName] = []
  }

  let schema: Schema
  let routes: Routes
  let currency: Currency
  /// The set that a nested node stands for, finished.
  let nested: (Int) -> SetReading?

  func bind(_ modifier: Modifier, to kind: KindSchema) -> Bound? {
    switch modifier {
    case .noun(let noun, let conditions):
      guard noun == kind.id else { return nil }
      return bind(conditions, to: kind)
    case .meanings(let meanings): return best(meanings) { bind($0, nil, to: kind) }
    case .event(let meanings, let time): return best(meanings) { bind($0, time, to: kind) }
    case .name(let spans, let tokens): return bind(spans, tokens, to: kind)
    case .code(let code):
      guard Binder.matches(code, kind) else { return nil }
      return Bound(predicate: has(code, kind), cost: 0)
    case .speaker:
      guard let owner = kind.id == "user" ? ["id"] : kind.owner else { return nil }
      return Bound(predicate: .compare(.path(owner), .equal, .speaker), cost: 0)
    case .time(let value): return bindTime(value, on: kind.date.map { [$0] }, .nearest, cost: 5)
    case .quantity(let fields, let comparison, let low, let high):
      return bind(fields, comparison, low, high, to: kind)
    case .fieldText(let fields, let text):
      return best(fields) { meaning in
        guard case .field(let owner, let field) = meaning, let route = routes.route(from: kind.id, to: owner),
          route.path != nil
        else { return nil }
        return Bound(predicate: route.wrap(.oneOf(.path([field]), [.text(text)])), cost: route.cost + 1)
      }
    case .missing(let fields): return best(fields) { bindMissing($0, to: kind) }
    case .present(let fields): return best(fields) { bindPresent($0, to: kind) }
    case .elapsed(let start, let end, let comparison, let duration):
      return bindElapsed(start, end, comparison, duration, to: kind)
    case .related(let node, let count): return bindRelated(node, count, to: kind)
    case .not(let inner):
      guard var bound = bind(inner, to: kind), bound.predicate != .always else { return nil }
      bound.predicate = .not(bound.predicate)
      return bound
    case .any(let parts):
      var result = Bound(predicate: .any([]), cost: 0)
      var predicates: [Predicate] = []
      for part in parts {
        guard let bound = bind(part, to: kind) else { return nil }
        predicates.append(bound.predicate)
        result.cost = max(result.cost, bound.cost)
        result.names += bound.names
      }
      result.predicate = .any(predicates)
      return result
    case .count, .limit, .sort, .pronoun, .root: return Bound(predicate: .always, cost: 0)
    }
  }

  /// Whether a code is of this kind's series.
  static func matches(_ code: String, _ kind: KindSchema) -> Bool {
    guard let hyphen = code.firstIndex(of: "-") else { return false }
    return !kind.isPart && code[..<hyphen] == kind.codePrefix
  }

  private func has(_ code: String, _ kind: KindSchema) -> Predicate {
    if let field = kind.codeField { return .oneOf(.path([field]), [.text(code)]) }
    let key = code.split(separator: "-").last.flatMap { Int64($0) } ?? -1
    return .oneOf(.path(["id"]), [.record(RecordID(kind.id, key))])
  }

  private func best(_ meanings: [Meaning], _ bind: (Meaning) -> Bound?) -> Bound? {
    var best: Bound?
    for meaning in meanings {
      guard let bound = bind(meaning) else { continue }
      if bound.cost < best?.cost ?? .max { best = bound }
    }
    return best
  }

  private func bind(_ conditions: [Meaning.Condition], to kind: KindSchema) -> Bound? {
    var predicate = Predicate.always
    for condition in conditions {
      switch condition {
      case .value(let field, let stored): predicate = predicate.and(equals(kind, field, [stored]))
      case .filter(let id):
        guard let filter = kind.filter(id) else { return nil }
        predicate = predicate.and(filter.predicate)
      }
    }
    return Bound(predicate: predicate, cost: 0)
  }

  private func bind(_ meaning: Meaning, _ time: RecognizedValue?, to kind: KindSchema) -> Bound? {
    switch meaning {
    case .value(let owner, let field, let stored):
      guard let route = routes.route(from: kind.id, to: owner), let target = schema[owner], route.path != nil else {
        return nil
      }
      return Bound(predicate: route.wrap(equals(target, field, stored)), cost: route.cost)
    case .filter(let owner, let id):
      guard let route = routes.route(from: kind.id, to: owner), let filter = schema[owner]?.filter(id) else {
        return nil
      }
      return Bound(predicate: route.wrap(filter.predicate), cost: route.cost)
    case .event(let owner, let id):
      guard let route = routes.route(from: kind.id, to: owner), let target = schema[owner], let event = target.event(id)
      else { return nil }
      var predicate = event.implies
      if let time {
        let date: Expression = .path(event.date)
        guard let expression = time.time else { return nil }
        predicate = predicate.and(.within(date, TimeTerm(expression, prefer: event.tense == .past ? .past : .future)))
      }
      if let through = event.through { predicate = .exists(through, predicate) }
      return Bound(predicate: route.wrap(predicate), cost: route.cost)
    case .noun(let owner, let conditions):
      guard owner == kind.id else { return nil }
      return bind(conditions, to: kind)
    case .field(let owner, let field):
      if let time {
        guard let route = routes.route(from: kind.id, to: owner), let target = schema[owner], route.path != nil,
          [.day, .moment].contains(target.field(field)?.kind)
        else { return nil }
        let tense = target.events.first { $0.date == [field] }?.tense
        return bindTime(time, on: [field], tense == .past ? .past : tense == .future ? .future : .nearest, cost: 0).map
        {
          Bound(predicate: route.wrap($0.predicate), cost: route.cost)
        }
      }
      // "which accounts have subsidiaries": a relation named alone.
      if let target = schema[owner], target.relation(field) != nil {
        guard let route = routes.route(from: kind.id, to: owner), route.steps.isEmpty else { return nil }
        return Bound(predicate: .exists(field, .always), cost: 0)
      }
      // A yes-or-no field named alone: "auto-renewing contracts".
      guard let route = routes.route(from: kind.id, to: owner), schema[owner]?.field(field)?.kind == .boolean else {
        return nil
      }
      return Bound(predicate: route.wrap(.oneOf(.path([field]), [.boolean(true)])), cost: route.cost + 1)
    case .measure: return nil
    }
  }

  /// A stored value of a field, typed as the field is.
  func equals(_ kind: KindSchema, _ field: FieldID, _ stored: [String]) -> Predicate {
    switch kind.field(field)?.kind {
    case .boolean: .oneOf(.path([field]), stored.map { .boolean(["yes", "true", "1"].contains($0)) })
    case .tags: stored.count == 1 ? .has(.path([field]), stored[0]) : .any(stored.map { .has(.path([field]), $0) })
    case .reference(let target):
      .via(field, .oneOf(.path([schema[target]?.nameField ?? "name"]), stored.map { .text($0) }))
    default: .oneOf(.path([field]), stored.map { .text($0) })
    }
  }

  private func bindMissing(_ meaning: Meaning, to kind: KindSchema) -> Bound? {
    guard case .field(let owner, let field) = meaning, let route = routes.route(from: kind.id, to: owner),
      route.path != nil
    else { return nil }
    // A kind may say itself what it is to be without something: a deal without a next step is an open one.
    let named = schema[owner]?.filter("no_\(field)")
    if schema[owner]?.relation(field) != nil {
      return Bound(predicate: route.wrap(named?.predicate ?? .not(.exists(field, .always))), cost: route.cost)
    }
    return Bound(predicate: route.wrap(named?.predicate ?? .isEmpty(.path([field]))), cost: route.cost)
  }

  private func bindPresent(_ meaning: Meaning, to kind: KindSchema) -> Bound? {
    guard case .field(let owner, let id) = meaning, let route = routes.route(from: kind.id, to: owner),
      route.path != nil
    else { return nil }
    guard let field = schema[owner]?.field(id) else {
      return schema[owner]?.relation(id).map { _ in Bound(predicate: route.wrap(.exists(id, .always)), cost: route.cost)
      }
    }
    switch field.kind {
    case .money, .integer, .decimal, .percent:
      return Bound(
        predicate: route.wrap(.compare(.path([id]), .greater, .constant(.integer(0)))), cost: route.cost)
    case .reference: return nil
    default: return Bound(predicate: route.wrap(.not(.isEmpty(.path([id])))), cost: route.cost)
    }
  }

  private func bindElapsed(
    _ start: [Meaning], _ end: [Meaning], _ comparison: Comparison, _ duration: CalendarDuration, to kind: KindSchema
  ) -> Bound? {
    func date(_ meanings: [Meaning]) -> (FieldID, Predicate)? {
      for case .event(kind.id, let id) in meanings {
        if let event = kind.event(id), event.through == nil, let field = event.date.last {
          return (field, event.implies)
        }
      }
      return nil
    }
    guard let (from, _) = date(start), let (to, implies) = date(end) else { return nil }
    let isMoment = kind.field(from)?.kind == .moment && kind.field(to)?.kind == .moment
    let span: Expression =
      isMoment
      ? .hours(from: .path([from]), to: .path([to])) : .days(from: .path([from]), to: .path([to]))
    let limit = Int64(duration.totalSeconds / (isMoment ? 3600 : 86_400))
    return Bound(predicate: implies.and(.compare(span, comparison, .constant(.integer(limit)))), cost: 0)
  }

  private func bindRelated(_ node: Int, _ count: (Comparison, Int)?, to kind: KindSchema) -> Bound? {
    guard let set = nested(node), let route = routes.route(from: kind.id, to: set.query.kind) else { return nil }
    if route.steps.isEmpty { return Bound(predicate: set.query.predicate, cost: 3, names: set.names) }
    guard let (comparison, number) = count ?? set.count else {
      return Bound(predicate: route.wrap(set.query.predicate), cost: route.cost / 2, names: set.names)
    }
    guard case .exists(let relation)? = route.steps.first, route.steps.count == 1 else { return nil }
    let many: Expression = .aggregate(.count, relation: relation, matching: set.query.predicate, of: nil)
    return Bound(
      predicate: .compare(many, comparison, .constant(.integer(Int64(number)))), cost: route.cost / 2, names: set.names)
  }
}
