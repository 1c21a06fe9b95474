import Values

/// Times made of two: a day and a time, two ends, a period and a day in it.
extension TimeReader {
  /// Everything that the words after a node make of it.
  mutating func extend(_ node: TimeNode) {
    switch node.form {
    case .day:
      addTime(to: node)
      addWeek(to: node)
      addDistance(to: node)
      addListed(to: node)
      addDate(to: node)
      addHolidayTime(to: node)
    case .dayPart:
      addClock(to: node)
      addWeek(to: node)
    case .clock, .part, .clockRange, .bareClockRange, .openClock: addDay(to: node)
    case .instant: addWeek(to: node)
    case .period: addInner(to: node)
    default: break
    }
    if node.form == .part { addClock(toPart: node) }
    switch node.form {
    case .clock, .bareClock, .clockRange, .bareClockRange: addPart(toClock: node)
    default: break
    }
    if node.isDate || node.form == .clock { addRange(node) }
    if node.form == .instant || node.form == .clock || node.form == .bareClock && isBehindFrom(node.start) {
      addLength(node)
    }
    addPostfix(node)
  }

  /// "tomorrow at 3pm for an hour", 明天下午三点开一个小时 without a word between.
  private mutating func addLength(_ node: TimeNode) {
    guard let of = sentence.match(node.end, { $0.isOf }), !isHan(of - 1),
      let length = duration(at: of), node.expression != .now
    else { return }
    add(
      node.start, length.end, .stretch(node.expression, length.duration), node.form == .instant ? .range : .clockRange)
  }

  /// Where a time may follow a day: right there, or after "at", "from", a comma, 的.
  private func timePlaces(_ end: Int) -> [(place: Int, isAfterAt: Bool)] {
    var places = [(place: sentence.skip(end), isAfterAt: false)]
    let comma = skipComma(end)
    if comma > end { places.append((sentence.skip(comma), false)) }
    for word in sentence.words(at: sentence.skip(comma)) {
      switch word.meaning {
      case .at: places.append((sentence.skip(word.end), true))
      case .joiner, .from, .starting: places.append((sentence.skip(word.end), false))
      default: continue
      }
    }
    return places
  }

  private mutating func addTime(to day: TimeNode) {
    guard day.end < sentence.count else { return }
    addStamp(to: day)
    for (place, isAfterAt) in timePlaces(day.end) where place < sentence.count {
      for time in nodes(at: place) {
        if let (expression, form) = joined(day.expression, time, afterAt: isAfterAt) {
          add(day.start, time.end, expression, form)
        }
      }
    }
  }

  /// 2026-11-27T11:00, as programs write it; an offset behind it is the speaker's own.
  private mutating func addStamp(to day: TimeNode) {
    guard case .day = day.expression, sentence.glyph(day.end) == .letter, sentence.glyph(day.end - 1) == .digit,
      sentence.scalar(day.end) == 0x74, let (clock, end) = colonClock(day.end + 1)
    else { return }
    add(day.start, sentence.scalar(end) == 0x7A ? end + 1 : end, .at(day.expression, .clock(clock)), .instant)
  }

  private func joined(_ day: TimeExpression, _ time: TimeNode, afterAt: Bool) -> (TimeExpression, TimeNode.Form)? {
    if case .stretch(let start, let length) = time.expression, start.isClockTime {
      return (.stretch(.at(day, start), length), .range)
    }
    return switch time.form {
    case .clock: (.at(day, time.expression), .instant)
    case .bareClock where afterAt && reading.endsPhrase(time.end): (.at(day, time.expression), .instant)
    case .part where !time.isNoon: (.at(day, time.expression), .dayPart)
    case .clockRange, .bareClockRange: (.at(day, time.expression), .dayClockRange)
    case .openClock: (.at(day, time.expression), .open)
    default: nil
    }
  }

  /// "Wednesday next week", "March 5 next year".
  private mutating func addWeek(to day: TimeNode) {
    let place = optional(day.end) { $0.isOf }
    guard let period = longest(at: place, { $0.form == .period }),
      case .period(let grain, let offset) = period.expression
    else { return }
    switch (day.expression, grain) {
    case (.weekday(let weekday, .open), .week): add(day.start, period.end, .weekday(weekday, .relative(offset)), .day)
    case (.monthDay, .year), (.holiday, .year):
      add(day.start, period.end, day.expression.inYear(.relative(offset)), .day)
    case (.at(.weekday(let weekday, .open), let time), .week):
      add(day.start, period.end, .at(.weekday(weekday, .relative(offset)), time), day.form)
    case (.dayOfMonth(let number), .month):
      add(day.start, period.end, .member(number, .day, of: period.expression), .day)
    default: break
    }
  }

