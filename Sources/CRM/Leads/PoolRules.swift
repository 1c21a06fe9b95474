import Model
import Values

/// What the company allows of the pool, for leads and accounts alike: the settings `pool_holding_limit`,
/// `pool_claims_a_day` and `pool_cool_down_days`. A rule without a setting, or with 0, does not hold.
public struct PoolRules {
  /// Why something may not be claimed.
  public enum Refusal: Error, Sendable, Hashable {
    /// It is somebody's.
    case owned(name: String, by: String)
    case holding(limit: Int)
    case claims(limit: Int)
    /// Whoever gave it back waits until this day.
    case coolDown(name: String, until: Day)
  }

  private let reader: any StoreReader
  private let lookup: Lookup

  public init(_ reader: any StoreReader) {
    self.reader = reader
    lookup = Lookup(reader.unrestricted)
  }

  /// Throws a `Refusal` where the speaker may not take this record now.
  public func check(_ record: Record) throws {
    guard let user = reader.context.speaker.user else { return }
    if case .record(let owner)? = record["owner"] {
      throw Refusal.owned(name: record.name, by: try reader.unrestricted.record(owner)?.name ?? "")
    }
    let held = try lookup.setting("pool_holding_limit", or: 0)
    if held > 0, try holding(user) >= held { throw Refusal.holding(limit: held) }
    let claims = try lookup.setting("pool_claims_a_day", or: 0)
    if claims > 0, try reader.commandsToday(["account.claim", "lead.claim"]) >= claims {
      throw Refusal.claims(limit: claims)
    }
    let days = try lookup.setting("pool_cool_down_days", or: 0)
    if days > 0, let ended = try end(of: user, on: record), ended + days > reader.context.today {
      throw Refusal.coolDown(name: record.name, until: ended + days)
    }
  }

  /// The active leads, and the accounts that have not bought yet.
  private func holding(_ user: RecordID) throws -> Int {
    let isTheirs = Predicate.oneOf(.path(["owner"]), [.record(user)])
    return try lookup.count("lead", where: isTheirs.and(CRMSchema.isActiveLead))
      + lookup.count("account", where: isTheirs.and(.has("status", "prospect")))
  }

  /// The day on which the record was last taken from them, or given away.
  private func end(of user: RecordID, on record: Record) throws -> Day? {
    for entry in try reader.unrestricted.history(of: record.id, limit: 50)
    where entry.changes.contains(where: { $0.field == "owner" && $0.before == .record(user) }) {
      return entry.at.local.day
    }
    return nil
  }
}
