import Values

/// Ties a symbolic time to a clock.
struct Resolver {
  let now: LocalTime
  let prefer: TimePreference

  var today: Day { now.day }
  /// What "nearest" falls back to where there is no sense of distance.
  var looksBack: Bool { prefer == .past }

  func span(_ expression: TimeExpression) -> TimeSpan? {
    switch expression {
    case .now: TimeSpan(from: now, to: now, grain: .second)
    case .clock(let clock): instant(clock)
    case .dayPart(let part): span(part, on: today)
    case .at(let day, let inner): span(inner, on: day)
    case .span(let a, let b): range(a, b)
    case .from, .since, .after, .until, .before: open(expression)
    case .shifted(let base, let duration): shifted(base, duration)
    case .stretch(let start, let length): stretch(start, length)
    case .window(let count, let grain, let direction): window(count, grain, direction)
    case .toDate(let grain): TimeSpan(today.start(of: grain), through: today)
    case .member, .members, .weekdayMember, .workdayMember, .edge: part(expression)
    case .period(let grain, let offset): period(grain, offset)
    case .weekend(let offset): weekend(offset)
    case .weekendBy(let day): span(day)?.from.map { weekend(by: $0.day) }
    case .workdaysAfter(let day, let count): span(day)?.from.map { TimeSpan(workday(count, after: $0.day)) }
    case .containing(let grain, let day): containing(grain, day)
    default: yearly(expression) ?? single(expression)
    }
  }

  /// What is one day.
  private func single(_ expression: TimeExpression) -> TimeSpan? {
    switch expression {
    case .day(let day): TimeSpan(day)
    case .relativeDay(let offset): TimeSpan(today + offset)
    case .dayOfMonth(let number): dayOfMonth(number)
    case .weekdayDate(let weekday, let number): dayOfMonth(number, weekday: weekday)
    case .weekday(let weekday, let week): TimeSpan(day(weekday, week))
    case .year(let number): year(number, grain: .year)
    case .decade(let number): year(number / 10 * 10, grain: .decade)
    default: nil
    }
  }

  private func day(_ weekday: Int, _ week: WeekPoint) -> Day {
    if case .relative(let weeks) = week { return today.start(of: .week) + (weekday - 1 + 7 * weeks) }
    let ahead = (weekday - today.weekday + 6) % 7 + 1
    let back = (today.weekday - weekday + 6) % 7 + 1
    if week == .upcoming { return today + ahead }
    if week == .previous { return today - back }
    switch prefer {
    case .future: return today + ahead
    case .past: return today - back
    case .nearest: return ahead <= back ? today + ahead : today - back
    }
  }

  private func year(_ year: Int, grain: Grain) -> TimeSpan? {
    guard let first = Day(year: year, month: 1, day: 1) else { return nil }
    return TimeSpan(first, through: first.adding(1, grain) - 1, grain: grain)
  }

  private func period(_ grain: Grain, _ offset: Int) -> TimeSpan {
    guard grain < .day else {
      let first = today.start(of: grain).adding(offset, grain)
      return TimeSpan(first, through: first.adding(1, grain) - 1, grain: grain)
    }
    let size = Int64(grain == .hour ? 3600 : grain == .minute ? 60 : 1)
    let start = (now.seconds / size + Int64(offset)) * size
    return TimeSpan(from: LocalTime(seconds: start), to: LocalTime(seconds: start + size), grain: grain)
  }

  private func containing(_ grain: Grain, _ day: TimeExpression) -> TimeSpan? {
    guard let first = span(day)?.from?.day.start(of: grain) else { return nil }
    return TimeSpan(first, through: first.adding(1, grain) - 1, grain: grain)
  }

  private func weekend(_ offset: Int) -> TimeSpan {
    let saturday = today.start(of: .week) + (5 + 7 * offset)
    return TimeSpan(saturday, through: saturday + 1)
  }

  private func weekend(by day: Day) -> TimeSpan {
    switch day.weekday {
    case 1: TimeSpan(day - 2, through: day)
    case 2, 3: TimeSpan(day - (day.weekday + 1), through: day - day.weekday)
    default: TimeSpan(day.weekday == 7 ? day - 1 : day, through: day + (7 - day.weekday))
    }
  }

