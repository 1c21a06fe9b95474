/// A named part of the day.
public enum DayPart: String, Hashable, Sendable, Codable {
  case earlyMorning, morning, lunch, noon, afternoon, evening, night

  /// First and last second of the day, half-open.
  var seconds: Range<Int> {
    switch self {
    case .earlyMorning: 5 * 3600..<8 * 3600
    case .morning: 8 * 3600..<12 * 3600
    case .lunch, .noon: 11 * 3600..<13 * 3600
    case .afternoon: 12 * 3600..<16 * 3600
    case .evening: 16 * 3600..<20 * 3600
    case .night: 20 * 3600..<24 * 3600
    }
  }

  /// Its earlier or later half as a stretch of clock times.
  func half(_ edge: Edge) -> TimeExpression? {
    let (first, last) = (seconds.lowerBound / 3600, seconds.upperBound / 3600)
    let middle = (first + last) / 2
    switch edge {
    case .early, .elapsed: return .span(.clock(ClockTime(hour: first)), .clock(ClockTime(hour: middle)))
    case .late, .remaining: return .span(.clock(ClockTime(hour: middle)), .clock(ClockTime(hour: last)))
    default: return nil
    }
  }

  var half: DayHalf {
    switch self {
    case .earlyMorning, .morning: .morning
    case .lunch, .noon, .afternoon: .afternoon
    case .evening, .night: .night
    }
  }
}
