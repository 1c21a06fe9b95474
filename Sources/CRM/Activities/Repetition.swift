import Values

/// When something comes again: the part of an iCalendar rule (RFC 5545) that people say. `FREQ`, `INTERVAL`, `BYDAY`
/// (with an ordinal in a month), `BYMONTHDAY`, `BYMONTH`, and, as `;AT=09:00`, the time of day,
/// `;FROM=2026-11-27`, the day that every second week is counted from, and `;UNTIL=2026-12-25`, the last day.
public struct Repetition: Sendable, Hashable {
  public enum Frequency: String, Sendable { case hourly, daily, weekly, monthly, yearly }

  public let frequency: Frequency
  public let interval: Int
  /// A weekday from 1, Monday, and its place in the month: 0 every one, -1 the last.
  let weekdays: [Weekday]
  let monthDays: [Int]
  /// Which of the days that fit in a month, from its end where negative; nil for all.
  let place: Int?
  let months: [Int]
  /// Seconds after midnight; nil where no hour was said.
  public let secondOfDay: Int?
  /// The first day of all, however the open one was moved since.
  let start: Day?
  /// The last day on which it may fall.
  let end: Day?

  struct Weekday: Sendable, Hashable {
    let day: Int
    let place: Int
  }

  private static let names = ["MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6, "SU": 7]

  /// nil for what is no such rule.
  public init?(_ text: String) {
    var parts: [String: String] = [:]
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { return nil }
      parts[pair[0].uppercased()] = pair[1]
    }
    guard let frequency = Frequency(rawValue: (parts["FREQ"] ?? "").lowercased()) else { return nil }
    self.frequency = frequency
    interval = max(1, parts["INTERVAL"].flatMap { Int($0) } ?? 1)
    weekdays = Repetition.list(parts["BYDAY"]).compactMap(Repetition.weekday)
    monthDays = Repetition.list(parts["BYMONTHDAY"]).compactMap { Int($0) }
    place = parts["BYSETPOS"].flatMap { Int($0) }
    months = Repetition.list(parts["BYMONTH"]).compactMap { Int($0) }
    start = parts["FROM"].flatMap { Day(iso: $0) }
    end = parts["UNTIL"].flatMap { Day(iso: $0) }
    let clock = parts["AT"].map { $0.split(separator: ":").compactMap { Int($0) } } ?? []
    secondOfDay = clock.count == 2 ? clock[0] * 3600 + clock[1] * 60 : nil
  }

  private static func list(_ text: String?) -> [String] { (text ?? "").split(separator: ",").map(String.init) }

  private static func weekday(_ text: String) -> Weekday? {
    guard let day = names[String(text.suffix(2)).uppercased()] else { return nil }
    return Weekday(day: day, place: Int(text.dropLast(2)) ?? 0)
  }

  /// The first time after `moment`; weeks, months and years are counted from `began`,
  /// unless the rule names its first day. nil where none comes in ten years.
  public func next(after moment: LocalTime, began: LocalTime) -> LocalTime? {
    if frequency == .hourly {
      let step = Int64(3600 * interval)
      let passed = max(0, (moment.seconds - began.seconds) / step + 1)
      let time = LocalTime(seconds: began.seconds + passed * step)
      return end.map { time.day > $0 } ?? false ? nil : time
    }
    let clock = secondOfDay ?? began.secondOfDay
    for offset in 0...3660 {
      let day = moment.day + offset
      if let end, day > end { return nil }
      let time = LocalTime(day) + clock
      if time > moment, falls(on: day, began: start ?? began.day) { return time }
    }
    return nil
  }

  private func falls(on day: Day, began: Day) -> Bool {
    guard months.isEmpty || months.contains(day.month) else { return false }
    switch frequency {
    case .hourly: return true
    case .daily: return (day - began) % interval == 0 && fitsWeekday(day)
    case .weekly:
      let weeks = (day.start(of: .week) - began.start(of: .week)) / 7
      return weeks % interval == 0 && (weekdays.isEmpty ? day.weekday == began.weekday : fitsWeekday(day))
    case .monthly:
      let months = (day.year - began.year) * 12 + day.month - began.month
      return months % interval == 0 && fitsMonth(day, began: began)
    case .yearly:
      guard (day.year - began.year) % interval == 0 else { return false }
      if months.isEmpty, day.month != began.month { return false }
      return fitsMonth(day, began: began)
    }
  }

  private func fitsWeekday(_ day: Day) -> Bool {
    weekdays.isEmpty || weekdays.contains { $0.day == day.weekday }
  }

  /// By its number in the month, by a weekday's place in it, or as it began; the last day where a month is too short.
  private func fitsMonth(_ day: Day, began: Day) -> Bool {
    let length = Day.length(ofMonth: day.month, year: day.year)
    if let place { return fits(place, day, length) }
    if !weekdays.isEmpty {
      return weekdays.contains { weekday in
        guard weekday.day == day.weekday else { return false }
        return weekday.place == 0 || weekday.place == (day.day - 1) / 7 + 1
          || weekday.place == -((length - day.day) / 7 + 1)
      }
    }
    let wanted = monthDays.isEmpty ? [began.day] : monthDays
    return wanted.contains { $0 < 0 ? length + 1 + $0 == day.day : min($0, length) == day.day }
  }

  /// "the last working day": the n-th of the month's days that are such a weekday.
  private func fits(_ place: Int, _ day: Day, _ length: Int) -> Bool {
    let first = day - (day.day - 1)
    let days = (0..<length).map { first + $0 }.filter(fitsWeekday)
    let index = place < 0 ? days.count + place : place - 1
    return days.indices.contains(index) && days[index] == day
  }
}