  private func workday(_ count: Int, after start: Day) -> Day {
    var (day, left) = (start, min(abs(count), 10_000))
    while left > 0 {
      day = count > 0 ? day + 1 : day - 1
      if day.weekday < 6 { left -= 1 }
    }
    return day
  }

  /// "the 15th": months that have no such day are passed over.
  private func dayOfMonth(_ number: Int, weekday: Int? = nil) -> TimeSpan? {
    guard (1...31).contains(number) else { return nil }
    let month = today.start(of: .month)
    let reach = weekday == nil ? 3 : 40
    let days = (-reach...reach).compactMap { offset -> Day? in
      let first = month.adding(months: offset)
      return Day(year: first.year, month: first.month, day: number)
    }
    return nearest(days.filter { weekday == nil || $0.weekday == weekday }.map { TimeSpan($0) })
  }

  /// Of ascending occurrences the one that the preference asks for.
  func nearest(_ spans: [TimeSpan]) -> TimeSpan? {
    let past = spans.last { ($0.from ?? now) <= now }
    let future = spans.first { ($0.to ?? now) > now }
    switch prefer {
    case .past: return past ?? future
    case .future: return future ?? past
    case .nearest:
      guard let past, let future, let end = past.to, let start = future.from else { return past ?? future }
      return now - end <= start - now ? past : future
    }
  }

  private func window(_ count: Int, _ grain: Grain, _ direction: WindowDirection) -> TimeSpan? {
    guard (0...100_000).contains(count) else { return nil }
    let back = direction == .past || direction == .either && looksBack
    if grain < .day {
      let length = count * (grain == .hour ? 3600 : grain == .minute ? 60 : 1)
      return TimeSpan(from: back ? now + -length : now, to: back ? now : now + length, grain: grain)
    }
    if grain == .quarter || grain == .half || grain == .decade {
      let start = today.start(of: grain)
      return back
        ? TimeSpan(start.adding(-count, grain), through: start - 1, grain: grain)
        : TimeSpan(start.adding(1, grain), through: start.adding(count + 1, grain) - 1, grain: grain)
    }
    return back
      ? TimeSpan(today.adding(-count, grain), through: today)
      : TimeSpan(today, through: today.adding(count, grain))
  }

  private func stretch(_ start: TimeExpression, _ length: CalendarDuration) -> TimeSpan? {
    guard let span = span(start), let from = span.from, let to = shifted(start, length)?.from, from < to else {
      return nil
    }
    return TimeSpan(from: from, to: to, grain: length.seconds != 0 || start.isInstant ? .minute : .day)
  }

  private func shifted(_ base: TimeExpression, _ duration: CalendarDuration) -> TimeSpan? {
    guard abs(duration.months) <= 12_000, abs(duration.days) <= 400_000, abs(duration.seconds) <= 4_000_000_000,
      let span = span(base), let start = span.from ?? span.to
    else { return nil }
    let day = start.day.adding(months: duration.months) + duration.days
    if base.isInstant, duration.seconds != 0 || base != .now {
      let moved = LocalTime(day) + start.secondOfDay + duration.seconds
      return TimeSpan(from: moved, to: moved, grain: .minute)
    }
    guard duration.seconds == 0 else {
      let moved = LocalTime(day) + duration.seconds
      return TimeSpan(from: moved, to: moved, grain: .minute)
    }
    return TimeSpan(day)
  }
}

extension TimeExpression {
  /// Ties the expression to a clock.
  ///
  /// A day is `[midnight, next midnight)`, an instant has two equal ends, "since" and "before" leave one end nil.
  /// nil for a time that does not exist, such as 30 February.
  public func resolve(at now: LocalTime, prefer: TimePreference) -> TimeSpan? {
    guard !isImpossible else { return nil }
    return Resolver(now: now, prefer: prefer).span(self)
  }

  /// Whether it names a point in time, not a stretch.
  var isInstant: Bool {
    switch self {
    case .now, .clock: true
    case .at(_, let inner): inner.isInstant
    case .shifted(let base, let duration): duration.seconds != 0 || base != .now && base.isInstant
    default: false
    }
  }
}
