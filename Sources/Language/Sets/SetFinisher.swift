import Model
import Recognizers

/// Makes a query, and what is asked about it, of a finished chain of modifiers.
struct SetFinisher {
  let parser: SetParser

  func finish(_ node: Int, as kind: KindSchema) -> (set: SetReading, shape: Shape)? {
    let places = parser.places(node)
    let chain = places.map { parser.modifiers[$0] }
    guard let number = parser.kindIndex(kind.id).map(Int.init) else { return nil }
    var collected = Collected(kind: kind, chain: chain, plural: isPlural(node))
    let timed = collected.timed(chain, places, parser.schema)
    var query = Query(kind.id)
    var names: [ResolvedName] = []
    var cost = Int(parser.nodes[node].cost)
    var isDescribed = false
    for (modifier, place) in timed {
      guard let bound = place.map({ parser.bound($0, to: number) }) ?? parser.binder.bind(modifier, to: kind) else {
        return nil
      }
      if case .all(let parts) = bound.predicate, parts.isEmpty { continue }
      query.predicate = query.predicate.and(bound.predicate)
      names += bound.names
      if parser.nodes[node].head < 0 { cost += bound.cost }
      if case .name = modifier, !bound.names.isEmpty {
      } else if case .code = modifier {
      } else if case .noun(_, let conditions) = modifier, conditions.isEmpty {
      } else {
        isDescribed = true
      }
    }
    guard !query.predicate.isContradictory else { return nil }
    guard collected.apply(to: &query, parser.routes, parser.schema) else { return nil }
    guard var shape = collected.shape(&query, parser) else { return nil }
    if collected.hasBareDefaultTime { cost += 4 }
    let flags = parser.nodes[node].flags
    let set = SetReading(
      query: query, names: names, code: collected.code, pronoun: collected.pronoun, hasNoun: flags.contains(.noun),
      isDescribed: isDescribed, count: collected.count,
      tokens: parser.start(node)..<Int(parser.nodes[node].position), cost: cost)
    if set.isName, shape.asked == .aggregate(.sum), shape.groups.isEmpty, shape.field == nil, let amount = kind.amount {
      // "how much is the Sensor Kit?": one record has one amount.
      shape.asked = .field
      shape.field = .path([amount])
      var single = set
      single.query.measures = []
      return (single, shape)
    }
    return (set, shape)
  }

  /// Whether the noun that decided the kind is a plural where the language shows it.
  private func isPlural(_ node: Int) -> Bool {
    var current = node
    while current >= 0 {
      let here = parser.nodes[current]
      if here.modifier >= 0, case .noun = parser.modifiers[Int(here.modifier)] {
        let last = parser.lattice.sentence.tokens[Int(here.position) - 1]
        return last.sort == .word && last.text.hasSuffix("s")
      }
      current = Int(here.parent)
    }
    return false
  }
}

/// The parts of a description by what they do.
struct Collected {
  let kind: KindSchema
  let isPlural: Bool
  var roots: [Modifier.RootWord] = []
  var orders: [Modifier.Order] = []
  var limit: Int?
  var count: (Comparison, Int)?
  var code: String?
  var pronoun: SetReading.Pronoun?
  var people = 0
  /// The date that a period in a grouping is about.
  var eventDate: [FieldID]?
  var hasBareDefaultTime = false

  init(kind: KindSchema, chain: [Modifier], plural: Bool) {
    self.kind = kind
    isPlural = plural
    for modifier in chain {
      switch modifier {
      case .root(let word): roots.append(word)
      case .sort(let order): orders.append(order)
      case .limit(let number): limit = number
      case .count(let comparison, let number): count = (comparison, number)
      case .code(let text): code = text
      case .pronoun(let which): pronoun = which
      case .any(let parts):
        let names = parts.filter {
          if case .name(let spans, _) = $0 { spans.contains(where: Collected.isUser) } else { false }
        }
        if names.count == parts.count { people = max(people, parts.count) }
      default: break
      }
    }
  }

  private static func isUser(_ span: NameSpan) -> Bool {
    if case .records("user", _, _) = span.target { return true }
    return false
  }

