/// Something that comes again: "every Monday at 9am".
public struct Recurrence: Hashable, Sendable, Codable {
  /// The rule part of iCalendar (RFC 5545), without its time of day: `FREQ=WEEKLY;BYDAY=MO`.
  public var rrule: String
  /// When on those days, where it was said.
  public var at: ClockTime?

  public init(rrule: String, at: ClockTime? = nil) {
    self.rrule = rrule
    self.at = at
  }
}
