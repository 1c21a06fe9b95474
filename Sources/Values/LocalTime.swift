/// A day and a time of day as a clock on the wall shows them, without a zone.
public struct LocalTime: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00 on that same clock.
  public let seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// Reads `2026-11-23T09:00`, with optional seconds, a space for the T, or the day alone (midnight).
  @inlinable public init?(iso text: some StringProtocol) { self.init(written: String(text)) }

  @usableFromInline init?(written text: String) {
    var digits = ISODigits(text)
    guard let year = digits.number(of: 4), digits.take(0x2D), let month = digits.number(of: 2), digits.take(0x2D),
      let number = digits.number(of: 2), let day = Day(year: year, month: month, day: number)
    else { return nil }
    if digits.isAtEnd {
      self.init(day)
      return
    }
    guard digits.take(0x54) || digits.take(0x20), let hour = digits.number(of: 2), digits.take(0x3A),
      let minute = digits.number(of: 2)
    else { return nil }
    var second = 0
    if !digits.isAtEnd {
      guard digits.take(0x3A), let number = digits.number(of: 2), digits.isAtEnd else { return nil }
      second = number
    }
    guard hour < 24, minute < 60, second < 60 else { return nil }
    self.init(day, hour: hour, minute: minute, second: second)
  }

  public var day: Day { Day(number: Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)) }
  public var secondOfDay: Int { Int(seconds - Int64(day.number) * 86_400) }
  public var hour: Int { secondOfDay / 3600 }
  public var minute: Int { secondOfDay / 60 % 60 }
  public var second: Int { secondOfDay % 60 }

  public static func < (left: LocalTime, right: LocalTime) -> Bool { left.seconds < right.seconds }
  public static func + (time: LocalTime, seconds: Int) -> LocalTime {
    LocalTime(seconds: time.seconds + Int64(seconds))
  }
  public static func - (left: LocalTime, right: LocalTime) -> Int64 { left.seconds - right.seconds }

  /// `2026-11-23T09:00`, with seconds only where they are not zero.
  public var description: String {
    let clock = "\(padded(hour, 2)):\(padded(minute, 2))"
    return "\(day)T\(clock)" + (second == 0 ? "" : ":\(padded(second, 2))")
  }

  /// Always with seconds, so that text order is time order: `2026-11-23T09:00:00`.
  public var sortable: String { second == 0 ? description + ":00" : description }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let time = LocalTime(iso: text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no time: \(text)"))
    }
    self = time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
