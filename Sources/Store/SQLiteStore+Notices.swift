import CRM
import GRDB
import Values

extension SQLiteStore {
  public func announceDue(at now: Moment) throws {
    let isAnythingNew = try snapshot { try Notices($0, cores.current($0)).due(at: now)?.isEmpty != true }
    if isAnythingNew { try immediate { try Notices($0, cores.current($0)).announce(at: now) } }
  }

  public func undelivered(to login: String?) throws -> [StoredNotice] {
    try snapshot { try Notices($0, cores.current($0)).undelivered(to: login) }
  }

  public func notices(to login: String, limit: Int) throws -> (notices: [StoredNotice], unread: Int) {
    try snapshot { try Notices($0, cores.current($0)).all(to: login, limit: limit) }
  }

  public func markDelivered(_ ids: [Int64], at now: Moment) throws {
    try immediate { try Notices($0, cores.current($0)).markDelivered(ids, at: now) }
  }

  public func markRead(by login: String, upTo id: Int64, at now: Moment) throws {
    try immediate { try Notices($0, cores.current($0)).markRead(by: login, upTo: id, at: now) }
  }
}
