import Foundation
import GRDB
import Model

/// Opens a database, makes its tables, and refuses what this program does not know.
enum Opening {
  /// The version of the tables that this program makes and reads.
  static let version = 1

  static func open(_ path: String, _ layout: Layout) throws -> any DatabaseWriter {
    do {
      if path == ":memory:" {
        let queue = try DatabaseQueue(configuration: configuration)
        try queue.writeWithoutTransaction { try prepare($0, layout, at: path) }
        return queue
      }
      try create(path)
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try prepare(db, layout, at: path)
      }
      return pool
    } catch let error as DatabaseError {
      throw StoreFault(error, at: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      Functions.install(in: db)
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA cache_size = -16000")
      try db.execute(sql: "PRAGMA mmap_size = 268435456")
    }
    return configuration
  }

  /// Readable and writable by its owner alone from its first moment on.
  static func create(_ path: String) throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: path) { return }
    guard manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw StoreFault(.cannotOpen, at: path)
    }
  }

  private static func prepare(_ db: Database, _ layout: Layout, at path: String) throws {
    if try current(db, at: path) == version { return }
    try db.inTransaction(.immediate) {
      if try current(db, at: path) == 0 {
        for statement in Tables.statements(for: layout) { try db.execute(sql: statement) }
        try db.execute(sql: "PRAGMA user_version = \(version)")
      }
      return .commit
    }
  }

  private static func current(_ db: Database, at path: String) throws -> Int {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found <= version else { throw StoreFault(.newer(found: found, known: version), at: path) }
    return found
  }
}
