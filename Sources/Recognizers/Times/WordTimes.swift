import Values

/// Times that begin with a word of the lists: tomorrow, next week, March 1, Q4, 本季度, 最近30天.
extension TimeReader {
  mutating func readWords(_ place: Int) {
    for word in sentence.words(at: place) { read(word) }
  }

  private mutating func read(_ word: Lexeme) {
    let (start, end) = (word.start, word.end)
    switch word.meaning {
    case .relativeDay(let n): add(start, end, .relativeDay(n), .day)
    case .now: add(start, end, .now, .instant)
    case .weekday(let n): readWeekday(word, n)
    case .step(let n): readStep(word, n)
    case .coming: readTo(word, 1, .upcoming)
    case .recent: readTo(word, -1, .previous)
    case .windowStep(let n): readWindow(word, n)
    case .thisPeriod(let grain, let n): addPeriod(start, end, .period(grain, offset: n))
    case .month(let n): readMonth(word, n)
    case .quarterName(let n): readNamed(word, .quarter(n, .open))
    case .halfName(let n): readNamed(word, .half(n, isHan(start) ? .relative(0) : .open))
    case .holiday(let holiday): readNamed(word, .holiday(holiday, .open))
    case .fiscal: readFiscal(word)
    default: readMore(word)
    }
  }

  private mutating func readMore(_ word: Lexeme) {
    let (start, end) = (word.start, word.end)
    switch word.meaning {
    case .periodEdge(let grain, let edge):
      let isDay = edge == .start || edge == .end
      add(start, end, .edge(edge, of: .period(grain, offset: 0)), isDay ? .day : .range)
      if grain == .day, let day = longest(at: end, { $0.form == .day }) { add(start, day.end, day.expression, .day) }
    case .quarterEnd(let n): add(start, end, .edge(.end, of: .quarter(n, .open)), .day)
    case .toDate(let grain): add(start, end, .toDate(grain), .range)
    case .clockHour(let hour): add(start, end, .clock(ClockTime(hour: hour)), .clock)
    case .dayPart(.noon):
      add(start, end, .clock(ClockTime(hour: 12)), .clock)
      add(start, end, .dayPart(.noon), .part, weak: true)
    case .dayPart(let part), .inDayPart(let part): add(start, end, .dayPart(part), .part, weak: end - start == 1)
    case .relativePart(let day, let part): add(start, end, .at(.relativeDay(day), .dayPart(part)), .dayPart)
    case .edge(let edge): readEdge(word, edge)
    case .lastOrdinal(let n): readMember(start, n, end)
    case .weekend:
      add(start, end, .weekend(offset: 0), .range)
      readWeekendOf(word)
      if let (weeks, last) = sentence.find(end, { if case .afterNext(let n) = $0 { n } else { nil } }) {
        add(start, last, .weekend(offset: weeks), .range)
      }
    case .lunarMonth(let month): readLunarDay(start, month, end)
    case .weekOf: readWeekOf(word)
    case .grain(.week, 1): readWeekNumber(word)
    case .yearMark: readYearMark(word)
    case .the: readThePeriod(word)
    case .lunar: readLunar(word)
    case .decadeName(let year): add(start, end, .decade(year), .period, weak: !sentence.precedes(start) { $0.isThe })
    default: break
    }
  }

  mutating func addPeriod(_ start: Int, _ end: Int, _ expression: TimeExpression) {
    let isDay = if case .period(.day, _) = expression { true } else { false }
    add(start, end, expression, isDay ? .day : .period)
  }

  private func isDoubtful(_ word: Lexeme) -> Bool {
    sentence.match(word.start) { $0.isDoubtful } == word.end
  }

  /// "Friday", "Friday the 26th", "Mon, Nov 23".
  private mutating func readWeekday(_ word: Lexeme, _ weekday: Int) {
    add(word.start, word.end, .weekday(weekday, .open), .day, weak: isDoubtful(word) && !sentence.capitals[word.start])
    let place = skipThe(skipComma(word.end))
    if let node = longest(at: place, { $0.form == .day && $0.expression.isDated && !$0.isWeak }) {
      let isLoose = if case .dayOfMonth = node.expression { true } else { false }
      if case .dayOfMonth(let day) = node.expression {
        add(word.start, node.end, .weekdayDate(weekday, day: day), .day)
      }
      if !isLoose { add(word.start, node.end, node.expression, .day) }
    } else if let (day, end) = ordinal(place), (1...31).contains(day), reading.endsPhrase(end) {
      add(word.start, end, .weekdayDate(weekday, day: day), .day)
    } else if let run = sentence.digits(at: sentence.skip(place)), run.count == 2, (13...31).contains(run.value),
      endsDay(run.end)
    {
      add(word.start, run.end, .weekdayDate(weekday, day: run.value), .day)
    }
  }

