import Values

extension Resolver {
  /// What comes back every year: "March 5", "Q3", "Christmas".
  func yearly(_ expression: TimeExpression) -> TimeSpan? {
    guard let point = expression.yearPoint else { return nil }
    switch point {
    case .absolute(let year): return occurrence(expression, year)
    case .relative(let offset): return occurrence(expression, baseYear(expression) + offset)
    case .previous:
      let year = baseYear(expression)
      return (year - 3...year + 1).compactMap { occurrence(expression, $0) }.last { ($0.to ?? now) <= now }
    case .upcoming:
      let year = baseYear(expression)
      return (year - 1...year + 8).compactMap { occurrence(expression, $0) }.first { ($0.from ?? now) > now }
    case .open:
      let year = baseYear(expression)
      return nearest((year - 8...year + 8).compactMap { occurrence(expression, $0) })
    }
  }

  private func baseYear(_ expression: TimeExpression) -> Int {
    switch expression {
    case .fiscalYear(_, let month), .fiscalQuarter(_, _, let month):
      today.year + (month > 1 && today.month >= month ? 1 : 0)
    default: today.year
    }
  }

  private func occurrence(_ expression: TimeExpression, _ year: Int) -> TimeSpan? {
    switch expression {
    case .monthDay(let month, let day, _): Day(year: year, month: month, day: day).map { TimeSpan($0) }
    case .month(let month, _): months(from: month, year, .month)
    case .quarter(let quarter, _): months(from: quarter * 3 - 2, year, .quarter)
    case .half(let half, _): months(from: half * 6 - 5, year, .half)
    case .holiday(let holiday, _): holiday.day(in: year).map { TimeSpan($0) }
    case .lunarDay(let month, let day, _): LunarCalendar.day(year, month: month, day: day).map { TimeSpan($0) }
    case .fiscalYear(_, let start): fiscal(start, year, 0, .year)
    case .fiscalQuarter(let quarter, _, let start): fiscal(start, year, quarter * 3 - 3, .quarter)
    case .week(let week, _): isoWeek(week, year)
    default: nil
    }
  }

  private func months(from month: Int, _ year: Int, _ grain: Grain) -> TimeSpan? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    return TimeSpan(first, through: first.adding(1, grain) - 1, grain: grain)
  }

  /// A fiscal year is named after the calendar year it ends in.
  private func fiscal(_ start: Int, _ year: Int, _ offset: Int, _ grain: Grain) -> TimeSpan? {
    guard let first = Day(year: start > 1 ? year - 1 : year, month: start, day: 1)?.adding(months: offset) else {
      return nil
    }
    return TimeSpan(first, through: first.adding(1, grain) - 1, grain: grain)
  }

  /// ISO 8601: the week with 4 January is the first.
  private func isoWeek(_ week: Int, _ year: Int) -> TimeSpan? {
    guard (1...53).contains(week), let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    let monday = fourth.start(of: .week) + 7 * (week - 1)
    return TimeSpan(monday, through: monday + 6, grain: .week)
  }

  /// What is counted or cut out of a period.
  func part(_ expression: TimeExpression) -> TimeSpan? {
    switch expression {
    case .member(let n, let grain, let period):
      return span(period).flatMap { member(n, grain, $0) }
    case .members(let n, let grain, let period):
      return span(period).flatMap { members(n, grain, $0) }
    case .weekdayMember(let n, let weekday, let period):
      return days(period).flatMap { pick(n, $0.filter { $0.weekday == weekday }) }.map { TimeSpan($0) }
    case .workdayMember(let n, let period):
      return days(period).flatMap { pick(n, $0.filter { $0.weekday < 6 }) }.map { TimeSpan($0) }
    case .edge(let edge, let period):
      return span(period).flatMap { cut($0, edge) }
    default: return nil
    }
  }

  private func days(_ period: TimeExpression) -> [Day]? {
    guard let span = span(period), let from = span.from, let to = span.to, to - from < 400 * 86_400 else { return nil }
    return (from.day.number..<to.day.number).map { Day(number: $0) }
  }

  private func pick(_ n: Int, _ days: [Day]) -> Day? {
    let index = n > 0 ? n - 1 : days.count + n
    return days.indices.contains(index) ? days[index] : nil
  }

  private func member(_ n: Int, _ grain: Grain, _ period: TimeSpan) -> TimeSpan? {
    guard let from = period.from?.day, let to = period.to?.day, n != 0, grain >= .day else { return nil }
    var first = grain == .week && from.weekday > 1 ? (from + 6).start(of: .week) : from.start(of: grain)
    if grain == .week, from.weekday > 1, from.weekday <= 4 { first = from.start(of: .week) }
    if n < 0 {
      first = (to - 1).start(of: grain)
      if grain == .week, to - first < 4 { first = first - 7 }
      first = first.adding(n + 1, grain)
    } else {
      first = first.adding(n - 1, grain)
    }
    guard first < to, first + 6 >= from else { return nil }
    return TimeSpan(first, through: first.adding(1, grain) - 1, grain: grain)
  }

  private func members(_ n: Int, _ grain: Grain, _ period: TimeSpan) -> TimeSpan? {
    guard let a = member(n > 0 ? 1 : n, grain, period), let b = member(n > 0 ? n : -1, grain, period) else {
      return nil
    }
    return TimeSpan(from: a.from, to: b.to, grain: grain)
  }

  private func cut(_ span: TimeSpan, _ edge: Edge) -> TimeSpan? {
    guard let from = span.from?.day, let to = span.to?.day, from < to else { return nil }
    let (last, count) = (to - 1, to - from)
    switch edge {
    case .start: return TimeSpan(from)
    case .end: return TimeSpan(last)
    case .elapsed: return TimeSpan(from, through: max(from, min(last, today)))
    case .remaining: return TimeSpan(min(last, max(from, today)), through: last)
    case .early, .middle, .late:
      let third = span.grain == .month ? 10 : count / 3
      if span.grain == .year || span.grain == .quarter { return months(from, span.grain == .year ? 4 : 1, edge) }
      if edge == .early { return TimeSpan(from, through: from + max(0, third - 1)) }
      return edge == .late
        ? TimeSpan(from + 2 * third, through: last) : TimeSpan(from + third, through: from + (2 * third - 1))
    case .firstHalf, .secondHalf:
      let middle =
        span.grain == .year ? from.adding(months: 6) : span.grain == .month ? from + 15 : from + (count + 1) / 2
      return edge == .firstHalf ? TimeSpan(from, through: middle - 1) : TimeSpan(middle, through: last)
    }
  }

  private func months(_ from: Day, _ third: Int, _ edge: Edge) -> TimeSpan {
    let first = from.adding(months: edge == .early ? 0 : edge == .middle ? third : 2 * third)
    return TimeSpan(first, through: first.adding(months: third) - 1)
  }
}

