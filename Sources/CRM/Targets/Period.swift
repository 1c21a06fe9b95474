import Values

/// A period as targets name it: `2026`, `2026-H2`, `2026-Q4`, `2026-12`, `2026-W48`.
public struct Period: Sendable, Hashable {
  public let first: Day
  /// The last day that is in it.
  public let last: Day

  public init(first: Day, last: Day) {
    self.first = first
    self.last = last
  }

  /// nil for anything else.
  public init?(_ text: String) {
    let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let head = parts.first, head.utf8.count == 4, let year = Int(head),
      let start = Day(year: year, month: 1, day: 1)
    else { return nil }
    if parts.count == 1 {
      self.init(first: start, last: start.adding(months: 12) - 1)
      return
    }
    guard parts.count == 2, let part = Period.part(String(parts[1]), in: start) else { return nil }
    self = part
  }

  private static func part(_ text: String, in year: Day) -> Period? {
    let number = Int(text.drop { !$0.isNumber })
    switch (text.first, number) {
    case ("Q", let quarter?) where (1...4).contains(quarter):
      return months(3, from: year.adding(months: 3 * quarter - 3))
    case ("H", let half?) where (1...2).contains(half): return months(6, from: year.adding(months: 6 * half - 6))
    case ("W", let week?) where (1...53).contains(week):
      let monday = (year + 3).start(of: .week) + 7 * (week - 1)
      return Period(first: monday, last: monday + 6)
    case (let digit?, let month?) where digit.isNumber && (1...12).contains(month):
      return months(1, from: year.adding(months: month - 1))
    default: return nil
    }
  }

  private static func months(_ count: Int, from first: Day) -> Period {
    Period(first: first, last: first.adding(months: count) - 1)
  }
}
