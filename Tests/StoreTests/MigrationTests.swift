import CRM
import Foundation
import GRDB
import Model
import Testing

@testable import Store

/// Tables, columns, references and indexes, as SQLite sees them.
private func shape(_ sql: [String]) throws -> Set<String> {
  let queue = try DatabaseQueue()
  return try queue.write { db in
    for step in sql { try db.execute(sql: step) }
    var lines: Set<String> = []
    for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'") {
      for query in ["table_xinfo", "foreign_key_list", "index_list"] {
        let rows = try GRDB.Row.fetchAll(db, sql: "SELECT * FROM pragma_\(query)(?)", arguments: [table])
        for row in rows {
          let cells = row.filter { !["cid", "seq", "id"].contains($0.0) }.map { "\($0.0)=\($0.1)" }
          lines.insert("\(table) \(query) \(cells.joined(separator: " "))")
        }
      }
    }
    return lines
  }
}

/// Writes migration 1 anew from the schema, until it is released: `RAPPORT_BLESS=1`.
private func bless(_ layout: Layout) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/Store/Schema/Migrations")
  let statements = Tables.statements(for: layout)
  for (name, verbs) in [("Tables", ["CREATE TABLE", "CREATE VIRTUAL TABLE"]), ("Indexes", ["CREATE INDEX"])] {
    let lines = statements.filter { statement in verbs.contains { statement.hasPrefix($0) } }.map { $0 + ";" }.joined(
      separator: "\n"
    ).split(separator: "\n")
    let text = """
      extension Migrations {
        /// Frozen: a released step is never edited.
        static let first\(name) = #\"\"\"
      \(lines.map { "    \($0)\n" }.joined())    \"\"\"#
      }

      """
    try text.write(to: folder.appendingPathComponent("Migration1+\(name).swift"), atomically: true, encoding: .utf8)
  }
}

@Test func theMigrationsLeadToTheTablesOfTheSchema() throws {
  let layout = try Layout(CRMSchema.all)
  if ProcessInfo.processInfo.environment["RAPPORT_BLESS"] != nil { return try bless(layout) }
  let wanted = Migrations.text(layout)
  let (made, schema) = (try shape(Migrations.company.steps), try shape([wanted]))
  #expect(made.subtracting(schema) == [], "in the migrations only")
  #expect(schema.subtracting(made) == [], "in the schema only: RAPPORT_BLESS=1 swift test --filter theMigrations")
}
