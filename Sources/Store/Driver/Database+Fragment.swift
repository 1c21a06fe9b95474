import GRDB

extension Database {
  /// Calls `body` with each row; the row is valid only inside. Statements are cached by their text.
  func each(_ fragment: Fragment, _ body: (Row) throws -> Void) throws {
    try each(fragment.sql, fragment.values, body)
  }

  func each(_ sql: String, _ values: [DatabaseValue], _ body: (Row) throws -> Void) throws {
    let statement = try cachedStatement(sql: sql)
    statement.setUncheckedArguments(values.arguments)
    let cursor = try Row.fetchCursor(statement)
    while let row = try cursor.next() { try body(row) }
  }

  func first<T>(_ sql: String, _ values: [DatabaseValue] = [], _ body: (Row) throws -> T) throws -> T? {
    let statement = try cachedStatement(sql: sql)
    statement.setUncheckedArguments(values.arguments)
    let cursor = try Row.fetchCursor(statement)
    return try cursor.next().map(body)
  }

  func run(_ sql: String, _ values: [DatabaseValue] = []) throws {
    let statement = try cachedStatement(sql: sql)
    statement.setUncheckedArguments(values.arguments)
    try statement.execute()
  }
}

extension Array where Element == DatabaseValue {
  /// Values of any kinds, as they are bound.
  static func of(_ values: (any DatabaseValueConvertible)?...) -> [DatabaseValue] {
    values.map { $0?.databaseValue ?? .null }
  }

  /// By a way that makes no key path, which would cost more than many a statement.
  fileprivate var arguments: StatementArguments {
    StatementArguments(map { $0 as (any DatabaseValueConvertible)? })
  }
}
