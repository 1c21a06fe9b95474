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

  var half: DayHalf {
    switch self {
    case .earlyMorning, .morning: .morning
    case .lunch, .noon, .afternoon: .afternoon
    case .evening, .night: .night
    }
  }
}
