import CRM
import Foundation
import GRDB
import Model
import Values

extension SQLiteStore {
  /// Every record of a kind in the order of their keys, with its stored fields and its `exchange_id`, and the names
  /// behind its references. Without a context all of them, else what that speaker may see. One transaction.
  public func rows(of kind: KindID, for context: Context? = nil, each body: (Model.Record) throws -> Void) throws {
    let outsider = Speaker(
      user: nil, login: "", name: "", role: .admin, team: "", zone: .utc, language: .english, currency: .usd)
    let all = Context(speaker: outsider, now: Moment(local: LocalTime(seconds: 0), offset: 0), baseCurrency: .usd)
    try snapshot { db, _ in
      let view = View(db, try cores.current(db), context ?? all, limited: context != nil)
      try view.rows(of: kind, each: body)
    }
  }

  /// A copy of the whole database as it is now, while others go on using it, and of the files attached to its records:
  /// they stand beside the copy as they do beside the original. The copy is readable by its owner alone.
  ///
  /// - Returns: how many attached files it holds.
  @discardableResult public func backup(to path: String) throws -> Int {
    do {
      try Opening.create(path)
      let copy = try DatabaseQueue(path: path)
      try database.backup(to: copy)
      try copy.close()
      return self.path == ":memory:" ? 0 : try copyFiles(to: path + ".files")
    } catch let error as DatabaseError {
      throw StoreFault(error, at: path)
    }
  }

  /// Files are kept under their checksum: what is there already is the same.
  private func copyFiles(to folder: String) throws -> Int {
    let disk = FileManager.default
    let own = path + ".files"
    var count = 0
    for part in (try? disk.contentsOfDirectory(atPath: own)) ?? [] {
      for name in (try? disk.contentsOfDirectory(atPath: "\(own)/\(part)")) ?? [] where name.utf8.count == 64 {
        try disk.createDirectory(
          atPath: "\(folder)/\(part)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let target = "\(folder)/\(part)/\(name)"
        if !disk.fileExists(atPath: target) { try disk.copyItem(atPath: "\(own)/\(part)/\(name)", toPath: target) }
        count += 1
      }
    }
    return count
  }

  /// Nothing can be read or written any more.
  public func close() { try? database.close() }

  /// What the database says of itself.
  public func doctor() throws -> Checkup {
    try faults {
      try database.writeWithoutTransaction { db in
        var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        if try GRDB.Row.fetchOne(db, sql: "PRAGMA foreign_key_check") != nil {
          problems.append("a reference leads to a record that does not exist")
        }
        let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
        return Checkup(
          problems: problems, schemaVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
          knownVersion: migrations.version, journal: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
          isDurable: path == ":memory:" ? false : try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2,
          hasForeignKeys: try Bool.fetchOne(db, sql: "PRAGMA foreign_keys") ?? false,
          bytes: try Int64.fetchOne(db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            ?? 0, fileMode: mode)
      }
    }
  }
}
