import Values

/// Times that begin with a number: 3pm, half past two, 23 November, 12月15日, 下午三点's 三点.
extension TimeReader {
  mutating func readNumbered(_ place: Int) {
    readClock(place)
    readBareRange(place)
    readHanDate(place)
    readOrdinalDay(place)
    readDayMonth(place)
    readDayRange(place)
    readListedDay(place)
    readCountedWeekdays(place)
    readBareDay(place)
    readHalf(place)
  }

  /// "on the 17 at 3": a day without its ending, behind a preposition and "the".
  private mutating func readBareDay(_ place: Int) {
    guard let run = sentence.digits(at: place), (1...31).contains(run.value), run.count <= 2,
      let the = beforeThe(place), isAfterConnector(the), reading.endsPhrase(run.end), !isUnit(run.end),
      !isColonDigit(run.end), sentence.glyph(run.end) != .letter, sentence.glyph(run.end) != .han
    else { return }
    add(place, run.end, .dayOfMonth(run.value), .day)
  }

  // MARK: Days

  /// 12月15日, 12月, 15号, 2026年: a number and its mark.
  private mutating func readHanDate(_ place: Int) {
    guard let (value, end, digits) = markedNumber(place) else { return }
    for word in sentence.words(at: end) {
      switch word.meaning {
      case .yearMark where sentence.glyph(end) == .han:
        guard let year = writtenYear(value, digits, place) else { continue }
        add(place, word.end, .year(year), .period, weak: digits == 2 && year >= 2010)
      case .monthMark where (1...12).contains(value) && digits <= 2: readHanMonth(place, value, word.end)
      case .dayMark where (1...31).contains(value) && digits <= 2: add(place, word.end, .dayOfMonth(value), .day)
      default: continue
      }
    }
  }

  /// The number right before 年, 月 or 日, with the digits it was written in.
  private func markedNumber(_ place: Int) -> (value: Int, end: Int, digits: Int)? {
    if let run = sentence.digits(at: place) {
      return run.count <= 4 ? (run.value, sentence.skip(run.end), run.count) : nil
    }
    guard let number = reading.number(at: place), number.start == place, number.style == .han,
      let value = number.integer,
      (0...9999).contains(value)
    else { return nil }
    return (value, sentence.skip(number.end), number.plainDigits)
  }

  private func writtenYear(_ value: Int, _ digits: Int, _ place: Int) -> Int? {
    if digits == 4 { return (1900...2100).contains(value) ? value : nil }
    return digits == 2 ? century(value) : nil
  }

  private mutating func readHanMonth(_ place: Int, _ month: Int, _ end: Int) {
    add(place, end, .month(month, .open), .period)
    let next = sentence.skip(end)
    guard let (day, dayEnd) = smallNumber(next), day >= 1, day < 32 || sentence.match(dayEnd, isDayMark) != nil else {
      return
    }
    if let marked = sentence.match(dayEnd, isDayMark) {
      add(place, marked, .monthDay(month: month, day: day, .open), .day)
    } else if sentence.glyph(dayEnd) != .letter, sentence.glyph(dayEnd) != .digit, reading.endsPhrase(dayEnd),
      !isUnit(dayEnd)
    {
      add(place, dayEnd, .monthDay(month: month, day: day, .open), .day)
    }
  }

  private func isDayMark(_ meaning: Meaning) -> Bool { if case .dayMark = meaning { true } else { false } }

  func isUnit(_ place: Int) -> Bool {
    sentence.match(place) { meaning in
      switch meaning {
      case .grain, .measure, .currency, .percent, .scale, .hanScale, .hanUnit, .hourMark, .yearMark, .monthMark,
        .tenths,
        .discount, .workday, .minorUnit, .meridiem, .oclock, .hundred, .weekend:
        true
      default: false
      }
    } != nil
  }

  /// "1st", "twenty-third": the number and its end.
  func ordinal(_ place: Int) -> (value: Int, end: Int)? {
    let start = sentence.skip(place)
    if let run = sentence.digits(at: start) {
      guard run.count <= 2,
        let word = sentence.words(at: run.end).first(where: {
          if case .ordinalSuffix = $0.meaning { true } else { false }
        })
      else { return nil }
      return (run.value, word.end)
    }
    if let (n, end) = sentence.find(start, { if case .ordinal(let n) = $0 { n } else { nil } }) { return (n, end) }
    guard let (tens, after) = sentence.find(start, { if case .tens(let n) = $0 { n } else { nil } }),
      let (n, end) = sentence.find(
        sentence.scalar(after) == 0x2D ? after + 1 : after, { if case .ordinal(let n) = $0, n < 10 { n } else { nil } })
    else { return nil }
    return (tens + n, end)
  }

  /// "the 15th", "the 15th of March", "1st of next month", "the second Friday of May".
  private mutating func readOrdinalDay(_ place: Int) {
    guard let (day, end) = ordinal(place), (1...31).contains(day) else { return }
    if let node = month(after: end) { add(place, node.end, dayIn(node.expression, day), .day) }
    if let node = periodAfterOf(end) { add(place, node.end, .member(day, .day, of: node.expression), .day) }
    readMember(place, day, end)
    if isDayAlone(place, end) { add(place, end, .dayOfMonth(day), .day) }
  }

  /// "the 15th" as a day: after "on", "by"…, and before no noun.
  private func isDayAlone(_ place: Int, _ end: Int) -> Bool {
    guard reading.endsPhrase(end), !isUnit(end) else { return false }
    if isAfterConnector(place) { return true }
    guard let the = beforeThe(place) else { return false }
    return sentence.glyph(place) == .digit || isAfterConnector(the)
  }

