import CRM
import GRDB
import Model
import Values

extension View {
  func record(code: String) throws -> RecordID? {
    let key = NameKey.fold(code)
    let letters = key.prefix { !$0.isNumber && $0 != "-" }
    let rest = key.dropFirst(letters.count).drop { $0 == "-" }
    guard !letters.isEmpty, !rest.isEmpty else { return nil }
    for kind in core.layout.all where !kind.schema.isPart && NameKey.fold(kind.schema.codePrefix) == letters {
      if let field = kind.schema.codeField.flatMap(kind.layout) {
        let column = quoted(field.shadow ?? field.columns[0])
        let candidates = ["\(letters)-\(rest)", "\(letters)\(rest)"].map { field.shadow == nil ? $0.uppercased() : $0 }
        for candidate in candidates {
          let sql = "SELECT \"id\" FROM \(kind.table) WHERE \(column) = ?"
          if let found = try db.first(sql, .of(candidate), { $0[0] as Int64 }), try isVisible(RecordID(kind.id, found))
          {
            return RecordID(kind.id, found)
          }
        }
      } else if let number = Int64(rest), try isVisible(RecordID(kind.id, number)) {
        return RecordID(kind.id, number)
      }
    }
    return nil
  }

  func records(named key: String, kind: KindID) throws -> [NamedRecord] {
    var keys: Set<Int64> = []
    try db.each("SELECT \"key\" FROM \"_name\" WHERE \"name_key\" = ? AND \"kind\" = ?", .of(key, kind.rawValue)) {
      keys.insert($0[0])
    }
    return try named(keys.sorted(), kind)
  }

  /// Those of the records that may be seen, with what tells them apart.
  func named(_ keys: [Int64], _ kind: KindID) throws -> [NamedRecord] {
    if keys.isEmpty { return [] }
    let names = try names(of: Set(keys), kind)
    let hints = try hints(of: Set(keys), kind)
    return keys.compactMap { key in
      let id = RecordID(kind, key)
      return names[id].map { NamedRecord(id, name: $0, hint: hints[id] ?? "") }
    }
  }

  /// Whether it exists for this speaker.
  func isVisible(_ id: RecordID) throws -> Bool {
    try !names(of: [id.key], id.kind).isEmpty
  }

  /// A row of the kind of settings, if the schema has one (with fields `key` and `value`), else our own table.
  func setting(_ key: String) throws -> String? {
    if let kind = core.layout.all.first(where: { $0.schema.file == "settings" }), kind.layout("key") != nil,
      kind.layout("value") != nil
    {
      return try db.first("SELECT \"value\" FROM \(kind.table) WHERE \"key\" = ?", .of(key)) { $0[0] as String? }
        .flatMap(\.self)
    }
    return try db.first("SELECT \"value\" FROM \"_setting\" WHERE \"key\" = ?", .of(key)) { $0[0] as String }
  }
}