  /// "Monday 21" before no unit, no time and no unknown word.
  private func endsDay(_ end: Int) -> Bool {
    let next = sentence.scalar(end)
    return next != 0x3A && next != 0x2D && next != 0x2F && !isHan(end) && sentence.glyph(end) != .letter
      && reading.endsPhrase(end)
      && !isUnit(end)
  }

  /// "next week", 上个月, "this Friday", "last October", "next Christmas".
  private mutating func readStep(_ word: Lexeme, _ step: Int) {
    let place = sentence.skip(word.end)
    if isHan(word.start), place < sentence.count, !isHan(place), sentence.glyph(place) != .digit { return }
    for next in sentence.words(at: place) {
      switch next.meaning {
      case .grain(let grain, 1) where next.end - place > 1 || isHan(place):
        guard grain > .day || grain == .hour else { continue }
        addPeriod(word.start, next.end, .period(grain, offset: step))
      case .weekday(let day):
        add(word.start, next.end, .weekday(day, .relative(step)), .day)
      case .weekend: add(word.start, next.end, .weekend(offset: step), .range)
      case .month(let month) where !isHan(place):
        add(word.start, next.end, .month(month, yearPoint(step)), .period)
      case .quarterName(let n): add(word.start, next.end, .quarter(n, yearPoint(step)), .period)
      case .halfName(let n): add(word.start, next.end, .half(n, yearPoint(step)), .period)
      case .holiday(let holiday): add(word.start, next.end, .holiday(holiday, yearPoint(step)), .day)
      case .fiscal: readFiscalStep(word, next, step)
      case .workweek: add(word.start, next.end, .members(5, .day, of: .period(.week, offset: step)), .range)
      case .dayPart(let part) where step != 0 && !isHan(place):
        add(word.start, next.end, .at(.relativeDay(step), .dayPart(part)), .dayPart)
      default: continue
      }
    }
  }

  private func yearPoint(_ step: Int) -> YearPoint { step == 0 ? .relative(0) : step < 0 ? .previous : .upcoming }

  /// "coming Friday" is the next one to come, "the coming week" next week; "past Friday" is the latest.
  private mutating func readTo(_ word: Lexeme, _ step: Int, _ week: WeekPoint) {
    if let (day, end) = sentence.find(word.end, { if case .weekday(let d) = $0 { d } else { nil } }) {
      return add(word.start, end, .weekday(day, week), .day)
    }
    // "the past week" is the seven days behind us, "the past quarter" the one before this.
    if week == .previous, let (grain, factor, end) = reading.grain(at: word.end), grain >= .week, grain != .quarter {
      return add(word.start, end, .window(factor, grain, .past), .range)
    }
    readStep(word, step)
    readWindow(word, step)
  }

  /// "the last 30 days", "next couple of weeks", 未来60天.
  private mutating func readWindow(_ word: Lexeme, _ step: Int) {
    // 最后3周 are the last of something.
    guard !isHan(word.start) || sentence.match(max(0, word.start - 1), { $0.isLastOrdinal }) != word.end,
      let duration = duration(at: skipThe(word.end))
    else { return }
    let end = optional(duration.end) { $0.isPostWithin }
    addWindow(word.start, end, duration, step < 0 ? .past : .future)
  }

  /// Quarter, half or holiday, with a year beside it.
  mutating func readNamed(_ word: Lexeme, _ expression: TimeExpression) {
    let isDay = if case .holiday = expression { true } else { false }
    let form: TimeNode.Form = isDay ? .day : .period
    add(word.start, word.end, expression, form)
    if isHan(word.start) { return }
    if case .quarter(let n, .open) = expression { readQuarterYear(word, n) }
    if let (year, end) = yearAfter(word.end) { add(word.start, end, expression.inYear(year), form) }
    if let node = longest(at: optionalOf(word.end), { $0.isYear }), case .period(.year, let offset) = node.expression {
      add(word.start, node.end, expression.inYear(.relative(offset)), form)
    } else if case .half(let n, .open) = expression, let period = periodAfterOf(word.end) {
      add(word.start, period.end, .edge(n == 1 ? .firstHalf : .secondHalf, of: period.expression), .range)
    }
  }

  func optionalOf(_ place: Int) -> Int { optional(place) { $0.isOf } }

  /// "2027", ", 2027", "of 2027", "'27" after a month or quarter.
  func yearAfter(_ place: Int) -> (YearPoint, Int)? {
    var start = sentence.skip(optionalOf(skipComma(place)))
    if sentence.scalar(start) == 0x2D || sentence.scalar(start) == 0x2F { start += 1 }
    if let spoken = spokenYear(start) { return spoken }
    if sentence.scalar(start) == 0x27, let run = sentence.digits(at: start + 1), run.count == 2 {
      return (.absolute(century(run.value)), run.end)
    }
    if isAfterOf(start, place), let run = sentence.digits(at: start), run.count == 2, run.value > 31,
      sentence.glyph(run.end) != .letter
    {
      return (.absolute(century(run.value)), run.end)
    }
    guard let run = sentence.digits(at: start), run.count == 4, (1900...2100).contains(run.value),
      sentence.glyph(run.end) != .letter, sentence.scalar(run.end) != 0x3A,
      !isUnit(run.end) || sentence.match(run.end, { $0.isWeekend }) != nil
    else { return nil }
    return (.absolute(run.value), run.end)
  }

