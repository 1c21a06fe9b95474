/// A day of the proleptic Gregorian calendar, without a time or a zone.
public struct Day: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// nil for a day that does not exist, such as 30 February; years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    number = Day.number(year: year, month: month, day: day)
  }

  /// Reads `2026-11-23`, and nothing else.
  @inlinable public init?(iso text: some StringProtocol) { self.init(written: String(text)) }

  @usableFromInline init?(written text: String) {
    var digits = ISODigits(text)
    guard let year = digits.number(of: 4), digits.take(0x2D), let month = digits.number(of: 2), digits.take(0x2D),
      let day = digits.number(of: 2), digits.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Howard Hinnant's days-from-civil formula: years begin in March, eras have 400 of them.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month 1–12 and day 1–31.
  public var components: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var year: Int { components.year }
  public var month: Int { components.month }
  public var day: Int { components.day }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  public static func + (day: Day, count: Int) -> Day { Day(number: day.number + count) }
  public static func - (day: Day, count: Int) -> Day { Day(number: day.number - count) }
  public static func - (left: Day, right: Day) -> Int { left.number - right.number }
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The same day of the month `count` months on, or that month's last day where it has no such day.
  public func adding(months count: Int) -> Day {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + count
    let (y, m) = (index >= 0 ? index / 12 : (index - 11) / 12, ((index % 12) + 12) % 12 + 1)
    return Day(number: Day.number(year: y, month: m, day: min(day, Day.length(ofMonth: m, year: y))))
  }

  /// The first day of the week (Monday), month, quarter, half or year that the day is in.
  public func start(of grain: Grain) -> Day {
    let (year, month, _) = components
    switch grain {
    case .week: return self - (weekday - 1)
    case .month: return Day(number: Day.number(year: year, month: month, day: 1))
    case .quarter: return Day(number: Day.number(year: year, month: (month - 1) / 3 * 3 + 1, day: 1))
    case .half: return Day(number: Day.number(year: year, month: month <= 6 ? 1 : 7, day: 1))
    case .year: return Day(number: Day.number(year: year, month: 1, day: 1))
    case .decade: return Day(number: Day.number(year: max(1, year / 10 * 10), month: 1, day: 1))
    case .second, .minute, .hour, .day: return self
    }
  }

  /// The day moved by `count` of a grain that is a day or longer.
  public func adding(_ count: Int, _ grain: Grain) -> Day {
    switch grain {
    case .week: self + 7 * count
    case .month: adding(months: count)
    case .quarter: adding(months: 3 * count)
    case .half: adding(months: 6 * count)
    case .year: adding(months: 12 * count)
    case .decade: adding(months: 120 * count)
    case .second, .minute, .hour: self
    case .day: self + count
    }
  }

  /// `2026-11-23`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = Day(iso: text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no day: \(text)"))
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// `number` in decimal with leading zeros to at least `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
