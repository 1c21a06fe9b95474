import CRM
import GRDB
import Model
import Synchronization
import Values

/// A statement that reads records of one kind by their keys.
struct KeyedStatement: Sendable {
  /// With one question mark for the key, or for a JSON array of keys.
  let sql: String
  private let before, after: [DatabaseValue]
  let selection: Selection
  /// What is read besides the record, after its columns.
  let hint: Term?

  init(_ columns: Fragment, _ scope: Scope, many: Bool, _ condition: Fragment, _ selection: Selection, hint: Term?) {
    let head: Fragment = "SELECT \(columns) FROM \(scope.from) WHERE \(scope.place.key) "
    let key = many ? "IN (SELECT value FROM json_each(?))" : "= ?"
    sql = "\(head.sql)\(key) AND \(condition.sql)"
    before = head.values
    after = condition.values
    self.selection = selection
    self.hint = hint
  }

  func values(_ key: DatabaseValue) -> [DatabaseValue] { before + [key] + after }
}

/// Compiled statements by what they read, for whom and on which day: formulas and permissions make long ones of them,
/// and the same few are needed for every sentence.
final class KeyedStatements: Sendable {
  enum Use: Hashable {
    /// A whole record.
    case record
    /// What many records are called.
    case names
    /// What tells many records apart.
    case hints(FieldID)
  }

  private struct Reader: Hashable {
    let speaker: Speaker
    let day: Day
    let base: Currency
    let isLimited: Bool
  }

  private struct Key: Hashable {
    let kind: KindID
    let use: Use
  }

  private static let mostReaders = 16
  private let known = Mutex<[Reader: [Key: KeyedStatement]]>([:])

  /// `make` is asked where the statement is not known; what depends on the time of day is not kept.
  func statement(_ use: Use, _ kind: KindID, _ compiler: Compiler, _ make: () throws -> KeyedStatement) rethrows
    -> KeyedStatement
  {
    let reader = Reader(
      speaker: compiler.context.speaker, day: compiler.context.today, base: compiler.context.baseCurrency,
      isLimited: compiler.isLimited)
    let key = Key(kind: kind, use: use)
    if let found = known.withLock({ $0[reader]?[key] }) { return found }
    let made = try make()
    if !compiler.usesClock {
      known.withLock { known in
        if known.count >= Self.mostReaders, known[reader] == nil { known.removeAll() }
        known[reader, default: [:]][key] = made
      }
    }
    return made
  }
}
