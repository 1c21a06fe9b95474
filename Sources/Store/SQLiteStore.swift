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
    try snapshot { try body(View($0, cores.current($0), context)) }
  }

  public func write<Result>(
    _ context: Context, _ command: Command, _ body: (any StoreWriter) throws -> Result
  ) throws -> Result {
    try immediate { db in
      let writer = try Writer(db, cores, context, command)
      let result = try body(writer)
      try writer.journal.close()
      return result
    }
  }

  public func undo(_ context: Context, _ command: Command) throws -> Reversal {
    try immediate { try Reversing($0, cores, context, command, redo: false).undo() }
  }

  public func redo(_ context: Context, _ command: Command) throws -> Reversal {
    try immediate { try Reversing($0, cores, context, command, redo: true).redo() }
  }

  /// What is remembered of a conversation survives the end of the program at once, and that of the machine with the next
  /// change of data: nothing was changed that could be lost, so that nobody waits for the disk.
  public func remember(_ memory: Memory) throws {
    try faults {
      try database.unsafeReentrantWrite { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? db.execute(sql: "PRAGMA synchronous = FULL") }
        try immediate { try Remembering.write(memory, $0) }
      }
    }
  }

  public func session(login: String, conversation: String) throws -> String? {
    try snapshot { try Remembering.session(login, conversation, $0) }
  }

  public func answered(conversation: String, message: String) throws -> (text: String, reply: String)? {
    try snapshot { try Remembering.answered(conversation, message, $0) }
  }

  public func speaker(login: String) throws -> Speaker? {
    try snapshot { try Users(cores.current($0).layout, $0).speaker(login) }
  }

  public func logins() throws -> [String] {
    try snapshot { try Users(cores.current($0).layout, $0).logins() }
  }

  /// One state of the database for all that is read inside. Its statements are kept, where those of `database.read`
  /// are prepared anew each time, which costs more than what most sentences read. Inside another transaction, its state.
  func snapshot<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try faults {
      try database.unsafeReentrantRead { db in
        if db.isInsideTransaction { return try body(db) }
        try db.run("BEGIN DEFERRED TRANSACTION")
        do {
          let result = try body(db)
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
  func immediate<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try faults {
      try database.unsafeReentrantWrite { db in
        var result: Result?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw StoreFault(.broken("a transaction without a result"), at: path) }
        return result
      }
    }
  }

  func faults<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError { throw StoreFault(error, at: path) }
  }
}
