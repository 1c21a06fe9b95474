import Foundation
import GRDB
import Model

/// Opens a database, brings its tables up to date, and refuses what this program does not know.
enum Opening {
  static func open(_ path: String, _ migrations: Migrations) throws -> any DatabaseWriter {
    do {
      if path == ":memory:" {
        let queue = try DatabaseQueue(configuration: configuration)
        try queue.writeWithoutTransaction { try migrations.run($0, at: path) }
        return queue
      }
      try create(path)
      // One connection: messages are answered one after the other, and a second one would read the schema again, and all
      // pages that the first has changed.
      var configuration = configuration
      configuration.journalMode = .wal
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try migrations.run(db, at: path)
      }
      return queue
    } catch let error as DatabaseError {
      throw StoreFault(error, at: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
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
}
