/// Which week a weekday belongs to.
public enum WeekPoint: Codable, Hashable, Sendable {
  /// The nearest in the preferred sense, today not counted.
  case open
  /// Counted from the present week, which starts on Monday.
  case relative(Int)
  /// "past Friday", "coming Friday": the nearest one behind or ahead, whatever the preference.
  case previous, upcoming
}