extension TimeExpression {
  /// The year of what comes back every year; nil for anything else.
  var yearPoint: YearPoint? {
    switch self {
    case .monthDay(_, _, let year), .month(_, let year), .quarter(_, let year), .half(_, let year),
      .holiday(_, let year), .lunarDay(_, _, let year), .week(_, let year), .fiscalYear(let year, _),
      .fiscalQuarter(_, let year, _):
      year
    default: nil
    }
  }

  /// The same in another year.
  func inYear(_ year: YearPoint) -> TimeExpression {
    switch self {
    case .monthDay(let month, let day, _): .monthDay(month: month, day: day, year)
    case .month(let month, _): .month(month, year)
    case .quarter(let quarter, _): .quarter(quarter, year)
    case .half(let half, _): .half(half, year)
    case .holiday(let holiday, _): .holiday(holiday, year)
    case .lunarDay(let month, let day, _): .lunarDay(month: month, day: day, year)
    case .week(let week, _): .week(week, year)
    case .fiscalYear(_, let start): .fiscalYear(year, startMonth: start)
    case .fiscalQuarter(let quarter, _, let start): .fiscalQuarter(quarter, year, startMonth: start)
    case .edge(let edge, let period): .edge(edge, of: period.inYear(year))
    case .member(let n, let grain, let period): .member(n, grain, of: period.inYear(year))
    case .members(let n, let grain, let period): .members(n, grain, of: period.inYear(year))
    case .weekdayMember(let n, let day, let period): .weekdayMember(n, weekday: day, of: period.inYear(year))
    case .at(let day, let inner): .at(day.inYear(year), inner)
    default: self
    }
  }

  /// Whether the preferred sense decides which occurrence is meant.
  var isFloating: Bool {
    switch self {
    case .dayOfMonth, .weekday(_, .open), .weekdayDate, .clock, .dayPart: true
    case .edge(_, let period), .member(_, _, let period), .members(_, _, let period), .weekdayMember(_, _, let period),
      .workdayMember(_, let period):
      period.isFloating
    case .at(let day, _), .weekendBy(let day), .containing(_, let day), .stretch(let day, _), .shifted(let day, _):
      day.isFloating
    default: yearPoint == .open
    }
  }
}
