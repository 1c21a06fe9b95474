import CRM
import Model

/// Follows the paths and relations in expressions and conditions, and notes those that lead nowhere.
struct SchemaWalk {
  let schema: Schema
  var faults: [String] = []

  static func targets(of field: Field) -> [KindID] {
    switch field.kind {
    case .reference(let kind): [kind]
    case .anyReference(let kinds): kinds
    default: []
    }
  }

  mutating func visit(_ expression: Expression, of kind: KindID) {
    switch expression {
    case .path(let path):
      if path != ["id"], schema.field(path, of: kind) == nil { faults.append("\(kind): \(path)") }
    case .constant, .speaker, .today, .now: break
    case .aggregate(_, let relation, let condition, let inner):
      guard let related = related(relation, of: kind) else { return }
      visit(condition, of: related)
      if let inner { visit(inner, of: related) }
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right), .days(let left, let right), .hours(let left, let right):
      visit(left, of: kind)
      visit(right, of: kind)
    case .period(let inner, _): visit(inner, of: kind)
    }
  }

  mutating func visit(_ predicate: Predicate, of kind: KindID) {
    switch predicate {
    case .all(let parts), .any(let parts): for part in parts { visit(part, of: kind) }
    case .not(let inner): visit(inner, of: kind)
    case .compare(let left, _, let right):
      visit(left, of: kind)
      visit(right, of: kind)
    case .oneOf(let expression, _), .within(let expression, _), .isEmpty(let expression), .contains(let expression, _),
      .has(let expression, _):
      visit(expression, of: kind)
    case .exists(let relation, let inner):
      if let related = related(relation, of: kind) { visit(inner, of: related) }
    case .via(let field, let inner):
      guard case .reference(let target)? = schema[kind]?.field(field)?.kind else {
        faults.append("\(kind) via \(field)")
        return
      }
      visit(inner, of: target)
    }
  }

  private mutating func related(_ relation: FieldID, of kind: KindID) -> KindID? {
    let found = schema[kind]?.relation(relation)?.kind
    if found == nil { faults.append("\(kind) has no relation \(relation)") }
    return found
  }
}
