import Model
import Values

/// Which open deals are stuck: longer in their stage than three quarters of the won deals were in it, or idle for the
/// days that the setting `stuck_idle_days` says (21).
public struct Stagnation: Sendable {
  public enum Reason: Sendable, Hashable {
    /// Days in the stage, and the days that three quarters of the won deals did not exceed.
    case slow(days: Int, usual: Int)
    /// Days since the last activity, or since the deal was created where there was none.
    case idle(days: Int)
  }

  public let idleDays: Int
  /// By open stage; none where no won deal has left it.
  public let usualDays: [RecordID: Int]

  public init(_ reader: any StoreReader) throws {
    let lookup = Lookup(reader)
    idleDays = try lookup.setting("stuck_idle_days", or: 21)
    var usual: [RecordID: Int] = [:]
    for stage in try lookup.all("stage", where: .has("kind", "open")) {
      usual[stage.id] = try Stagnation.upperQuartile(of: stage.id, lookup)
    }
    usualDays = usual
  }

  /// The days that won deals spent in a stage, at the third quarter of them in order.
  private static func upperQuartile(of stage: RecordID, _ lookup: Lookup) throws -> Int? {
    let spent = Predicate.points("stage", to: stage).and(.filled("days")).and(.via("deal", CRMSchema.isWonDeal))
    let query = Query("stage_change", where: spent, sort: [.by("days")])
    let count = try lookup.reader.page(query, offset: 0, size: 0, fields: []).total
    guard count > 0 else { return nil }
    let record = try lookup.reader.page(query, offset: (count * 3 - 1) / 4, size: 1, fields: ["days"]).records.first
    guard case .integer(let days)? = record?["days"] else { return nil }
    return Int(days)
  }

  /// The condition on deals.
  public var predicate: Predicate {
    let slow = usualDays.sorted { $0.key < $1.key }.map { stage, days in
      Predicate.points("stage", to: stage).and(.compare(.of("stage_days"), .greater, .whole(Int64(days))))
    }
    let quiet = Expression.days(from: .of("last_activity"), to: .today)
    let idle: [Predicate] = [
      .compare(quiet, .greater, .whole(Int64(idleDays))),
      .all([.empty("last_activity"), .compare(.of("age_days"), .greater, .whole(Int64(idleDays)))]),
    ]
    return .all([CRMSchema.isOpenDeal, .any(slow + idle)])
  }

  /// Why a deal is stuck, from its `stage`, `stage_days`, `last_activity` and `age_days`; empty where it is not.
  public func reasons(of deal: Record, context: Context) -> [Reason] {
    var reasons: [Reason] = []
    if case .record(let stage)? = deal["stage"], let usual = usualDays[stage],
      case .integer(let days)? = deal["stage_days"], days > usual
    {
      reasons.append(.slow(days: Int(days), usual: usual))
    }
    var quiet: Int?
    if case .moment(let last)? = deal["last_activity"] {
      quiet = context.today - last.local.day
    } else if case .integer(let age)? = deal["age_days"] {
      quiet = Int(age)
    }
    if let quiet, quiet > idleDays { reasons.append(.idle(days: quiet)) }
    return reasons
  }
}
