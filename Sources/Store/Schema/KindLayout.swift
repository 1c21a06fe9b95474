import Model

/// One kind's table.
final class KindLayout: Sendable {
  let schema: KindSchema
  let stored: [FieldLayout]
  private let index: [FieldID: FieldLayout]
  /// Quoted.
  let table: String
  /// All columns, quoted, in the order of the table: the key, the exchange id, the entry that created the row, then
  /// the fields with their shadows.
  let columns: [String]
  /// Reads whole rows.
  let selection: String
  /// Writes a whole row.
  let insertion: String
  private let fields: [FieldID: Field]

  var id: KindID { schema.id }

  static let reserved: Set<FieldID> = ["id", "exchange_id", "created_seq"]

  /// No field may be called like a column of ours.
  static func check(_ schema: KindSchema) throws {
    for field in schema.fields where reserved.contains(field.id) {
      throw QueryFault.reservedField(kind: schema.id.rawValue, field: field.id.rawValue)
    }
  }

  init(_ schema: KindSchema) {
    self.schema = schema
    table = quoted(schema.file)
    var offset = 3
    var stored: [FieldLayout] = []
    for field in schema.fields {
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
    selection = "SELECT \(columns.joined(separator: ", ")) FROM \(table)"
    insertion = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    fields = Dictionary(schema.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func field(_ id: FieldID) -> Field? { fields[id] }
  func layout(_ field: FieldID) -> FieldLayout? { index[field] }
}
