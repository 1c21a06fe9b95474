import Values

/// A time as it was said, not yet tied to a clock: "this quarter", "in 2 days", "next Tuesday at 3pm".
///
/// It is kept inside rules, shortcuts and segments, so it stays relative until `resolve` is called, each time anew.
public indirect enum TimeExpression: Codable, Hashable, Sendable {
  case now
  /// A day written with its year.
  case day(Day)
  /// 0 is today, 1 tomorrow.
  case relativeDay(Int)
  case monthDay(month: Int, day: Int, YearPoint)
  /// "the 15th", of the month that is nearest in the preferred sense.
  case dayOfMonth(Int)
  /// "Friday the 26th", "Mon 13th": both must hold.
  case weekdayDate(Int, day: Int)
  /// 1 is Monday. "Friday", "this Friday", "next Friday".
  case weekday(Int, WeekPoint)
  /// The calendar period `offset` away from the present one: this quarter is 0, last quarter -1.
  case period(Grain, offset: Int)
  case month(Int, YearPoint)
  case quarter(Int, YearPoint)
  case half(Int, YearPoint)
  case year(Int)
  case decade(Int)
  /// The fiscal year that ends in the given calendar year, or the present one moved by `relative`.
  case fiscalYear(YearPoint, startMonth: Int)
  case fiscalQuarter(Int, YearPoint, startMonth: Int)
  /// "week 27", the ISO week.
  case week(Int, YearPoint)
  case weekend(offset: Int)
  /// "the week of April 10": the calendar period that a day is in.
  case containing(Grain, TimeExpression)
  case holiday(Holiday, YearPoint)
  /// A date of the Chinese lunar calendar: 农历八月十五.
  case lunarDay(month: Int, day: Int, YearPoint)
  /// "Labor Day weekend": Saturday and Sunday by that day, with it where it touches them.
  case weekendBy(TimeExpression)
  /// So many working days (Monday to Friday) after a day, before it where negative.
  case workdaysAfter(TimeExpression, Int)
  /// The nth day, week, month… inside a period, from its end when negative: "the 15th of next month", 本月最后一天.
  case member(Int, Grain, of: TimeExpression)
  /// The first n days, weeks… inside a period, the last n when negative: "the first ten days of March".
  case members(Int, Grain, of: TimeExpression)
  /// The nth weekday inside a period: "the first Monday of May".
  case weekdayMember(Int, weekday: Int, of: TimeExpression)
  /// The nth working day (Monday to Friday) inside a period.
  case workdayMember(Int, of: TimeExpression)
  case edge(Edge, of: TimeExpression)
  /// "3 days after Christmas", "in 2 hours" (from now), "a week ago".
  case shifted(TimeExpression, CalendarDuration)
  /// "the last 30 days": from now to that far away, both days included; whole calendar units for quarters.
  case window(Int, Grain, WindowDirection)
  /// "year to date": from the start of the present period to now, today included.
  case toDate(Grain)
  case clock(ClockTime)
  case dayPart(DayPart)
  /// A day and what happens on it: a clock time, a part of the day, or a span of clock times.
  case at(TimeExpression, TimeExpression)
  /// "from 9 for two hours", "3 days starting Monday".
  case stretch(TimeExpression, CalendarDuration)
  /// Both ends included: "from March 1 to 15", "2 to 3pm".
  case span(TimeExpression, TimeExpression)
  /// "from June on", "starting Friday": the start included.
  case from(TimeExpression)
  /// "since June": the last such start that has come, whatever the preference.
  case since(TimeExpression)
  case after(TimeExpression)
  /// "until Friday", "by Friday": Friday included.
  case until(TimeExpression)
  case before(TimeExpression)
}

extension TimeExpression {
  /// Whether a time of day was said.
  public var hasTimeOfDay: Bool {
    switch self {
    case .now, .clock, .dayPart: true
    case .at: true
    case .shifted(let base, let duration): duration.seconds != 0 || base != .now && base.hasTimeOfDay
    case .window(_, let grain, _): grain < .day
    case .period(let grain, _): grain < .day
    case .span(let a, let b): a.hasTimeOfDay || b.hasTimeOfDay
    case .stretch(let a, let length): a.hasTimeOfDay || length.seconds != 0
    case .from(let x), .since(let x), .after(let x), .until(let x), .before(let x), .edge(_, let x): x.hasTimeOfDay
    default: false
    }
  }

  /// Whether one end was left open: "since June".
  public var isOpenEnded: Bool {
    switch self {
    case .from, .since, .after, .until, .before: true
    case .at(_, let inner): inner.isOpenEnded
    default: false
    }
  }
}
