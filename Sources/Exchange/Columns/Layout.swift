import CRM
import Model

/// The columns of a kind's file, in order.
struct Layout: Sendable {
  struct Column: Sendable, Hashable {
    enum Source: Sendable, Hashable {
      case field(FieldID)
      /// The kind of record that the field before it leads to.
      case kindOf(FieldID)
      /// The exchange id of the record a field leads to, where its name does not tell it.
      case idOf(FieldID)
      /// A field of the record's lines: each line is a row, which repeats the record's own columns.
      case line(FieldID)
      case lineIDOf(FieldID)
      case exchangeID
    }

    let header: String
    let source: Source
    /// Always written; the others only when a row has something to say in them.
    let isBase: Bool
  }

  let kind: KindSchema
  /// Quotes and orders have lines, which are in their file.
  let lines: KindSchema?
  let columns: [Column]

  static let lineKinds: [KindID: KindID] = ["quote": "quote_line", "order": "order_line"]
  /// A line's reference to what it is a line of.
  static let lineOwners: [KindID: FieldID] = ["quote_line": "quote", "order_line": "order"]

  /// How many of a kind's fields, in their order, are always written; all where nothing is said.
  private static let baseCounts: [KindID: Int] = [
    "user": 9, "setting": 2, "stage": 5, "product": 6, "partner": 6, "account": 14, "contact": 8, "target": 4,
    "campaign": 9, "deal": 12, "stage_change": 3, "lead": 11, "campaign_member": 3, "payment": 8, "contract": 9,
    "ticket": 11, "activity": 8, "article": 3,
  ]

  /// The files that mix a record's columns with its lines'.
  private static let mixed: [KindID: [String]] = [
    "quote": [
      "number", "deal", "version", "issued", "valid_until", "status", "sku", "quantity", "unit_price",
      "discount_percent",
    ],
    "order": ["number", "account", "ordered_on", "sku", "quantity", "unit_price", "currency", "status"],
  ]

  /// Columns that are not called as their field is.
  static let headers: [KindID: [FieldID: String]] = [
    "target": ["user": "login"], "quote_line": ["product": "sku"], "order_line": ["product": "sku"],
  ]

  init(_ kind: KindSchema, in schema: Schema) {
    self.kind = kind
    lines = Layout.lineKinds[kind.id].flatMap { schema[$0] }
    var columns: [Column] = []
    if let names = Layout.mixed[kind.id], let lines {
      columns = names.compactMap { Layout.mixedColumn($0, kind, lines) }
      columns += columns.compactMap { Layout.mixedID($0, kind, lines) }
    } else {
      for field in Layout.stored(kind).prefix(Layout.baseCounts[kind.id] ?? .max) {
        columns += Layout.columns(of: field, in: kind, isBase: true)
      }
    }
    let known = Set(columns.map(\.source))
    for field in Layout.stored(kind) where !known.contains(.field(field.id)) {
      columns += Layout.columns(of: field, in: kind, isBase: false)
    }
    if let lines { columns += Layout.lineExtras(lines, known) }
    columns.append(Column(header: "exchange_id", source: .exchangeID, isBase: true))
    self.columns = columns
  }

  private static func stored(_ kind: KindSchema) -> [Field] { kind.fields.filter { !$0.isReadOnly } }

  static func header(_ field: FieldID, of kind: KindID) -> String { headers[kind]?[field] ?? field.rawValue }

  private static func columns(of field: Field, in kind: KindSchema, isBase: Bool) -> [Column] {
    let name = header(field.id, of: kind.id)
    let own = Column(header: name, source: .field(field.id), isBase: isBase)
    let id = Column(header: name + "_exchange_id", source: .idOf(field.id), isBase: false)
    switch field.kind {
    case .anyReference: return [Column(header: name + "_type", source: .kindOf(field.id), isBase: isBase), own, id]
    case .reference: return [own, id]
    default: return [own]
    }
  }

  private static func mixedColumn(_ name: String, _ kind: KindSchema, _ lines: KindSchema) -> Column? {
    if let field = kind.fields.first(where: { header($0.id, of: kind.id) == name && $0.formula == nil }) {
      return Column(header: name, source: .field(field.id), isBase: true)
    }
    guard let field = lines.fields.first(where: { header($0.id, of: lines.id) == name }) else { return nil }
    return Column(header: name, source: .line(field.id), isBase: true)
  }

  /// The column that tells records of one name apart, beside a mixed file's reference.
  private static func mixedID(_ column: Column, _ kind: KindSchema, _ lines: KindSchema) -> Column? {
    let name = column.header + "_exchange_id"
    switch column.source {
    case .field(let id):
      guard case .reference? = kind.field(id)?.kind else { return nil }
      return Column(header: name, source: .idOf(id), isBase: false)
    case .line(let id):
      guard case .reference? = lines.field(id)?.kind else { return nil }
      return Column(header: name, source: .lineIDOf(id), isBase: false)
    default: return nil
    }
  }

  private static func lineExtras(_ lines: KindSchema, _ known: Set<Column.Source>) -> [Column] {
    stored(lines).filter { !known.contains(.line($0.id)) && lineOwners[lines.id] != $0.id }.map {
      Column(header: "line_" + $0.id.rawValue, source: .line($0.id), isBase: false)
    }
  }
}
