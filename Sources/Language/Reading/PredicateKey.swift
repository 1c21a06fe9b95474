import Model

/// What conjuncts and alternatives are ordered by: the same text for the same predicate, and another for any other.
///
/// Written out case by case, since the description that Swift makes of an enum reflects all of it, which took a tenth of
/// a sentence's time.
enum PredicateKey {
  static func of(_ predicate: Predicate) -> String {
    switch predicate {
    case .all(let parts): "all(" + parts.map(of).joined(separator: ",") + ")"
    case .any(let parts): "any(" + parts.map(of).joined(separator: ",") + ")"
    case .not(let inner): "not(" + of(inner) + ")"
    case .compare(let left, let comparison, let right):
      "compare(" + of(left) + comparison.rawValue + of(right) + ")"
    case .oneOf(let left, let values): "oneOf(" + of(left) + "," + values.map(of).joined(separator: ",") + ")"
    case .within(let left, let time): "within(" + of(left) + "," + "\(time)" + ")"
    case .isEmpty(let left): "isEmpty(" + of(left) + ")"
    case .contains(let left, let text): "contains(" + of(left) + "," + text + ")"
    case .has(let left, let text): "has(" + of(left) + "," + text + ")"
    case .exists(let relation, let inner): "exists(" + relation.rawValue + "," + of(inner) + ")"
    case .via(let field, let inner): "via(" + field.rawValue + "," + of(inner) + ")"
    }
  }

  private static func of(_ expression: Expression) -> String {
    switch expression {
    case .path(let fields): fields.map(\.rawValue).joined(separator: ".")
    case .constant(let value): of(value)
    case .speaker: "speaker"
    case .today: "today"
    case .now: "now"
    default: "\(expression)"
    }
  }

  private static func of(_ value: Value) -> String {
    switch value {
    case .text(let text): "text:" + text
    case .integer(let number): "integer:" + String(number)
    case .record(let id): "record:" + id.description
    case .day(let day): "day:" + day.description
    case .money(let money): "money:" + money.description
    case .boolean(let flag): flag ? "yes" : "no"
    default: "\(value)"
    }
  }
}
