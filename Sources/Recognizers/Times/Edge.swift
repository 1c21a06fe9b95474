/// Which end or third of a period.
public enum Edge: String, Codable, Hashable, Sendable {
  /// The first day.
  case start
  /// The last day.
  case end
  /// Thirds: of a month the days 1–10, 11–20 and 21 to its end.
  case early, middle, late
  case firstHalf, secondHalf
  /// Up to now, and from now on.
  case elapsed, remaining
}
