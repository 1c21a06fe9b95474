/// A time that was read from a stretch of the sentence.
struct TimeNode {
  enum Form {
    /// One day, a period of days, a stretch of several.
    case day, period, range
    /// A time of day alone; one that only counts beside a day; a stretch of the day.
    case clock, bareClock, part, clockRange, bareClockRange
    /// A day with a time, with a part of it, with a stretch of it.
    case instant, dayPart, dayClockRange
    case open, openClock
  }

  var start: Int
  var end: Int
  var expression: TimeExpression
  var form: Form
  /// A word such as "may" or "2024" that is a time only with something beside it.
  var isWeak = false

  var kind: ValueKind {
    switch form {
    case .day: .date
    case .clock: .time
    case .instant: .datetime
    default: .range
    }
  }

  /// Whether it names days that can begin or end a range.
  var isDate: Bool {
    switch form {
    case .day, .period, .instant, .dayPart: true
    default: false
    }
  }
}
