import Model

/// One stored field's columns.
struct FieldLayout: Sendable {
  let field: Field
  /// Unquoted names: the value's, and what belongs to it.
  let columns: [String]
  /// The folded text, for comparing and sorting; derived from the value.
  let shadow: String?
  /// The place of its first column in a whole row.
  let offset: Int

  init(_ field: Field, offset: Int) {
    self.field = field
    self.offset = offset
    let name = field.id.rawValue
    switch field.kind {
    case .moment: columns = [name, name + "_utc"]
    case .anyReference: columns = [name, name + "_kind"]
    default: columns = [name]
    }
    switch field.kind {
    case .text, .category, .email, .phone, .url, .tags: shadow = name + "_key"
    default: shadow = nil
    }
  }

  var allColumns: [String] { columns + (shadow.map { [$0] } ?? []) }

  func pointsTo(_ kind: KindID) -> Bool {
    switch field.kind {
    case .reference(let target): target == kind
    case .anyReference(let targets): targets.contains(kind)
    default: false
    }
  }
}
