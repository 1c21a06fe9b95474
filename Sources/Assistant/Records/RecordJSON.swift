import CRM
import Model
import Values

/// Records and values as the bot protocol writes them.
enum RecordJSON {
  static func record(_ record: Record, _ columns: [FieldID]) -> JSON {
    .object(
      [.init("id", .string(record.code)), .init("name", .string(record.name))]
        + columns.filter { $0 != "name" && $0 != "id" }.compactMap { field in
          record[field].map { JSON.Member(field.rawValue, plain($0, record.labels)) }
        })
  }

  static func reference(_ record: Record) -> JSON {
    ["entity": .string(record.id.kind.rawValue), "id": .string(record.code), "name": .string(record.name)]
  }

  /// `{"USD":"24000.00"}`.
  static func totals(_ amounts: [Money]) -> JSON {
    .object(amounts.map { .init($0.currency.code, .string($0.decimal)) })
  }

  /// A cell: references by name.
  static func plain(_ value: Value, _ labels: [RecordID: String]) -> JSON {
    switch value {
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .decimal(let number): .number(number)
    case .boolean(let flag): .boolean(flag)
    case .money(let money): ["amount": .string(money.decimal), "currency": .string(money.currency.code)]
    case .amounts(let all): totals(all)
    case .day(let day): .string(day.description)
    case .moment(let moment): .string(moment.description)
    case .record(let id): .string(labels[id] ?? id.description)
    case .list(let labels): .array(labels.map { .string($0) })
    }
  }

  /// A value by itself: a record with its code, a person with the login.
  static func value(_ value: Value?, _ labels: [RecordID: String], _ reader: any StoreReader) -> JSON {
    guard let value else { return .null }
    guard case .record(let id) = value else { return plain(value, labels) }
    guard let record = try? reader.record(id) else { return .string(labels[id] ?? "") }
    if case .text(let login)? = record["login"] {
      return ["login": .string(login), "name": .string(record.name), "id": .string(record.code)]
    }
    return reference(record)
  }

  /// A group's key: what is stored, a person's login, a period's name.
  static func key(_ value: Value?, _ labels: [RecordID: String], _ reader: any StoreReader) -> JSON {
    guard case .record(let id)? = value else { return value.map { plain($0, labels) } ?? .null }
    if let record = try? reader.unrestricted.record(id), case .text(let login)? = record["login"] {
      return .string(login)
    }
    return .string(labels[id] ?? id.description)
  }
}
