import Recognizers
import Values

/// Queries as JSON and back, for what is kept between messages.
///
/// By hand, since the derived coding of deep enums takes tens of milliseconds at its first use. A time keeps its own
/// coding, given by the caller, so that it stays as it was said.
public struct QueryCoding: Sendable {
  public typealias TimeWriter = @Sendable (TimeTerm) -> String?
  public typealias TimeReader = @Sendable (String) -> TimeTerm?

  let write: TimeWriter
  let read: TimeReader

  public init(write: @escaping TimeWriter, read: @escaping TimeReader) {
    self.write = write
    self.read = read
  }

  public func json(_ query: Query) -> JSON {
    [
      "kind": .string(query.kind.rawValue), "where": json(query.predicate), "sort": .array(query.sort.map(json)),
      "limit": query.limit.map { .integer(Int64($0)) } ?? .null,
    ]
  }

  /// nil for what `json` did not write. Groups and measures are not kept: lists have none.
  public func query(_ json: JSON) -> Query? {
    guard case .string(let kind)? = json["kind"], let condition = json["where"].flatMap(predicate),
      case .array(let keys)? = json["sort"]
    else { return nil }
    var query = Query(KindID(kind), where: condition, sort: keys.compactMap(sort))
    if case .integer(let limit)? = json["limit"] { query.limit = Int(limit) }
    return query.sort.count == keys.count ? query : nil
  }

  // MARK: Writing

  private func json(_ sort: Sort) -> JSON {
    guard case .expression(let expression) = sort.key else { return .null }
    return [.boolean(sort.isDescending), json(expression)]
  }

  private func json(_ predicate: Predicate) -> JSON {
    switch predicate {
    case .all(let parts): .array(["all"] + parts.map(json))
    case .any(let parts): .array(["any"] + parts.map(json))
    case .not(let inner): ["not", json(inner)]
    case .compare(let a, let comparison, let b): ["compare", json(a), .string(comparison.rawValue), json(b)]
    case .oneOf(let expression, let values): .array(["oneOf", json(expression)] + values.map(ValueCoding.json))
    case .within(let expression, let time): ["within", json(expression), write(time).map { .string($0) } ?? .null]
    case .isEmpty(let expression): ["empty", json(expression)]
    case .contains(let expression, let text): ["contains", json(expression), .string(text)]
    case .has(let expression, let label): ["has", json(expression), .string(label)]
    case .exists(let relation, let inner): ["exists", .string(relation.rawValue), json(inner)]
    case .via(let field, let inner): ["via", .string(field.rawValue), json(inner)]
    }
  }

  private func json(_ expression: Expression) -> JSON {
    switch expression {
    case .path(let path): .array(["path"] + path.map { .string($0.rawValue) })
    case .constant(let value): ["constant", ValueCoding.json(value)]
    case .speaker: ["speaker"]
    case .today: ["today"]
    case .now: ["now"]
    case .aggregate(let aggregate, let relation, let matching, let of):
      [
        "aggregate", .string(aggregate.rawValue), .string(relation.rawValue), json(matching), of.map(json) ?? .null,
      ]
    case .sum(let a, let b): ["sum", json(a), json(b)]
    case .difference(let a, let b): ["difference", json(a), json(b)]
    case .product(let a, let b): ["product", json(a), json(b)]
    case .quotient(let a, let b): ["quotient", json(a), json(b)]
    case .days(let a, let b): ["days", json(a), json(b)]
    case .hours(let a, let b): ["hours", json(a), json(b)]
    case .period(let of, let grain): ["period", json(of), .string(grain.rawValue)]
    }
  }
}