  /// "two thousand and seventeen", "twenty seventeen", "nineteen ninety three".
  private func spokenYear(_ place: Int) -> (YearPoint, Int)? {
    guard sentence.glyph(place) == .letter, let number = reading.number(at: place), number.style == .words,
      let value = number.integer
    else { return nil }
    if (1900...2100).contains(value) { return (.absolute(value), number.end) }
    guard value == 19 || value == 20, let rest = reading.number(at: number.end), rest.style == .words,
      let tail = rest.integer, (10...99).contains(tail)
    else { return nil }
    return (.absolute(value * 100 + tail), rest.end)
  }

  private func isAfterOf(_ start: Int, _ place: Int) -> Bool {
    start > sentence.skip(place) && sentence.glyph(sentence.skip(place)) == .letter
  }

  /// "March", "March 1", "Mar 1st, 2027", "March 2027", "March of next year".
  private mutating func readMonth(_ word: Lexeme, _ month: Int) {
    let isWeak = !isBehindPreposition(word.start) && (isBeforeName(word) || isDoubtful(word) && !isMonthHere(word))
    add(word.start, word.end, .month(month, .open), .period, weak: isWeak)
    if let (year, end) = yearAfter(word.end) { add(word.start, end, .month(month, year), .period) }
    if let node = longest(at: optionalOf(word.end), { $0.isYear }), case .period(.year, let offset) = node.expression {
      add(word.start, node.end, .month(month, .relative(offset)), .period)
    }
    guard let (day, end) = dayAfter(word.end) else { return }
    add(word.start, end, .monthDay(month: month, day: day, .open), .day)
    guard let (year, yearEnd) = yearAfter(end) else { return }
    if case .absolute(let year) = year { add(word.start, yearEnd, date(year, month, day), .day) }
  }

  /// The day after a month's name.
  private func dayAfter(_ place: Int) -> (Int, Int)? {
    var start = sentence.skip(place)
    let isJoined = sentence.scalar(start) == 0x2D || sentence.scalar(start) == 0x2F || sentence.scalar(start) == 0x2E
    if isJoined { start += 1 }
    start = sentence.skip(skipThe(start))
    if let (day, end) = ordinal(start) { return (1...31).contains(day) ? (day, end) : nil }
    guard let (day, end) = smallNumber(start), (1...39).contains(day), sentence.glyph(end) != .letter,
      !isColonDigit(end), !isUnit(end), !(sentence.scalar(end) == 0x2E && sentence.glyph(end + 1) == .digit),
      day <= 31 || sentence.glyph(start) == .digit,
      sentence.scalar(end) != 0x2C || sentence.glyph(end + 1) != .digit || sentence.digits(at: end + 1)?.count == 4
    else { return nil }
    return (day, end)
  }

  func isColonDigit(_ place: Int) -> Bool { sentence.scalar(place) == 0x3A && sentence.glyph(place + 1) == .digit }

  /// "may" and "march" are months after a preposition, before a number, or as a capitalised word in a sentence.
  private func isMonthHere(_ word: Lexeme) -> Bool {
    if sentence.count == word.end && word.start == 0 { return true }
    return sentence.capitals[word.start] && (sentence.precedes(word.start) { _ in true } || word.start > 1)
  }

  /// "May Chen", "Jan Kowalski": a capitalised word that no list has makes it a name.
  private func isBeforeName(_ word: Lexeme) -> Bool {
    let next = sentence.skip(word.end)
    return next < sentence.count && sentence.glyphs[next] == .letter && sentence.capitals[word.start]
      && sentence.capitals[next]
      && sentence.words(at: next).isEmpty
  }

  private func isBehindPreposition(_ place: Int) -> Bool {
    sentence.precedes(place) { meaning in
      switch meaning {
      case .of, .since, .starting, .after, .before, .until, .to, .step, .recent, .edge, .from, .inFuture, .between: true
      default: false
      }
    }
  }
}

extension TimeNode {
  /// 中午 counts as twelve; only before a number is it a part of the day.
  var isNoon: Bool { expression == .dayPart(.noon) }

  var isQuarter: Bool {
    switch expression {
    case .quarter, .half: true
    default: false
    }
  }

  /// The present year or one counted from it.
  var isYear: Bool {
    if case .period(.year, _) = expression { return form == .period }
    return false
  }

  /// A stretch that has a beginning and an end of its own.
  var isPeriodLike: Bool {
    switch expression {
    case .weekend, .half, .toDate: true
    default: false
    }
  }
}

extension TimeExpression {
  /// A day that a weekday beside it only repeats.
  var isDated: Bool {
    switch self {
    case .day, .monthDay, .relativeDay, .dayOfMonth: true
    default: false
    }
  }
}
