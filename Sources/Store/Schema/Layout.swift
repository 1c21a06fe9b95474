import GRDB
import Model

/// Where the fields of all kinds stand in the database.
struct Layout: Sendable {
  let schema: Schema
  private let kinds: [KindID: KindLayout]

  init(_ schema: Schema) throws {
    self.schema = schema
    var kinds: [KindID: KindLayout] = [:]
    for kind in schema.kinds { kinds[kind.id] = try KindLayout(kind) }
    self.kinds = kinds
  }

  func kind(_ id: KindID) throws -> KindLayout {
    guard let layout = kinds[id] else { throw QueryFault.unknownKind(id.rawValue) }
    return layout
  }

  var all: [KindLayout] { schema.kinds.compactMap { kinds[$0.id] } }

  /// Every stored reference that can point to records of a kind.
  func references(to kind: KindID) -> [(KindLayout, FieldLayout)] {
    all.flatMap { layout in layout.stored.filter { $0.pointsTo(kind) }.map { (layout, $0) } }
  }
}

/// One kind's table.
struct KindLayout: Sendable {
  let schema: KindSchema
  let stored: [FieldLayout]
  private let index: [FieldID: FieldLayout]
  /// Quoted.
  let table: String
  /// All columns, quoted, in the order of the table: the key, the exchange id, the entry that created the row, then
  /// the fields with their shadows.
  let columns: [String]
  /// Writes a whole row.
  let insertion: String
  private let fields: [FieldID: Field]

  var id: KindID { schema.id }

  static let reserved: Set<FieldID> = ["id", "exchange_id", "created_seq"]

  init(_ schema: KindSchema) throws {
    self.schema = schema
    table = quoted(schema.file)
    var offset = 3
    var stored: [FieldLayout] = []
    for field in schema.fields {
      if Self.reserved.contains(field.id) {
        throw QueryFault.reservedField(kind: schema.id.rawValue, field: field.id.rawValue)
      }
      guard field.formula == nil else { continue }
      let layout = FieldLayout(field, offset: offset)
      offset += layout.columns.count + (layout.shadow == nil ? 0 : 1)
      stored.append(layout)
    }
    self.stored = stored
    index = Dictionary(stored.map { ($0.field.id, $0) }, uniquingKeysWith: { first, _ in first })
    columns =
      ["id", "exchange_id", "created_seq"].map(quoted)
      + stored.flatMap { $0.allColumns }.map(quoted)
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    insertion = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    fields = Dictionary(schema.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func field(_ id: FieldID) -> Field? { fields[id] }
  func layout(_ field: FieldID) -> FieldLayout? { index[field] }
}

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
