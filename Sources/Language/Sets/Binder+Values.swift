import Model
import Recognizers
import Values

extension Binder {
  /// A bare time is about the kind's own date; an event's time about the event's.
  func bindTime(_ value: RecognizedValue, on path: [FieldID]?, _ preference: TimePreference, cost: Int) -> Bound? {
    guard let path, let expression = value.time else { return nil }
    return Bound(predicate: .within(.path(path), TimeTerm(expression, prefer: preference)), cost: cost)
  }

  /// A figure against a field: an amount of money, a number, a percentage, a length of time.
  func bind(
    _ fields: [Meaning], _ comparison: Comparison, _ low: RecognizedValue, _ high: RecognizedValue?, to kind: KindSchema
  ) -> Bound? {
    if fields.isEmpty {
      guard let amount = kind.amount, let field = kind.field(amount), isAmount(low) else { return nil }
      return compare(.path([amount]), field, comparison, low, high).map { Bound(predicate: $0, cost: 0) }
    }
    var best: Bound?
    for case .field(let owner, let id) in fields {
      guard let route = routes.route(from: kind.id, to: owner), route.path != nil, let field = schema[owner]?.field(id),
        let predicate = compare(.path([id]), field, comparison, low, high), route.cost < best?.cost ?? .max
      else { continue }
      best = Bound(predicate: route.wrap(predicate), cost: route.cost)
    }
    return best
  }

  private func isAmount(_ value: RecognizedValue) -> Bool {
    switch value.payload {
    case .money, .number: true
    default: false
    }
  }

  private func compare(
    _ expression: Expression, _ field: Field, _ comparison: Comparison, _ low: RecognizedValue, _ high: RecognizedValue?
  ) -> Predicate? {
    guard let first = constant(low, for: field) else { return nil }
    guard let high else { return .compare(expression, comparison, .constant(first)) }
    guard let second = constant(high, for: field) else { return nil }
    return .all([
      .compare(expression, .atLeast, .constant(first)), .compare(expression, .atMost, .constant(second)),
    ])
  }

  /// A recognised value as a field can hold it; nil where it cannot.
  func constant(_ value: RecognizedValue, for field: Field) -> Value? {
    switch (field.kind, value.payload) {
    case (.money, .money(let amount, let named)):
      let currency = named ?? currency
      return amount.scaled(to: currency.digits).map { .money(Money(minor: $0, currency)) }
    case (.money, .number(let amount)):
      return amount.scaled(to: currency.digits).map { .money(Money(minor: $0, currency)) }
    case (.integer, .number(let number)), (.integer, .money(let number, nil)):
      return number.integer.map { .integer($0) }
    case (.decimal, .number(let number)), (.decimal, .money(let number, nil)), (.percent, .number(let number)),
      (.percent, .percent(let number)):
      return number.integer.map { .integer($0) } ?? .decimal(number.doubleValue)
    case (.integer, .duration(let duration)), (.decimal, .duration(let duration)):
      // Fields of elapsed time count hours or days; their ids say which.
      return .integer(Int64(duration.totalSeconds / (field.id.rawValue.hasSuffix("hours") ? 3600 : 86_400)))
    default: return nil
    }
  }

  /// What a name is to records of a kind: the record itself, its owner, what it refers to, or a stored category.
  func bind(_ spans: [NameSpan], _ tokens: Range<Int>, to kind: KindSchema) -> Bound? {
    var best: Bound?
    for span in spans {
      guard let bound = bind(span, tokens, to: kind) else { continue }
      if bound.cost < best?.cost ?? .max { best = bound }
    }
    return best
  }

  private func bind(_ span: NameSpan, _ tokens: Range<Int>, to kind: KindSchema) -> Bound? {
    let partial = span.isExact ? 0 : 3
    switch span.target {
    case .category(let owner, let field, let stored):
      guard let route = routes.route(from: kind.id, to: owner), route.path != nil else { return nil }
      return Bound(predicate: route.wrap(.oneOf(.path([field]), [.text(stored)])), cost: route.cost + partial * 3)
    case .records(let target, let count, let few):
      guard !few.isEmpty, let route = routes.route(from: kind.id, to: target) else { return nil }
      let name = ResolvedName(tokens: tokens, kind: target, isExact: span.isExact, few: few, count: count)
      let ids = few.map { Value.record($0.id) }
      // A partial name of the kind itself yields to what it belongs to: "Acme deals" are the deals of Acme.
      let own = route.steps.isEmpty && !span.isExact ? 4 : 0
      return Bound(
        predicate: route.wrap(.oneOf(.path(["id"]), ids)), cost: route.cost + partial + own, names: [name])
    }
  }
}

/// A name in a sentence and the records it may be.
public struct ResolvedName: Sendable, Hashable {
  public let tokens: Range<Int>
  public let kind: KindID
  public let isExact: Bool
  /// At most ten of `count`.
  public let few: [NamedRecord]
  public let count: Int
}
