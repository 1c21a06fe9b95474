import Model
import Values

/// How far a user is with a target: what they won in its period, in its currency, with their share of split credit.
///
/// Not a field of the target: which deals count depends on the target's own days, which no condition of theirs can name.
public struct Attainment: Sendable, Hashable {
  public let target: RecordID
  public let user: RecordID
  public let period: Period
  public let goal: Money
  public let won: Money

  /// What is still to be won; zero where the goal is reached.
  public var missing: Money { Money(minor: max(0, goal.minor - won.minor), goal.currency) }
  /// 1 is all of it; nil for a goal of nothing.
  public var fraction: Double? { goal.minor == 0 ? nil : Double(won.minor) / Double(goal.minor) }

  /// nil where the target may not be seen, or is not one of an amount.
  public init?(of target: RecordID, reader: any StoreReader) throws {
    guard let record = try reader.record(target), case .record(let user)? = record["user"],
      case .money(let goal)? = record["amount"], case .text(let text)? = record["period"], let period = Period(text)
    else { return nil }
    self.target = target
    self.user = user
    self.period = period
    self.goal = goal
    won = try Attainment.won(by: user, in: period, goal.currency, reader)
  }

  /// The user's credit: their share of what they own, and of the deals on whose team they are.
  private static func won(
    by user: RecordID, in period: Period, _ currency: Currency, _ reader: any StoreReader
  ) throws -> Money {
    let isWon = CRMSchema.isWonDeal
      .and(.compare(.of("closed_on"), .atLeast, .constant(.day(period.first))))
      .and(.compare(.of("closed_on"), .atMost, .constant(.day(period.last))))
    let sum = Measure.aggregate(.sum, of: .of("credit"), matching: .always)
    let own = Query("deal", where: isWon.and(.points("owner", to: user)), measures: [sum])
    let shared = Query("deal_member", where: .points("user", to: user).and(.via("deal", isWon)), measures: [sum])
    var total = Money(minor: 0, currency)
    for query in [own, shared] {
      guard case .amounts(let amounts)?? = try reader.table(query).rows.first?.last else { continue }
      total.minor += amounts.first { $0.currency == currency }?.minor ?? 0
    }
    return total
  }
}