  /// Where "the" stands that ends just before a place.
  private func beforeThe(_ place: Int) -> Int? {
    sentence.precedes(place) { $0.isThe } ? max(0, place - 4) : nil
  }

  private func isAfterConnector(_ place: Int) -> Bool {
    sentence.precedes(place) { meaning in
      switch meaning {
      case .on, .until, .since, .starting, .from, .before, .to, .weekday, .between: true
      default: false
      }
    }
  }

  private func dayIn(_ month: TimeExpression, _ day: Int) -> TimeExpression {
    guard case .month(let number, let year) = month else { return .member(day, .day, of: month) }
    if case .absolute(let year) = year { return date(year, number, day) }
    return .monthDay(month: number, day: day, year)
  }

  /// [of] March [2027].
  private func month(after place: Int) -> TimeNode? {
    var place = optional(place) { $0.isOf }
    if sentence.scalar(place) == 0x2D || sentence.scalar(place) == 0x2F { place += 1 }
    return longest(at: place) { if case .month = $0.expression { $0.form == .period } else { false } }
  }

  /// "of next month", "of the month", "of this quarter".
  func periodAfterOf(_ place: Int) -> TimeNode? {
    guard
      let of = sentence.match(
        place,
        { meaning in
          switch meaning {
          case .of, .possessive: true
          default: false
          }
        })
    else { return nil }
    if let node = longest(at: of, { $0.form == .period && !$0.isWeak }) { return node }
    return thePeriod(of)
  }

  /// "the month", "this quarter" after "end of": the present one.
  func thePeriod(_ place: Int) -> TimeNode? {
    let start = skipThe(place)
    guard let (grain, factor, end) = reading.grain(at: start), factor == 1, grain >= .day,
      sentence.glyph(end - 1) == .letter
    else {
      return nil
    }
    return TimeNode(start: place, end: end, expression: .period(grain, offset: 0), form: .period)
  }

  /// "first Monday of May", "last day of the month", "second week of 2027".
  mutating func readMember(_ place: Int, _ n: Int, _ end: Int) {
    if let (weekday, after) = sentence.find(end, { if case .weekday(let d) = $0 { d } else { nil } }),
      let period = memberPeriod(after)
    {
      add(place, period.end, .weekdayMember(n, weekday: weekday, of: period.expression), .day)
    }
    if let after = sentence.match(end, { $0.isWorkday }),
      let period = memberPeriod(after)
    {
      add(place, period.end, .workdayMember(n, of: period.expression), .day)
    }
    if n == 1 || n == -1, let (count, after) = smallNumber(end), count > 0,
      let (grain, factor, last) = reading.grain(at: after), grain >= .day, let period = memberPeriod(last)
    {
      add(place, period.end, .members(n * count * factor, grain, of: period.expression), .range)
    }
    if let (grain, factor, after) = reading.grain(at: end), factor == 1, grain >= .day, let period = memberPeriod(after)
    {
      add(place, period.end, .member(n, grain, of: period.expression), grain == .day ? .day : .period)
    }
  }

  private func memberPeriod(_ place: Int) -> TimeNode? {
    guard let of = sentence.match(place, { $0.isOf }) else { return nil }
    return longest(at: of) { $0.form == .period } ?? thePeriod(of)
  }

  /// "23 November", "23rd Nov 2026": the month node carries its year.
  private mutating func readDayMonth(_ place: Int) {
    guard let (day, end) = smallNumber(place), (1...31).contains(day), sentence.glyph(place) == .digit || !isHan(place),
      !isGluedDigit(place)
    else { return }
    guard let node = month(after: end),
      sentence.glyph(sentence.skip(end)) == .letter || sentence.scalar(end) == 0x2D || sentence.scalar(end) == 0x2F
    else { return }
    let isAbbreviatedVerb = node.isWeak && !sentence.capitals[node.start]
    guard !isAbbreviatedVerb else { return }
    add(place, node.end, dayIn(node.expression, day), .day)
  }

  /// "9 to 12 of June", "1-15 March".
  mutating func readDayRange(_ place: Int) {
    guard let (day, end) = smallNumber(place), (1...31).contains(day), !isHan(place), !isGluedDigit(place),
      let to = rangeWord(end)
    else {
      return
    }
    for node in nodes(at: to) where node.form == .day && !node.isWeak && node.start > place {
      let last = sentence.glyph(node.start)
      guard last == .digit || ordinal(node.start) != nil || smallNumber(node.start) != nil else { continue }
      switch node.expression {
      case .monthDay(let month, let number, let year)
      where day <= number && sentence.scalar(node.start + 1) != 0x2F && sentence.scalar(node.start + 2) != 0x2F:
        add(place, node.end, .span(.monthDay(month: month, day: day, year), node.expression), .range)
      case .day(let date) where sentence.scalar(node.start + 4) != 0x2D && day <= date.day:
        add(place, node.end, .span(self.date(date.year, date.month, day), node.expression), .range)
      default: continue
      }
    }
  }

  private func isGluedDigit(_ place: Int) -> Bool {
    guard place > 0, sentence.glyph(place) == .digit else { return false }
    let before = sentence.glyph(place - 1)
    return before == .letter || before == .digit || sentence.scalar(place - 1) == 0x2E
      || sentence.scalar(place - 1) == 0x24
  }
}
