import CRM
import GRDB
import Values

extension SQLiteStore {
  public func announceDue(at now: Moment) throws {
    let isAnythingNew = try snapshot { db, _ in try Notices(db, cores.current(db)).due(at: now)?.isEmpty != true }
    if isAnythingNew { try immediate { db, _ in try Notices(db, cores.current(db)).announce(at: now) } }
  }

  public func undelivered(to login: String?) throws -> [StoredNotice] {
    try snapshot { db, _ in try Notices(db, cores.current(db)).undelivered(to: login) }
  }

  public func notices(to login: String, limit: Int) throws -> (notices: [StoredNotice], unread: Int) {
    try snapshot { db, _ in try Notices(db, cores.current(db)).all(to: login, limit: limit) }
  }

  public func markDelivered(_ ids: [Int64], at now: Moment) throws {
    try immediate { db, _ in try Notices(db, cores.current(db)).markDelivered(ids, at: now) }
  }

  public func markRead(by login: String, upTo id: Int64, at now: Moment) throws {
    try immediate { db, _ in try Notices(db, cores.current(db)).markRead(by: login, upTo: id, at: now) }
  }
}
