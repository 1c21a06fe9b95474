import Model
import Values

/// What the rules ask of other records, whoever speaks.
struct Lookup {
  let reader: any StoreReader
  let context: Context

  init(_ reader: any StoreReader) {
    self.reader = reader.unrestricted
    context = reader.context
  }

  var schema: Schema { reader.schema }

  /// These fields of one record; nil where it does not exist.
  func fields(_ fields: [FieldID], of id: RecordID) throws -> Record? {
    let query = Query(id.kind, where: .compare(.of("id"), .equal, .constant(.record(id))))
    return try reader.page(query, offset: 0, size: 1, fields: fields).records.first
  }

  func reference(_ field: FieldID, of id: RecordID?) throws -> RecordID? {
    guard let id, case .record(let target)? = try fields([field], of: id)?[field] else { return nil }
    return target
  }

  func text(_ field: FieldID, of id: RecordID?) throws -> String? {
    guard let id, case .text(let text)? = try fields([field], of: id)?[field] else { return nil }
    return text
  }

  /// The first of these records in this order, or nil.
  func first(_ kind: KindID, where condition: Predicate, sort: [Sort] = [], fields: [FieldID] = []) throws -> Record? {
    try reader.page(Query(kind, where: condition, sort: sort), offset: 0, size: 1, fields: fields).records.first
  }

  /// All of these records.
  func all(_ kind: KindID, where condition: Predicate, fields: [FieldID] = []) throws -> [Record] {
    try reader.page(Query(kind, where: condition), offset: 0, size: .max, fields: fields).records
  }

  func count(_ kind: KindID, where condition: Predicate) throws -> Int {
    try reader.page(Query(kind, where: condition), offset: 0, size: 0, fields: []).total
  }

  func setting(_ key: String, or value: Int) throws -> Int { try reader.setting(key).flatMap { Int($0) } ?? value }
}

extension Predicate {
  static func points(_ field: FieldID, to id: RecordID) -> Predicate {
    .compare(.path([field]), .equal, .constant(.record(id)))
  }
}
