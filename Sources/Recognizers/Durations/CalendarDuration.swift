/// A length of time as people say it: months and days keep their calendar meaning, the rest is seconds.
///
/// Years are 12 months and weeks 7 days. The three parts carry the same sign.
public struct CalendarDuration: Hashable, Sendable, Codable {
  public var months: Int
  public var days: Int
  public var seconds: Int

  public init(months: Int = 0, days: Int = 0, seconds: Int = 0) {
    self.months = months
    self.days = days
    self.seconds = seconds
  }

  /// For comparing and sorting: a year counts 365 days, a month besides 30.
  public var totalSeconds: Int { (months / 12 * 365 + months % 12 * 30 + days) * 86_400 + seconds }

  /// ISO 8601 with each unit once, weeks where they are whole: `P3D`, `P12M`, `P2W`, `PT1H30M`.
  public var iso: String {
    var text = "P"
    if months != 0 { text += "\(months)M" }
    if days != 0 { text += months == 0 && seconds == 0 && days % 7 == 0 ? "\(days / 7)W" : "\(days)D" }
    guard seconds != 0 else { return text == "P" ? "PT0S" : text }
    text += "T"
    if seconds / 3600 != 0 { text += "\(seconds / 3600)H" }
    if seconds / 60 % 60 != 0 { text += "\(seconds / 60 % 60)M" }
    if seconds % 60 != 0 { text += "\(seconds % 60)S" }
    return text
  }

  /// True when it has no part shorter than a day.
  public var isWholeDays: Bool { seconds == 0 }

  /// Hours, minutes and seconds only, and some.
  var isClockLength: Bool { months == 0 && days == 0 && seconds > 0 }

  public static func + (left: CalendarDuration, right: CalendarDuration) -> CalendarDuration {
    CalendarDuration(
      months: left.months + right.months, days: left.days + right.days, seconds: left.seconds + right.seconds)
  }

  public static prefix func - (duration: CalendarDuration) -> CalendarDuration {
    CalendarDuration(months: -duration.months, days: -duration.days, seconds: -duration.seconds)
  }
}
