/// A time of day as it was said. It may be one that no clock shows: "25:00" is kept, so that it can be refused.
public struct ClockTime: Hashable, Sendable, Codable {
  /// 0 to 24; as said, so a bare "3" is 3.
  public var hour: Int
  public var minute: Int
  public var second: Int
  /// True when neither "pm", 下午, a 24-hour form nor a part of the day said which half of the day is meant.
  public var isHalfOpen: Bool

  public init(hour: Int, minute: Int = 0, second: Int = 0, isHalfOpen: Bool = false) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.isHalfOpen = isHalfOpen && (1...12).contains(hour)
  }

  /// Whether a clock ever shows it; 24:00 is the end of the day.
  public var exists: Bool {
    (0...23).contains(hour) && (0...59).contains(minute) && (0...59).contains(second)
      || hour == 24 && minute == 0 && second == 0
  }

  /// Seconds after midnight. A bare 1 to 6 is taken for the afternoon, 7 to 12 for the office morning and noon.
  public var secondOfDay: Int {
    let hour = isHalfOpen && (1...6).contains(hour) ? hour + 12 : hour
    return hour * 3600 + minute * 60 + second
  }

  /// `09:00`, on the 24-hour clock.
  public var description: String {
    let (h, m) = (secondOfDay / 3600, secondOfDay / 60 % 60)
    return (h < 10 ? "0\(h)" : "\(h)") + (m < 10 ? ":0\(m)" : ":\(m)")
  }

  /// Two ends of a stretch of the day: where one says which half of the day it is in, the other follows.
  static func paired(_ a: ClockTime, _ b: ClockTime) -> (ClockTime, ClockTime) {
    switch (a.isHalfOpen, b.isHalfOpen) {
    case (true, false):
      let same = a.taking(b.hour >= 12 ? .afternoon : .morning)
      return (same.secondOfDay <= b.secondOfDay ? same : a.taking(.morning), b)
    case (false, true):
      let same = b.taking(a.hour >= 12 ? .afternoon : .morning)
      return (a, a.hour >= 12 || same.secondOfDay >= a.secondOfDay ? same : b.taking(.afternoon))
    case (true, true) where a.secondOfDay > b.secondOfDay: return (a, b.taking(.afternoon))
    default: return (a, b)
    }
  }

  /// The same time where the half of the day is known: pm for the later one.
  func taking(_ half: DayHalf) -> ClockTime {
    guard isHalfOpen else { return self }
    var hour = hour
    switch half {
    case .morning: hour = hour == 12 ? 0 : hour
    case .afternoon: hour = hour == 12 ? 12 : hour + 12
    case .night: hour = hour == 12 ? 0 : hour >= 5 ? hour + 12 : hour
    }
    return ClockTime(hour: hour, minute: minute, second: second)
  }
}
