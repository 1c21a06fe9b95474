import GRDB
import Model
import Synchronization
import Values

/// A state of the database, as far as its records are concerned: it differs wherever anybody has written in between.
struct DatabaseState: Hashable {
  /// Changes by this connection, those taken back included.
  let own: Int
  /// Changes by others.
  let others: Int

  /// Inside a transaction, which sees one state until it writes itself.
  init(_ db: Database) throws {
    own = db.totalChangesCount
    others = try db.first("PRAGMA data_version") { $0[0] as Int } ?? 0
  }
}

/// Records that one reader has read in one state of the database: a sentence is understood, carried out and answered in
/// several transactions, between which seldom anything happens.
final class RecentRecords: Sendable {
  private struct Known {
    var state: DatabaseState?
    var now: Moment?
    var records: [RecordID: Record] = [:]
  }

  private static let most = 64
  private let known = Mutex(Known())

  func record(_ id: RecordID, _ state: DatabaseState, _ now: Moment) -> Record? {
    known.withLock { $0.state == state && $0.now == now ? $0.records[id] : nil }
  }

  func keep(_ record: Record, _ state: DatabaseState, _ now: Moment) {
    known.withLock { known in
      if known.state != state || known.now != now || known.records.count >= Self.most {
        known = Known(state: state, now: now)
      }
      known.records[record.id] = record
    }
  }
}
