import Model
import Values

/// By when a ticket must be answered and resolved: the settings `sla_PRIORITY` ("1h reply / 4h resolve / round the
/// clock", "4h / 8h") and `business_hours` ("Mon-Fri 09:00-17:00"), in the company's zone.
///
/// A level without "round the clock" counts business hours alone.
public struct ServiceLevel: Sendable {
  public enum Promise: String, Sendable { case reply, resolve }

  private let replyHours: Int
  private let resolveHours: Int
  private let isRoundTheClock: Bool
  private let hours: BusinessHours

  /// nil where the company promises nothing for this priority.
  public init?(priority: String, reader: any StoreReader) throws {
    guard let text = try reader.setting("sla_\(priority)") else { return nil }
    let parts = text.split(separator: "/").map { $0.filter { !$0.isWhitespace } }
    let numbers = parts.compactMap { Int($0.prefix { $0.isNumber }) }
    guard numbers.count >= 2 else { return nil }
    replyHours = numbers[0]
    resolveHours = numbers[1]
    isRoundTheClock = parts.contains("roundtheclock")
    hours = BusinessHours(
      text: try reader.setting("business_hours") ?? "",
      zone: try reader.setting("time_zone").flatMap { Zone($0) } ?? reader.context.speaker.zone)
  }

  /// What is owed next on an open ticket, and by when; nil where nothing is, as while it waits for the customer.
  public func next(of ticket: Record) -> (promise: Promise, due: Moment)? {
    guard ticket["status"] == .text("open"), case .moment(let opened)? = ticket["opened"] else { return nil }
    return ticket["replied"] == nil
      ? (.reply, due(replyHours, after: opened)) : (.resolve, due(resolveHours, after: opened))
  }

  private func due(_ count: Int, after opened: Moment) -> Moment {
    isRoundTheClock
      ? hours.zone.moment(epoch: opened.epoch + Int64(count) * 3600) : hours.adding(hours: count, to: opened)
  }
}

/// The hours in which a company works, day by day: `Mon-Fri 09:00-17:00`.
struct BusinessHours {
  let zone: Zone
  private let days: ClosedRange<Int>
  /// Seconds of the day.
  private let opens: Int
  private let closes: Int

  /// What cannot be read is Monday to Friday, nine to five.
  init(text: String, zone: Zone) {
    self.zone = zone
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let parts = text.lowercased().split(separator: " ").map { $0.split(separator: "-") }
    let week = parts.first?.compactMap { name in names.firstIndex(of: String(name.prefix(3))).map { $0 + 1 } } ?? []
    let clock = parts.last?.compactMap(BusinessHours.seconds) ?? []
    days = week.count == 2 && week[0] <= week[1] ? week[0]...week[1] : 1...5
    let isRange = clock.count == 2 && clock[0] < clock[1]
    opens = isRange ? clock[0] : 9 * 3600
    closes = isRange ? clock[1] : 17 * 3600
  }

  private static func seconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 && parts[0] < 25 && parts[1] < 60 ? parts[0] * 3600 + parts[1] * 60 : nil
  }

  func adding(hours: Int, to start: Moment) -> Moment {
    var left = hours * 3600
    let local = zone.moment(epoch: start.epoch).local
    var day = local.day
    var second = Int(local - LocalTime(day))
    while true {
      if days.contains(day.weekday), second < closes {
        let begin = max(second, opens)
        if left <= closes - begin { return zone.moment(local: LocalTime(day) + (begin + left)) }
        left -= closes - begin
      }
      day = day + 1
      second = 0
    }
  }
}
