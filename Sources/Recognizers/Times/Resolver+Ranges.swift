import Values

extension Resolver {
  /// A clock time alone is its next or last occurrence; `nearest` stays on this day.
  func instant(_ clock: ClockTime) -> TimeSpan? {
    guard clock.exists else { return nil }
    var time = LocalTime(today) + clock.secondOfDay
    if prefer == .future, time < now { time = time + 86_400 }
    if prefer == .past, now < time { time = time + -86_400 }
    return TimeSpan(from: time, to: time, grain: clock.second == 0 ? .minute : .second)
  }

  func span(_ part: DayPart, on day: Day) -> TimeSpan {
    let start = LocalTime(day)
    return TimeSpan(from: start + part.seconds.lowerBound, to: start + part.seconds.upperBound, grain: .hour)
  }

  /// A time of a day on that day.
  func span(_ inner: TimeExpression, on day: TimeExpression) -> TimeSpan? {
    guard let date = span(day)?.from?.day else { return nil }
    return span(inner, on: date)
  }

  private func span(_ inner: TimeExpression, on day: Day) -> TimeSpan? {
    switch inner {
    case .clock(let clock):
      guard clock.exists else { return nil }
      let time = LocalTime(day) + clock.secondOfDay
      return TimeSpan(from: time, to: time, grain: clock.second == 0 ? .minute : .second)
    case .dayPart(let part): return span(part, on: day)
    case .span(let a, let b):
      let (a, b) = TimeExpression.paired(a, b)
      guard let from = span(a, on: day)?.from, var to = span(b, on: day)?.to else { return nil }
      if to == LocalTime(day) { to = LocalTime(day + 1) }
      return from <= to ? TimeSpan(from: from, to: to, grain: .minute) : nil
    case .stretch(let start, let length):
      guard length.isClockLength, let from = span(start, on: day)?.from else { return nil }
      return TimeSpan(from: from, to: from + length.seconds, grain: .minute)
    case .from(let x), .since(let x): return span(x, on: day).map { TimeSpan(from: $0.from, to: nil, grain: $0.grain) }
    case .after(let x): return span(x, on: day).map { TimeSpan(from: $0.to, to: nil, grain: $0.grain) }
    case .until(let x): return span(x, on: day).map { TimeSpan(from: nil, to: $0.to, grain: $0.grain) }
    case .before(let x): return span(x, on: day).map { TimeSpan(from: nil, to: $0.from, grain: $0.grain) }
    default: return nil
    }
  }

  func open(_ expression: TimeExpression) -> TimeSpan? {
    switch expression {
    case .from(let x): span(x).map { TimeSpan(from: $0.from, to: nil, grain: $0.grain) }
    case .since(let x):
      Resolver(now: now, prefer: .past).span(x).map { TimeSpan(from: $0.from, to: nil, grain: $0.grain) }
    case .after(let x): span(x).map { TimeSpan(from: $0.to, to: nil, grain: $0.grain) }
    case .until(let x): span(x).map { TimeSpan(from: nil, to: $0.to, grain: $0.grain) }
    case .before(let x): span(x).map { TimeSpan(from: nil, to: $0.from, grain: $0.grain) }
    default: nil
    }
  }

  /// Both ends included. An open start is the nearest whose whole range fits the preference.
  func range(_ a: TimeExpression, _ b: TimeExpression) -> TimeSpan? {
    if b == .now || b == .relativeDay(0), prefer != .past { return Resolver(now: now, prefer: .past).pair(a, b) }
    if a.isFloating, prefer != .past, !a.isClockTime {
      let back = Resolver(now: now, prefer: .past).pair(a, b)
      let ahead = Resolver(now: now, prefer: .future).pair(a, b)
      guard let back, let end = back.to else { return ahead }
      if end > now { return back }
      guard prefer == .nearest, let start = ahead?.from else { return ahead }
      return now - end <= start - now ? back : ahead
    }
    return pair(a, b)
  }

  private func pair(_ a: TimeExpression, _ b: TimeExpression) -> TimeSpan? {
    guard let first = span(a), let start = first.from else { return nil }
    if a.isClockTime, b.isClockTime { return clocks(a, b) }
    let last = b.isFloating ? follow(b, start) : span(b)
    guard let last, let end = last.to, start <= end else { return nil }
    return TimeSpan(from: start, to: end, grain: min(first.grain, last.grain))
  }

  /// Two times of day: on the day that the whole of it fits.
  private func clocks(_ a: TimeExpression, _ b: TimeExpression) -> TimeSpan? {
    guard let today = span(.span(a, b), on: today) else { return nil }
    guard prefer == .future, let end = today.to, end <= now else { return today }
    return span(.span(a, b), on: now.day + 1)
  }

