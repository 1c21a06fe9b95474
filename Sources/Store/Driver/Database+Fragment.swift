import GRDB

extension Database {
  /// Calls `body` with each row; the row is valid only inside. Statements are cached by their text.
  func each(_ fragment: Fragment, _ body: (Row) throws -> Void) throws {
    try each(fragment.sql, fragment.values, body)
  }

  func each(_ sql: String, _ values: [DatabaseValue], _ body: (Row) throws -> Void) throws {
    try PlainStatement(sql, self).run(values) { row in
      try body(row)
      return true
    }
  }

  func first<T>(_ sql: String, _ values: [DatabaseValue] = [], _ body: (Row) throws -> T) throws -> T? {
    var found: T?
    try PlainStatement(sql, self).run(values) { row in
      found = try body(row)
      return false
    }
    return found
  }

  func run(_ sql: String, _ values: [DatabaseValue] = []) throws {
    try PlainStatement(sql, self).run(values) { _ in true }
  }
}

extension Array where Element == DatabaseValue {
  /// Values of any kinds, as they are bound.
  static func of(_ values: (any DatabaseValueConvertible)?...) -> [DatabaseValue] {
    values.map { $0?.databaseValue ?? .null }
  }
}