  /// "tomorrow morning at 9", 明天下午三点.
  private mutating func addClock(to node: TimeNode) {
    guard case .at(let day, .dayPart(let part)) = node.expression else { return }
    for (place, isAfterAt) in timePlaces(node.end) {
      for time in nodes(at: place) {
        guard let expression = time.expression.taking(part), time.form != .bareClock || isAfterAt else { continue }
        add(
          node.start, time.end, .at(day, expression),
          time.form == .clock || time.form == .bareClock ? .instant : .dayClockRange)
      }
    }
  }

  /// 下午三点, "afternoon at 5".
  private mutating func addClock(toPart node: TimeNode) {
    guard case .dayPart(let part) = node.expression else { return }
    for (place, isAfterAt) in timePlaces(node.end) {
      for time in nodes(at: place) where time.form != .bareClock || isAfterAt {
        guard let expression = time.expression.taking(part) else { continue }
        add(node.start, time.end, expression, time.form == .bareClock || time.form == .clock ? .clock : .clockRange)
      }
    }
  }

  /// "3 in the afternoon", "5 to 7 in the evening".
  private mutating func addPart(toClock node: TimeNode) {
    let isBare = node.form == .bareClock || bareHour(node.start)?.1 == node.end
    for time in nodes(at: node.end) where time.form == .part && !isHan(time.start) {
      guard !isBare || isInThe(time.start) else { continue }
      guard case .dayPart(let part) = time.expression, let expression = node.expression.taking(part) else { continue }
      add(node.start, time.end, expression, node.form == .clock || isBare ? .clock : .clockRange)
    }
    for time in nodes(at: node.end) where !isBare && time.form == .dayPart && !isHan(time.start) {
      guard case .at(let day, .dayPart(let part)) = time.expression, let expression = node.expression.taking(part)
      else { continue }
      add(node.start, time.end, .at(day, expression), node.form == .clock ? .instant : .dayClockRange)
    }
  }

  /// "in the", "at" of "3 in the morning".
  private func isInThe(_ place: Int) -> Bool {
    sentence.match(place) { $0.isInDayPart } != nil
  }

  /// "3pm on Thursday", "2 to 3pm tomorrow".
  private mutating func addDay(to time: TimeNode) {
    guard !isHan(time.start) || time.form != .part else { return }
    let place = skipThe(optional(skipComma(time.end)) { $0.isOn })
    for day in nodes(at: place) where day.form == .day && !day.isWeak {
      if let (expression, form) = joined(day.expression, time, afterAt: true) {
        add(time.start, day.end, expression, form)
      }
    }
  }

  /// 今年第三季度, 2026年12月15日, 下周的周五, 三月底, "next week Monday", "last year's Q3".
  private mutating func addInner(to period: TimeNode) {
    var place = sentence.skip(period.end)
    place = sentence.skip(optional(place) { $0.isPossessive })
    if isHan(place) { place = optional(place) { $0.isOf } }
    for word in sentence.words(at: sentence.skip(period.end)) {
      if case .edgeMark(let edge) = word.meaning, !period.isWeak || isHan(period.end - 1) {
        add(period.start, word.end, .edge(edge, of: period.expression), edge == .start || edge == .end ? .day : .range)
      }
    }
    if sentence.scalar(place) == 0x2D, period.expression.yearNumber != nil { place += 1 }
    for node in nodes(at: place)
    where !period.isWeak || isHan(period.end - 1) || sentence.scalar(period.end) == 0x2D
      || sentence.glyph(period.end) == .letter || node.isQuarter
    {
      if let (expression, form) = inner(period.expression, node) { add(period.start, node.end, expression, form) }
    }
    readHanMember(period, place)
  }

