import GRDB
import GRDBSQLite

/// A row of a statement that is being run; valid until the next one.
///
/// Reads the columns right from SQLite: GRDB's own rows and cursors cost several times what most of our statements do.
struct Row {
  fileprivate let statement: OpaquePointer

  func hasNull(atIndex index: Int) -> Bool { sqlite3_column_type(statement, Int32(index)) == SQLITE_NULL }

  subscript(_ index: Int) -> Int64 { sqlite3_column_int64(statement, Int32(index)) }
  subscript(_ index: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(index))) }
  subscript(_ index: Int) -> Bool { sqlite3_column_int64(statement, Int32(index)) != 0 }
  /// Empty for NULL.
  subscript(_ index: Int) -> String { self[index] as String? ?? "" }
  subscript(_ index: Int) -> Int64? { hasNull(atIndex: index) ? nil : self[index] as Int64 }
  subscript(_ index: Int) -> Int? { hasNull(atIndex: index) ? nil : self[index] as Int }
  subscript(_ index: Int) -> Double? {
    hasNull(atIndex: index) ? nil : sqlite3_column_double(statement, Int32(index))
  }
  subscript(_ index: Int) -> String? {
    guard let text = sqlite3_column_text(statement, Int32(index)) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, Int32(index)))
    return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }
  subscript(_ index: Int) -> DatabaseValue { DatabaseValue(sqliteStatement: statement, index: Int32(index)) }
}

/// A statement that GRDB keeps, run without its cursors. It is reset whenever a run ends. Only whoever has its
/// connection, one at a time, may run it.
struct PlainStatement: @unchecked Sendable {
  private let kept: Statement
  private let statement: OpaquePointer
  private let connection: OpaquePointer?

  init(_ sql: String, _ db: Database) throws {
    kept = try db.cachedStatement(sql: sql)
    statement = kept.sqliteStatement
    connection = db.sqliteConnection
  }

  func belongs(to db: Database) -> Bool { connection != nil && connection == db.sqliteConnection }

  /// Calls `body` with each row until it says that it wants no more.
  func run(_ values: [DatabaseValue], _ body: (Row) throws -> Bool) throws {
    sqlite3_reset(statement)
    defer { sqlite3_reset(statement) }
    for (index, value) in values.enumerated() {
      let code = value.bind(to: statement, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw fault(code) }
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: guard try body(Row(statement: statement)) else { return }
      case SQLITE_DONE: return
      case let code: throw fault(code)
      }
    }
  }

  private func fault(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) },
      sql: kept.sql)
  }
}