  /// The first occurrence of an open date that does not end before `start`.
  private func follow(_ b: TimeExpression, _ start: LocalTime) -> TimeSpan? {
    if case .clock(let clock) = b, clock.isHalfOpen, LocalTime(start.day) + clock.secondOfDay < start {
      return span(.clock(clock.taking(.afternoon)), on: start.day)
    }
    if b.isClockTime { return span(b, on: start.day) }
    let anchor = LocalTime(start.day - (b.isOpenWeekday ? 1 : 0))
    return Resolver(now: anchor, prefer: .future).span(b)
  }
}

extension TimeExpression {
  /// A time of day that no date goes with.
  var isClockTime: Bool {
    switch self {
    case .clock, .dayPart: true
    case .span(let a, let b): a.isClockTime && b.isClockTime
    case .from(let x), .since(let x), .after(let x), .until(let x), .before(let x): x.isClockTime
    default: false
    }
  }

  /// A weekday whose week was not said, perhaps with a time on it.
  var isOpenWeekday: Bool {
    switch self {
    case .weekday(_, .open): true
    case .at(let day, _): day.isOpenWeekday
    default: false
    }
  }

  /// Clearly a time, and one that cannot be: 30 February, 25:00, from 4 pm to 3 pm.
  public var isImpossible: Bool {
    switch self {
    case .monthDay(let month, let day, let year): TimeExpression.isImpossible(month, day, year)
    case .month(let month, _): !(1...12).contains(month)
    case .quarter(let quarter, _), .fiscalQuarter(let quarter, _, _): !(1...4).contains(quarter)
    case .dayOfMonth(let day): !(1...31).contains(day)
    case .clock(let clock): !clock.exists
    case .week(let week, _): !(1...53).contains(week)
    case .year(let year): !(1...9999).contains(year)
    case .lunarDay(let month, let day, _): !(1...12).contains(month) || !(1...30).contains(day)
    case .member(let n, .day, .month(let month, let year)): n > 0 && TimeExpression.isImpossible(month, n, year)
    case .at(let day, let inner): day.isImpossible || inner.isImpossible
    case .span(let a, let b): a.isImpossible || b.isImpossible || TimeExpression.isReversed(a, b)
    case .from(let x), .since(let x), .after(let x), .until(let x), .before(let x), .edge(_, let x), .shifted(let x, _),
      .stretch(let x, _),
      .containing(_, let x), .weekendBy(let x), .workdaysAfter(let x, _):
      x.isImpossible
    default: false
    }
  }

  private static func isImpossible(_ month: Int, _ day: Int, _ year: YearPoint) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return true }
    if case .absolute(let year) = year { return Day(year: year, month: month, day: day) == nil }
    return day > Day.length(ofMonth: month, year: 2024)
  }

  /// Two ends of a stretch of the day, each with what the other says about its half of the day.
  static func paired(_ a: TimeExpression, _ b: TimeExpression) -> (TimeExpression, TimeExpression) {
    guard case .clock(let x) = a, case .clock(let y) = b else { return (a, b) }
    let (first, last) = ClockTime.paired(x, y)
    return (.clock(first), .clock(last))
  }

  /// With each end of a stretch of the day told by the other which half of the day it is in.
  var pairedClocks: TimeExpression {
    switch self {
    case .span(.clock(let x), .clock(let y)) where x.isHalfOpen != y.isHalfOpen:
      let (a, b) = ClockTime.paired(x, y)
      return .span(.clock(a), .clock(b))
    case .at(let day, .span(let a, let b)): return .at(day, TimeExpression.span(a, b).pairedClocks)
    default: return self
    }
  }

  private static func isReversed(_ a: TimeExpression, _ b: TimeExpression) -> Bool {
    switch (a, b) {
    case (.clock(let a), .clock(let b)):
      let (a, b) = ClockTime.paired(a, b)
      return a.secondOfDay > b.secondOfDay && b.secondOfDay != 0
    case (.monthDay(let m1, let d1, let y1), .monthDay(let m2, let d2, let y2)) where y1 == y2:
      return m1 == m2 && d1 > d2 || y1 != .open && m1 > m2
    case (.month(let a, let y1), .month(let b, let y2)) where y1 == y2 && y1 != .open: return a > b
    case (.day(let a), .day(let b)): return a > b
    case (.year(let a), .year(let b)): return a > b
    case (.at(let d1, .clock(let a)), .at(let d2, .clock(let b))) where d1 == d2: return a.secondOfDay > b.secondOfDay
    default: return false
    }
  }
}
