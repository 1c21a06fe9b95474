/// A stretch of time, half-open: `from` is in it, `to` is not. A missing end is open.
///
/// A day is the span from its midnight to the next; an instant such as 3 pm is a span whose ends are equal.
public struct TimeSpan: Hashable, Sendable, Codable {
  public var from: LocalTime?
  public var to: LocalTime?
  public var grain: Grain

  public init(from: LocalTime?, to: LocalTime?, grain: Grain) {
    self.from = from
    self.to = to
    self.grain = grain
  }

  /// From the start of `first` to the end of `last`.
  public init(_ first: Day, through last: Day, grain: Grain = .day) {
    self.init(from: LocalTime(first), to: LocalTime(last + 1), grain: grain)
  }

  public init(_ day: Day) { self.init(day, through: day) }

  /// The one day that the span is, if it is one.
  public var singleDay: Day? {
    guard let from, let to, from.secondOfDay == 0, to - from == 86_400 else { return nil }
    return from.day
  }
}
