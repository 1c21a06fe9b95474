import CRM
import GRDB
import Model
import Synchronization
import Values

/// A statement that reads records of one kind by their keys.
final class KeyedStatement: Sendable {
  /// With one question mark for the key, or for a JSON array of keys.
  private let sql: String
  private let before, after: [DatabaseValue]
  let selection: Selection
  /// What is read besides the record, after its columns.
  let hint: Column?
  /// As long as it is: looking it up by its text would cost more than running it.
  private let prepared = Mutex<PlainStatement?>(nil)

  init(_ columns: Fragment, _ scope: Scope, many: Bool, _ condition: Fragment, _ selection: Selection, hint: Column?) {
    let head: Fragment = "SELECT \(columns) FROM \(scope.from) WHERE \(scope.place.key) "
    let key = many ? "IN (SELECT value FROM json_each(?))" : "= ?"
    sql = "\(head.sql)\(key) AND \(condition.sql)"
    before = head.values
    after = condition.values
    self.selection = selection
    self.hint = hint
  }

  /// Calls `body` with each row for a key, or for a JSON array of keys.
  func each(_ key: DatabaseValue, _ db: Database, _ body: (Row) throws -> Void) throws {
    try statement(db).run(before + [key] + after) { row in
      try body(row)
      return true
    }
  }

  private func statement(_ db: Database) throws -> PlainStatement {
    try prepared.withLock { prepared in
      if let prepared, prepared.belongs(to: db) { return prepared }
      let made = try PlainStatement(sql, db)
      prepared = made
      return made
    }
  }
}

/// Compiled statements by what they read, for whom and on which day: formulas and permissions make long ones of them,
/// and the same few are needed for every sentence.
final class KeyedStatements: Sendable {
  private struct Reader: Hashable {
    let speaker: Speaker
    let day: Day
    let base: Currency
    let isLimited: Bool
  }

  private static let mostReaders = 16
  private let known = Mutex<[Reader: ReaderStatements]>([:])

  func of(_ context: Context, isLimited: Bool) -> ReaderStatements {
    let reader = Reader(
      speaker: context.speaker, day: context.today, base: context.baseCurrency, isLimited: isLimited)
    return known.withLock { known in
      if let found = known[reader] { return found }
      if known.count >= Self.mostReaders { known.removeAll() }
      let made = ReaderStatements()
      known[reader] = made
      return made
    }
  }
}

/// The statements of one reader on one day, and what was last read with them.
final class ReaderStatements: Sendable {
  enum Use: Hashable {
    /// A whole record.
    case record
    /// What many records are called.
    case names
    /// What tells many records apart.
    case hints(FieldID)
  }

  private struct Key: Hashable {
    let kind: KindID
    let use: Use
  }

  private let known = Mutex<[Key: KeyedStatement]>([:])
  let recent = RecentRecords()

  /// `make` is asked where the statement is not known; what depends on the time of day is not kept.
  func statement(_ use: Use, _ kind: KindID, _ compiler: Compiler, _ make: () throws -> KeyedStatement) rethrows
    -> KeyedStatement
  {
    let key = Key(kind: kind, use: use)
    if let found = known.withLock({ $0[key] }) { return found }
    let made = try make()
    if !compiler.usesClock { known.withLock { $0[key] = made } }
    return made
  }
}
