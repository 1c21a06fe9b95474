import Model
import Values

/// How a customer buys against all others: recency, frequency and monetary value in fifths, from 1 (worst) to 5.
///
/// Value is compared within its own currency. Ties share the lower fifth.
public struct RFM: Sendable, Hashable {
  public enum Class: String, Sendable, CaseIterable { case champion, atRisk = "at_risk", new, lost, regular }

  public let recency: Int
  public let frequency: Int
  public let value: Int

  public var name: Class {
    if recency >= 4, frequency >= 4, value >= 4 { return .champion }
    if recency <= 2, frequency >= 4, value >= 4 { return .atRisk }
    if recency == 5, frequency == 1 { return .new }
    if recency == 1, frequency <= 2 { return .lost }
    return .regular
  }

  /// Of one account; nil without an order, or where there are more than `most` customers to compare with.
  public static func of(_ account: RecordID, _ reader: any StoreReader, most: Int = 20_000) throws -> RFM? {
    let customers = Query("account", where: .exists("orders", .always))
    guard try reader.unrestricted.page(customers, offset: 0, size: 0, fields: []).total <= most else { return nil }
    let table = try reader.unrestricted.table(
      Query(
        "order", where: .not(.isEmpty(.path(["account"]))), groups: [.path(["account"])],
        measures: [
          .count, .aggregate(.maximum, of: .path(["ordered_on"]), matching: .always),
          .aggregate(.sum, of: .path(["total"]), matching: .always),
        ]))
    let rows = table.rows.compactMap(Row.init)
    guard let own = rows.first(where: { $0.account == account }) else { return nil }
    let peers = rows.filter { $0.value.currency == own.value.currency }
    return RFM(
      recency: fifth(rows.count { $0.last < own.last }, of: rows.count),
      frequency: fifth(rows.count { $0.count < own.count }, of: rows.count),
      value: fifth(peers.count { $0.value.minor < own.value.minor }, of: peers.count))
  }

  private static func fifth(_ worse: Int, of all: Int) -> Int { min(5, 1 + 5 * worse / max(all, 1)) }

  private struct Row {
    let account: RecordID
    let count: Int64
    let last: Day
    let value: Money

    init?(_ cells: [Value?]) {
      guard cells.count == 4, case .record(let account)? = cells[0], case .integer(let count)? = cells[1],
        case .day(let last)? = cells[2]
      else { return nil }
      switch cells[3] {
      case .money(let money)?: value = money
      case .amounts(let all)?:
        guard let first = all.first else { return nil }
        value = first
      default: return nil
      }
      self.account = account
      self.count = count
      self.last = last
    }
  }
}
