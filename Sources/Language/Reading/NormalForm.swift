import Model
import Recognizers
import Values

/// The one way to write a query, so that the same meaning is the same text whatever the wording was.
public struct NormalForm {
  /// Resolves relative times.
  public let now: LocalTime
  /// How records are shown: their names.
  public let names: [RecordID: String]

  public init(now: LocalTime, names: [RecordID: String]) {
    self.now = now
    self.names = names
  }

  /// Conjuncts and alternatives in one order, without doubles.
  public static func sorted(_ predicate: Predicate) -> Predicate {
    switch predicate {
    case .all(let parts): join(parts) { .all($0) }
    case .any(let parts): join(parts) { .any($0) }
    case .not(let inner): .not(sorted(inner))
    case .exists(let relation, let inner): .exists(relation, sorted(inner))
    case .via(let field, let inner): .via(field, sorted(inner))
    default: predicate
    }
  }

  private static func join(_ parts: [Predicate], _ make: ([Predicate]) -> Predicate) -> Predicate {
    // Any clock will do for putting conditions into one order.
    let plain = NormalForm(now: LocalTime(seconds: 0), names: [:])
    guard parts.count > 1 else { return parts.first.map(sorted) ?? make([]) }
    var keyed: [(key: String, part: Predicate)] = []
    for part in parts.map(sorted) {
      let key = plain.json(part).text
      if !keyed.contains(where: { $0.part == part }) { keyed.append((key, part)) }
    }
    return keyed.count == 1 ? keyed[0].part : make(keyed.sorted { $0.key < $1.key }.map(\.part))
  }

  /// `{"entity":…,"where":[…],"sort":[…],"limit":…,"group":[…],"measure":[…]}`, without what is empty.
  public func json(_ asked: Query) -> JSON {
    var query = asked
    query.predicate = NormalForm.sorted(asked.predicate)
    var members = [JSON.Member("entity", .string(query.kind.rawValue))]
    let conditions: [JSON]
    if case .all(let parts) = query.predicate {
      conditions = parts.map(json)
    } else {
      conditions = [json(query.predicate)]
    }
    if !conditions.isEmpty { members.append(.init("where", .array(conditions.sorted { $0.text < $1.text }))) }
    if !query.sort.isEmpty { members.append(.init("sort", .array(query.sort.map(json)))) }
    if let limit = query.limit { members.append(.init("limit", .integer(Int64(limit)))) }
    if !query.groups.isEmpty { members.append(.init("group", .array(query.groups.map(json)))) }
    if !query.measures.isEmpty { members.append(.init("measure", .array(query.measures.map(json)))) }
    return .object(members)
  }

  private func json(_ sort: Sort) -> JSON {
    let key: JSON =
      switch sort.key {
      case .expression(let expression): json(expression)
      case .measure(let index): .integer(Int64(index))
      }
    return ["by": key, "descending": .boolean(sort.isDescending)]
  }

  public func json(_ predicate: Predicate) -> JSON {
    switch predicate {
    case .all(let parts): ["all": .array(parts.map(json))]
    case .any(let parts): ["any": .array(parts.map(json))]
    case .not(let inner): ["not": json(inner)]
    case .compare(let left, let comparison, let right):
      ["path": json(left), "op": .string(comparison.rawValue), "value": json(right)]
    case .oneOf(let left, let values):
      ["path": json(left), "op": "in", "value": .array(values.map(json).sorted { $0.text < $1.text })]
    case .within(let left, let time): ["path": json(left), "op": "within", "value": json(time)]
    case .isEmpty(let left): ["path": json(left), "op": "empty"]
    case .contains(let left, let text): ["path": json(left), "op": "contains", "value": .string(text)]
    case .has(let left, let label): ["path": json(left), "op": "has", "value": .string(label)]
    case .exists(let relation, let inner): ["exists": .string(relation.rawValue), "where": json(inner)]
    case .via(let field, let inner): ["via": .string(field.rawValue), "where": json(inner)]
    }
  }

  public func json(_ expression: Expression) -> JSON {
    switch expression {
    case .path(let path): .string(path.map(\.rawValue).joined(separator: "."))
    case .constant(let value): json(value)
    case .speaker: "speaker"
    case .today: .string(now.day.description)
    case .now: "now"
    case .aggregate(let aggregate, let relation, let matching, let of):
      [
        "aggregate": .string(aggregate.rawValue), "of": of.map(json) ?? .null, "relation": .string(relation.rawValue),
        "where": json(matching),
      ]
    case .sum(let a, let b): ["+": [json(a), json(b)]]
    case .difference(let a, let b): ["-": [json(a), json(b)]]
    case .product(let a, let b): ["*": [json(a), json(b)]]
    case .quotient(let a, let b): ["/": [json(a), json(b)]]
    case .days(let a, let b): ["days": [json(a), json(b)]]
    case .hours(let a, let b): ["hours": [json(a), json(b)]]
    case .period(let of, let grain): ["period": .string(grain.rawValue), "of": json(of)]
    }
  }

  private func json(_ measure: Measure) -> JSON {
    switch measure {
    case .aggregate(let aggregate, let of, let matching):
      ["aggregate": .string(aggregate.rawValue), "of": of.map(json) ?? .null, "where": json(matching)]
    case .ratio(let a, let b): ["ratio": [json(a), json(b)]]
    case .difference(let a, let b): ["difference": [json(a), json(b)]]
    }
  }

  public func json(_ term: TimeTerm) -> JSON {
    guard let span = term.resolve(at: now) else { return .null }
    if let day = span.singleDay { return .string(day.description) }
    return .object(
      (span.from.map { [JSON.Member("from", .string($0.description))] } ?? [])
        + (span.to.map { [JSON.Member("to", .string($0.description))] } ?? []))
  }

  public func json(_ value: Value) -> JSON {
    switch value {
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .decimal(let number): .number(number)
    case .boolean(let flag): .boolean(flag)
    case .money(let money): ["amount": .string(money.decimal), "currency": .string(money.currency.code)]
    case .amounts(let all): .array(all.map { json(.money($0)) })
    case .day(let day): .string(day.description)
    case .moment(let moment): .string(moment.description)
    case .record(let id):
      ["entity": .string(id.kind.rawValue), "key": .integer(id.key), "name": .string(names[id] ?? "")]
    case .list(let labels): .array(labels.map { .string($0) })
    }
  }
}
