import GRDB
import Model
import Values

/// Columns and what stood in them, as the ledger keeps them: one JSON object. Numbers with a fraction are kept as text,
/// so that every bit of them comes back.
struct Image: Hashable {
  private(set) var columns: [String: DatabaseValue] = [:]

  subscript(column: String) -> DatabaseValue {
    get { columns[column] ?? .null }
    set { columns[column] = newValue }
  }

  /// A whole row without shadows, which follow from the rest.
  init(row: Row, _ kind: KindLayout) {
    self["exchange_id"] = row[1]
    self["created_seq"] = row[2]
    for field in kind.stored {
      for (index, column) in field.columns.enumerated() { self[column] = row[field.offset + index] }
    }
  }

  /// One field; of an amount also its currency, for reading it later.
  init(_ value: Value?, _ field: FieldLayout, currency: (FieldID, Value?)?) {
    for (column, stored) in zip(field.columns, Encoding.columns(value, field)) { self[column] = stored }
    if let currency, case .text(let code)? = currency.1 { self[currency.0.rawValue] = code.databaseValue }
  }

  init(json: String, _ kind: KindLayout, _ db: Database) throws {
    var fractions: Set<String> = []
    for field in kind.stored {
      switch field.field.kind {
      case .decimal, .percent: fractions.insert(field.columns[0])
      default: break
      }
    }
    try db.each("SELECT \"key\", \"atom\" FROM json_each(?)", .of(json)) { row in
      let key = row[0] as String
      let stored = row[1] as DatabaseValue
      if fractions.contains(key), let text = String.fromDatabaseValue(stored), let number = Double(text) {
        self[key] = number.databaseValue
      } else {
        self[key] = stored
      }
    }
  }

  var json: String {
    let members = columns.sorted { $0.key < $1.key }.compactMap { column, stored -> JSON.Member? in
      switch stored.storage {
      case .null, .blob: nil
      case .int64(let number): JSON.Member(column, .integer(number))
      case .double(let number): JSON.Member(column, .string("\(number)"))
      case .string(let text): JSON.Member(column, .string(text))
      }
    }
    return JSON.object(members).text
  }

  /// The same in the columns of one field.
  func agrees(with other: Image, on field: FieldLayout) -> Bool {
    field.columns.allSatisfy { self[$0] == other[$0] }
  }

  /// Kept out of `value`: inlined there, Swift 6.3.1's optimiser fails on it.
  @inline(never) private static func fraction(_ value: DatabaseValue) -> Double? { Double.fromDatabaseValue(value) }

  func value(_ field: FieldLayout, base: Currency) -> Value? {
    let first = self[field.columns[0]]
    let second = field.columns.count > 1 ? self[field.columns[1]] : .null
    let text = String.fromDatabaseValue(first)
    let number = Int64.fromDatabaseValue(first)
    switch field.field.kind {
    case .text, .longText, .category, .choice, .email, .phone, .url, .currency: return text.map { .text($0) }
    case .integer: return number.map { .integer($0) }
    case .decimal, .percent: return Self.fraction(first).map { .decimal($0) }
    case .boolean: return number.map { .boolean($0 != 0) }
    case .money(let holder):
      let currency = String.fromDatabaseValue(self[holder.rawValue]).flatMap { Currency($0) } ?? base
      return number.map { .money(Money(minor: $0, currency)) }
    case .day: return Decoding.day(text)
    case .moment: return Decoding.moment(text, Int64.fromDatabaseValue(second))
    case .tags: return text.map { .list(Decoding.labels($0)) }
    case .reference(let kind): return number.map { .record(RecordID(kind, $0)) }
    case .anyReference: return Decoding.record(number, String.fromDatabaseValue(second))
    }
  }

  /// All columns of the row that it is the image of.
  func row(key: Int64, _ kind: KindLayout) -> [DatabaseValue] {
    var row = [key.databaseValue, self["exchange_id"], self["created_seq"]]
    for field in kind.stored {
      row += field.columns.map { self[$0] }
      if field.shadow != nil { row.append(Self.shadow(self[field.columns[0]], field)?.databaseValue ?? .null) }
    }
    return row
  }

  static func shadow(_ stored: DatabaseValue, _ field: FieldLayout) -> String? {
    guard let text = String.fromDatabaseValue(stored) else { return nil }
    if case .tags = field.field.kind { return Encoding.shadow(.list(Decoding.labels(text))) }
    return Encoding.shadow(.text(text))
  }
}
