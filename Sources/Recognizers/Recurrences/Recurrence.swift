import Values

/// Something that comes again: "every Monday at 9am".
public struct Recurrence: Hashable, Sendable, Codable {
  /// The rule part of iCalendar (RFC 5545), without its time of day: `FREQ=WEEKLY;BYDAY=MO`.
  public var rrule: String
  /// When on those days, where it was said.
  public var at: ClockTime?
  /// From when or until when, where it was said: "until Christmas", "starting December 7".
  public var bounds: TimeExpression?

  public init(rrule: String, at: ClockTime? = nil, bounds: TimeExpression? = nil) {
    self.rrule = rrule
    self.at = at
    self.bounds = bounds
  }

  /// Its first and its last day, where they were said.
  public func days(at now: LocalTime) -> (first: Day?, last: Day?) {
    guard let span = bounds?.resolve(at: now, prefer: .future) else { return (nil, nil) }
    return (span.from?.day, span.to.map { ($0 + -1).day })
  }
}
