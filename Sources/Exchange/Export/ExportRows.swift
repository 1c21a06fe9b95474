import CRM
import Model
import Values

/// The rows of one kind's file. Columns beyond the usual ones are written only where some row says something in them.
struct ExportRows {
  private let layout: Layout
  private let names: NameBook
  private let implied: ImpliedValues
  private var rows: [[String]] = []
  private var isUsed: [Bool]

  init(_ layout: Layout, _ names: NameBook) {
    self.layout = layout
    self.names = names
    implied = ImpliedValues(names)
    isUsed = layout.columns.map(\.isBase)
  }

  /// With the header first.
  var finished: [[String]] {
    ([layout.columns.map(\.header)] + rows).map { row in zip(row, isUsed).compactMap { $1 ? $0 : nil } }
  }

  mutating func add(_ record: Record, lines: [Record]) throws {
    let own = try layout.columns.map { try cell($0, record) }
    guard !lines.isEmpty else {
      append(own)
      return
    }
    for line in lines {
      append(
        try zip(layout.columns, own).map { column, cell in
          switch column.source {
          case .line(let field): try lineCell(field, line, record)
          case .lineIDOf(let field): try idCell(line[field])
          default: cell
          }
        })
    }
  }

  private mutating func append(_ row: [String]) {
    for (index, cell) in row.enumerated() where !cell.isEmpty { isUsed[index] = true }
    rows.append(row.map(FormulaGuard.guarded))
  }

  private func cell(_ column: Layout.Column, _ record: Record) throws -> String {
    switch column.source {
    case .line, .lineIDOf: return ""
    case .exchangeID:
      guard case .text(let id)? = record["exchange_id"] else { return "" }
      return id
    case .kindOf(let field):
      guard case .record(let id)? = record[field] else { return "" }
      return id.kind.rawValue
    case .idOf(let field):
      return try isSaid(field, record) ? idCell(record[field]) : ""
    case .field(let field):
      guard let value = record[field] else { return "" }
      if !column.isBase, try !isSaid(field, record) { return "" }
      return try text(value, owner: record["owner"])
    }
  }

  /// The value does not follow from others when the row is read back.
  private func isSaid(_ field: FieldID, _ record: Record) throws -> Bool {
    try !implied.isImplied(field, of: record)
  }

  private func idCell(_ value: Value?) throws -> String {
    guard case .record(let id)? = value else { return "" }
    return try names.exchangeIDIfNeeded(of: id)
  }

  private func lineCell(_ field: FieldID, _ line: Record, _ record: Record) throws -> String {
    guard let value = line[field] else { return "" }
    if field == "currency", try value == record["currency"] ?? implied.currency(of: record) { return "" }
    return try text(value, owner: nil)
  }

  private func text(_ value: Value, owner: Value?) throws -> String {
    switch value {
    case .record(let id): return try names.name(of: id)
    case .moment(let moment):
      let zone = try names.zone(of: owner)
      return zone.moment(local: moment.local) == moment ? moment.local.description : moment.description
    default: return CellText.write(value)
    }
  }
}

/// Values that an import fills in by itself, so that a file need not say them.
struct ImpliedValues {
  private let names: NameBook

  init(_ names: NameBook) { self.names = names }

  func isImplied(_ field: FieldID, of record: Record) throws -> Bool {
    switch (record.id.kind, field) {
    case ("activity", "account"), ("activity", "contact"), ("activity", "deal"), ("activity", "lead"),
      ("activity", "ticket"):
      return try link(field, of: record) == record[field]
    case ("quote", "currency"): return try currency(of: record) == record["currency"]
    case ("deal", "currency"), ("order", "currency"): return false
    default: return false
    }
  }

  /// What the rules fill in from what an activity regards.
  private func link(_ field: FieldID, of record: Record) throws -> Value? {
    guard case .record(let regarding)? = record["regarding"] else { return nil }
    if regarding.kind.rawValue == field.rawValue { return .record(regarding) }
    switch field {
    case "account":
      if let account = try names.link("account", of: regarding), regarding.kind != "lead" { return account }
      guard case .record(let deal)? = record["deal"] else { return nil }
      return try names.link("account", of: deal)
    case "deal" where regarding.kind == "order" || regarding.kind == "quote":
      return try names.link("deal", of: regarding)
    default: return nil
    }
  }

  /// The currency of a quote's deal.
  func currency(of record: Record) throws -> Value? {
    guard case .record(let deal)? = record["deal"] else { return nil }
    return try names.link("currency", of: deal)
  }
}
