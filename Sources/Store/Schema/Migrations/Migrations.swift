import GRDB
import Model

/// The steps that bring a database to the tables this program knows: numbered SQL, frozen once it is released.
public struct Migrations: Sendable {
  let steps: [String]

  /// Of the company's kinds of record. A change of the schema is a new step here; a test compares the result.
  public static let company = Migrations(steps: [firstTables + "\n" + firstIndexes])

  /// The tables that follow from a schema, as the only step: for schemas that are not kept.
  public static func generated(from schema: Schema) throws -> Migrations {
    Migrations(steps: [text(try Layout(schema))])
  }

  static func text(_ layout: Layout) -> String { Tables.statements(for: layout).joined(separator: ";\n") + ";\n" }

  var version: Int { steps.count }

  /// Throws `StoreFault` for a database that is newer. Several processes may try at once: one does it.
  func run(_ db: Database, at path: String) throws {
    if try current(db, at: path) == version { return }
    try db.inTransaction(.immediate) {
      for step in try current(db, at: path)..<version {
        try db.execute(sql: steps[step])
        try db.execute(sql: "PRAGMA user_version = \(step + 1)")
      }
      return .commit
    }
  }

  private func current(_ db: Database, at path: String) throws -> Int {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found <= version else { throw StoreFault(.newer(found: found, known: version), at: path) }
    if found == 0, try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") != 0 {
      throw StoreFault(.foreign, at: path)
    }
    return found
  }
}