  private func inner(_ period: TimeExpression, _ node: TimeNode) -> (TimeExpression, TimeNode.Form)? {
    if let year = period.asYear, node.expression.yearPoint == .open || node.expression.isOpenYear || node.isQuarter {
      let expression = node.expression.inYear(year)
      if case .monthDay(let month, let day, .absolute(let year)) = expression {
        return (date(year, month, day), node.form)
      }
      return (expression, node.form)
    }
    switch (period, node.expression) {
    case (.fiscalYear(let year, let start), .quarter(let n, .open)):
      return (.fiscalQuarter(n, year, startMonth: start), .period)
    case (.period(.week, let offset), .weekday(let day, .open)): return (.weekday(day, .relative(offset)), .day)
    case (.period(.week, let offset), .at(.weekday(let day, .open), let time)):
      return (.at(.weekday(day, .relative(offset)), time), node.form)
    case (.period(.week, let offset), .weekend(0)): return (.weekend(offset: offset), .range)
    case (.period(.month, _), .dayOfMonth(let day)): return (.member(day, .day, of: period), .day)
    case (.period(.month, _), .at(.dayOfMonth(let day), let time)):
      return (.at(.member(day, .day, of: period), time), node.form)
    case (_, .edge(let edge, .period(_, 0))) where isHan(node.start): return (.edge(edge, of: period), node.form)
    default: return nil
    }
  }

  /// 五月的第一个周一, 本月最后一个工作日, 2026年第3周.
  private mutating func readHanMember(_ period: TimeNode, _ place: Int) {
    readHanMembers(period, place)
    guard isHan(place) || isHan(period.end - 1), let (n, end) = hanOrdinal(place) else { return }
    let start = optional(end) { $0.isMeasure }
    for word in sentence.words(at: sentence.skip(start)) {
      switch word.meaning {
      case .weekday(let day): add(period.start, word.end, .weekdayMember(n, weekday: day, of: period.expression), .day)
      case .workday: add(period.start, word.end, .workdayMember(n, of: period.expression), .day)
      case .grain(let grain, 1) where grain >= .day:
        add(period.start, word.end, .member(n, grain, of: period.expression), grain == .day ? .day : .period)
      default: continue
      }
    }
  }

  /// 2021年的前2周, 今年的最后三周.
  private mutating func readHanMembers(_ period: TimeNode, _ place: Int) {
    guard isHan(place),
      let (sign, end) = sentence.find(
        place,
        { meaning -> Int? in
          switch meaning {
          case .windowStep(-1): 1
          case .lastOrdinal(-1): -1
          default: nil
          }
        }), let length = duration(at: end), let (count, grain) = length.single, grain >= .day
    else { return }
    add(period.start, length.end, .members(sign * count, grain, of: period.expression), .range)
  }

  /// 第三, 最后一.
  func hanOrdinal(_ place: Int) -> (Int, Int)? {
    if let mark = sentence.match(place, { $0.isOrdinalMark }) {
      return smallNumber(mark).map { ($0.value, $0.end) }
    }
    guard let (n, end) = sentence.find(place, { if case .lastOrdinal(let n) = $0 { n } else { nil } }), isHan(place)
    else { return nil }
    return (n, optional(end) { $0.numeral == 1 })
  }
}

extension TimeExpression {
  var yearNumber: Int? { if case .year(let number) = self { number } else { nil } }

  /// A year as what a month belongs to.
  var asYear: YearPoint? {
    switch self {
    case .year(let number): .absolute(number)
    case .period(.year, let offset): .relative(offset)
    default: nil
    }
  }

  /// Whether a year is still open somewhere inside.
  var isOpenYear: Bool {
    switch self {
    case .edge(_, let period), .member(_, _, let period), .weekdayMember(_, _, let period): period.yearPoint == .open
    case .at(let day, _): day.yearPoint == .open
    default: false
    }
  }

  /// Clock times that take the half of the day from a word such as "morning".
  func taking(_ part: DayPart) -> TimeExpression? {
    switch self {
    case .clock(let clock):
      let isLateMorning = (part == .noon || part == .lunch) && clock.hour == 11
      return .clock(clock.taking(isLateMorning ? .morning : part.half))
    case .span(.clock(let a), .clock(let b)):
      let first = a.isHalfOpen ? a.taking(part.half) : a
      let last = b.isHalfOpen ? b.taking(part.half) : b
      return .span(
        .clock(first), .clock(b.isHalfOpen && last.secondOfDay < first.secondOfDay ? b.taking(.afternoon) : last))
    default: return nil
    }
  }
}
