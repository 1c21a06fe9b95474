/// Which year a month or day without one belongs to.
public enum YearPoint: Codable, Hashable, Sendable {
  /// Whichever is nearest in the preferred sense.
  case open
  case absolute(Int)
  /// Counted from the present year.
  case relative(Int)
  /// "last October": the latest that is over or has begun before the present one; "next October": the first to begin.
  case previous, upcoming
}
