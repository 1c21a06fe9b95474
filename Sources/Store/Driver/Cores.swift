import CRM
import GRDB
import Model
import Synchronization

/// The core for the schema as it is now: the built-in kinds with the fields that the company has added, by whichever
/// process.
final class Cores: Sendable {
  static let kind: KindID = "custom_field"

  private let base: Core
  private let known: Mutex<(added: [AddedField], core: Core)>

  init(_ base: Core) {
    self.base = base
    known = Mutex(([], base))
  }

  func current(_ db: Database) throws -> Core {
    guard let table = base.layout.schema[Self.kind].map({ quoted($0.file) }) else { return base }
    var added: [AddedField] = []
    try db.each("SELECT \"of\", \"key\", \"label\", \"type\" FROM \(table) ORDER BY \"id\"", []) { row in
      let field = CustomField.added(
        of: row[0] as String? ?? "", key: row[1] as String? ?? "", label: row[2] as String? ?? "",
        type: row[3] as String? ?? "", in: base.layout.schema)
      if let field { added.append(field) }
    }
    if let core = known.withLock({ $0.added == added ? $0.core : nil }) { return core }
    let core = try Core(
      Schema(base.layout.schema.kinds, added: added), policy: base.policy, rules: base.rules, ids: base.ids)
    known.withLock { $0 = (added, core) }
    return core
  }

  /// Makes the columns of a new custom field. One that was added before, and taken back, still has them.
  static func addColumns(_ values: [FieldID: Value], _ layout: Layout, _ db: Database) throws {
    func text(_ field: FieldID) -> String {
      if case .text(let text)? = values[field] { text } else { "" }
    }
    guard
      let added = CustomField.added(
        of: text("of"), key: text("key"), label: text("label"), type: text("type"), in: layout.schema)
    else { throw QueryFault.unknownField(kind: text("of"), path: text("key")) }
    let kind = try layout.kind(added.kind)
    var present: Set<String> = []
    try db.each("SELECT \"name\" FROM pragma_table_info(?)", .of(kind.schema.file)) { present.insert($0[0]) }
    let field = FieldLayout(Field(added.id, added.type), offset: 0)
    for (index, column) in field.allColumns.enumerated() where !present.contains(column) {
      let type = field.shadow == column ? "TEXT" : Tables.type(added.type, part: index)
      try db.execute(sql: "ALTER TABLE \(kind.table) ADD COLUMN \(quoted(column)) \(type)")
    }
  }
}
