import CRM
import GRDB
import Model
import Values

/// Records in a SQLite file, or in memory. Safe to use from several threads, and the file from several processes.
public final class SQLiteStore: RecordStore {
  let cores: Cores
  let database: any DatabaseWriter
  public let path: String
  let migrations: Migrations

  /// Opens the file, made readable to its owner alone where there is none; `:memory:` is gone when the store is.
  /// `migrations` must lead to the tables of `schema`. Throws `StoreFault` for what cannot be opened or is newer than
  /// this program.
  public init(
    path: String, schema: Schema, policy: any Policy, rules: any Rules, migrations: Migrations = .company
  ) throws {
    self.path = path
    self.migrations = migrations
    cores = try Cores(Core(schema, policy: policy, rules: rules, ids: .random))
    database = try Opening.open(path, migrations)
  }

  public func read<Result>(_ context: Context, _ body: (any StoreReader) throws -> Result) throws -> Result {
    try snapshot { db, isFresh in try body(View(db, cores.current(db), context, isFresh: isFresh)) }
  }

  public func write<Result>(
    _ context: Context, _ command: Command, _ body: (any StoreWriter) throws -> Result
  ) throws -> Result {
    try immediate { db, isFresh in
      let writer = try Writer(db, cores, context, command, isFresh: isFresh)
      let result = try body(writer)
      try writer.journal.close()
      return result
    }
  }

  public func undo(_ context: Context, _ command: Command) throws -> Reversal {
    try immediate { db, _ in try Reversing(db, cores, context, command, redo: false).undo() }
  }

  public func redo(_ context: Context, _ command: Command) throws -> Reversal {
    try immediate { db, _ in try Reversing(db, cores, context, command, redo: true).redo() }
  }

  /// What is remembered of a conversation survives the end of the program at once, and that of the machine with the next
  /// change of data: nothing was changed that could be lost, so that nobody waits for the disk.
  public func remember(_ memory: Memory) throws {
    try faults {
      try database.unsafeReentrantWrite { db in
        if db.isInsideTransaction { return try Remembering.write(memory, db) }
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? db.execute(sql: "PRAGMA synchronous = FULL") }
        try immediate { db, _ in try Remembering.write(memory, db) }
      }
    }
  }

  public func session(login: String, conversation: String) throws -> String? {
    try snapshot { db, _ in try Remembering.session(login, conversation, db) }
  }

  public func answered(conversation: String, message: String) throws -> (text: String, reply: String)? {
    try snapshot { db, _ in try Remembering.answered(conversation, message, db) }
  }

  public func speaker(login: String) throws -> Speaker? {
    try snapshot { db, _ in try Users(cores.current(db).layout, db).speaker(login) }
  }

  public func logins() throws -> [String] {
    try snapshot { db, _ in try Users(cores.current(db).layout, db).logins() }
  }

  /// One state of the database for all that is read inside. Its statements are kept, where those of `database.read`
  /// are prepared anew each time, which costs more than what most sentences read. Inside another transaction, its state:
  /// `body` learns whether the transaction begins with it.
  func snapshot<Result>(_ body: (Database, _ isFresh: Bool) throws -> Result) throws -> Result {
    try faults {
      try database.unsafeReentrantRead { db in
        if db.isInsideTransaction { return try body(db, false) }
        try db.run("BEGIN DEFERRED TRANSACTION")
        do {
          let result = try body(db, true)
          try db.run("COMMIT TRANSACTION")
          return result
        } catch {
          try? db.run("ROLLBACK TRANSACTION")
          throw error
        }
      }
    }
  }

  /// A transaction that takes the right to write at once: one that reads first would fail where another process writes.
  /// Inside another transaction, a part of it: `body` learns whether the transaction begins with it.
  func immediate<Result>(_ body: (Database, _ isFresh: Bool) throws -> Result) throws -> Result {
    try faults {
      try database.unsafeReentrantWrite { db in
        var result: Result?
        let isFresh = !db.isInsideTransaction
        let whole = { () throws -> Database.TransactionCompletion in
          result = try body(db, isFresh)
          return .commit
        }
        if isFresh { try db.inTransaction(.immediate, whole) } else { try db.inSavepoint(whole) }
        guard let result else { throw StoreFault(.broken("a transaction without a result"), at: path) }
        return result
      }
    }
  }

  func faults<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError { throw StoreFault(error, at: path) }
  }
}