  /// The conditions, with bare times given to the events that have none; the rest says something about the kind's date.
  /// Each with its place among the parser's modifiers, unless it was changed so.
  mutating func timed(_ chain: [Modifier], _ places: [Int], _ schema: Schema) -> [(modifier: Modifier, place: Int?)] {
    var conditions: [(modifier: Modifier, place: Int?)] = []
    var times: [(value: RecognizedValue, place: Int)] = []
    for (modifier, place) in zip(chain, places) {
      switch modifier {
      case .root, .sort, .limit, .count, .pronoun: continue
      case .time(let value): times.append((value, place))
      default: conditions.append((modifier, place))
      }
    }
    for index in conditions.indices {
      switch conditions[index].modifier {
      case .event(let meanings, _): eventDate = date(of: meanings, schema) ?? eventDate
      case .meanings(let meanings):
        guard let event = ownEvent(meanings) else { continue }
        if event.through == nil { eventDate = event.date }
        if let time = times.first {
          conditions[index] = (.event([.event(kind.id, event.id)], time.value), nil)
          times.removeFirst()
        }
      default: break
      }
    }
    guard !times.isEmpty else { return conditions }
    let measured = roots.compactMap { word -> String? in
      if case .measure(kind.id, let id) = word { return kind.measure(id)?.event }
      return nil
    }.first
    for time in times {
      if let measured {
        conditions.append((.event([.event(kind.id, measured)], time.value), nil))
      } else if let eventDate, kind.events.contains(where: { $0.date == eventDate && $0.through == nil }) {
        conditions.append((.event([.field(kind.id, eventDate[0])], time.value), nil))
      } else {
        hasBareDefaultTime = true
        conditions.append((.time(time.value), time.place))
      }
    }
    return conditions
  }

  private func ownEvent(_ meanings: [Meaning]) -> Event? {
    for case .event(kind.id, let id) in meanings {
      if let event = kind.event(id) { return event }
    }
    return nil
  }

  private func date(of meanings: [Meaning], _ schema: Schema) -> [FieldID]? {
    if let event = ownEvent(meanings), event.through == nil { return event.date }
    for case .field(kind.id, let field) in meanings { return [field] }
    return nil
  }

  /// Sort and limit. The best deal is one, unless a number or a plural says otherwise.
  /// False where the kind has nothing to be sorted by so.
  func apply(to query: inout Query, _ routes: Routes, _ schema: Schema) -> Bool {
    query.limit = limit
    for order in orders {
      guard let key = expression(of: order.key, routes) else { return false }
      let isDescending = order.isNatural ? isFigure(key, schema) : order.descending
      query.sort.append(Sort(.expression(key), descending: isDescending))
      var isOne = !isPlural
      if case .event = order.key { isOne = true }
      if order.isSuperlative, limit == nil, isOne { query.limit = 1 }
    }
    return true
  }

  private func expression(of key: Modifier.Order.Key, _ routes: Routes) -> Expression? {
    switch key {
    case .amount: return kind.amount.map { .path([$0]) } ?? kind.date.map { .path([$0]) }
    case .date: return (eventDate ?? kind.date.map { [$0] }).map { .path($0) }
    case .event(let meanings): return ownEvent(meanings).flatMap { $0.through == nil ? .path($0.date) : nil }
    case .fields(let meanings): return Collected.path(to: meanings, from: kind, routes).map { .path($0) }
    }
  }

  /// The nearest of these fields from a kind.
  static func path(to meanings: [Meaning], from kind: KindSchema, _ routes: Routes) -> [FieldID]? {
    var best: (path: [FieldID], cost: Int)?
    for meaning in meanings {
      let target: (KindID, FieldID?)
      switch meaning {
      case .field(let owner, let field): target = (owner, field)
      case .noun(let owner, _): target = (owner, nil)
      default: continue
      }
      guard let route = routes.route(from: kind.id, to: target.0), let path = route.path else { continue }
      let full = path + (target.1.map { [$0] } ?? [])
      if !full.isEmpty, route.cost < best?.cost ?? .max { best = (full, route.cost) }
    }
    return best?.path
  }
}
