import Values

/// Ends and parts of periods, weeks by number or by a day in them, and fiscal periods.
extension TimeReader {
  /// "end of March", "early next year", "mid-December", "rest of the week".
  mutating func readEdge(_ word: Lexeme, _ edge: Edge) {
    var place = word.end
    if sentence.scalar(place) == 0x2D { place += 1 }
    place = sentence.skip(optionalOf(place))
    guard place > word.end || isHan(place) else { return }
    let isDay = edge == .start || edge == .end
    let form: TimeNode.Form = isDay ? .day : .range
    for node in nodes(at: place) where node.form == .period || node.isPeriodLike {
      add(word.start, node.end, .edge(edge, of: node.expression), form)
    }
    if let node = thePeriod(place), node.end > place {
      add(word.start, node.end, .edge(edge, of: node.expression), form)
    }
    readDayEdge(word, edge, place)
    if edge == .remaining || edge == .elapsed {
      for node in nodes(at: place) where node.expression == .relativeDay(0) {
        add(word.start, node.end, node.expression, .day)
      }
    }
    if edge == .end, let node = longest(at: place, { $0.form == .day }) {
      add(word.start, node.end, node.expression, .day)
    }
  }

  /// "late afternoon", "early in the morning", "later this evening": a half of the part.
  private mutating func readDayEdge(_ word: Lexeme, _ edge: Edge, _ place: Int) {
    for node in nodes(at: place) {
      switch node.expression {
      case .dayPart(let part):
        guard let half = part.half(edge) else { continue }
        add(word.start, node.end, half, .clockRange)
      case .at(let day, .dayPart(let part)):
        guard let half = part.half(edge) else { continue }
        add(word.start, node.end, .at(day, half), .dayClockRange)
      default: continue
      }
    }
  }

  /// "the year 2008", "the year of 2008".
  mutating func readYearMark(_ word: Lexeme) {
    guard let run = sentence.digits(at: sentence.skip(word.end)), run.count == 4, (1500...2999).contains(run.value)
    else { return }
    add(word.start, run.end, .year(run.value), .period)
  }

  /// "the week of April 10", "w/c Feb 4".
  mutating func readWeekOf(_ word: Lexeme) {
    for node in nodes(at: skipThe(word.end)) where node.form == .day && !node.isWeak {
      add(word.start, node.end, .containing(.week, node.expression), .period)
    }
  }

  /// "week 27", "week 27 of last year", "week 27, 2027".
  mutating func readWeekNumber(_ word: Lexeme) {
    let place = sentence.skip(word.end)
    guard let run = sentence.digits(at: place), run.count <= 2, (1...53).contains(run.value), place > word.end,
      word.end - word.start > 1, !isUnit(run.end), sentence.glyph(word.start) == .letter
    else { return }
    readNamed(Lexeme(start: word.start, end: run.end, meaning: word.meaning), .week(run.value, .open))
    if run.value <= 14, let period = periodAfterOf(run.end), period.expression.asYear == nil {
      add(word.start, period.end, .member(run.value, .week, of: period.expression), .period)
    }
  }

  /// "in the year", "of the quarter", "for the month": the present one.
  mutating func readThePeriod(_ word: Lexeme) {
    readNeighbour(word)
    guard let node = thePeriod(word.start), node.expression != .period(.day, offset: 0),
      sentence.precedes(word.start, { $0.isOf }), reading.endsPhrase(node.end),
      sentence.match(node.end, { $0.isOf || $0.isTo }) == nil
    else { return }
    add(word.start, node.end, node.expression, .period)
  }

  // MARK: Fiscal periods

  /// "FY26", "FY 2026", "fiscal year 2026", "fiscal Q1".
  mutating func readFiscal(_ word: Lexeme) {
    let month = context.fiscalYearStart
    var end = word.end
    if let year = sentence.match(end, { if case .grain(.year, 1) = $0 { true } else { false } }) { end = year }
    if let run = sentence.digits(at: sentence.skip(end)), run.count == 4 || run.count == 2 {
      let year = run.count == 2 ? century(run.value) : run.value
      return add(word.start, run.end, .fiscalYear(.absolute(year), startMonth: month), .period)
    }
    if let node = longest(at: word.end, { if case .quarter = $0.expression { true } else { false } }),
      case .quarter(let n, let year) = node.expression
    {
      add(word.start, node.end, .fiscalQuarter(n, year, startMonth: month), .period)
    }
  }

  /// "Q4 FY26", "4Q26".
  mutating func readQuarterYear(_ word: Lexeme, _ quarter: Int) {
    if let run = sentence.digits(at: word.end), run.count == 2, sentence.glyph(word.end - 1) == .letter,
      sentence.glyph(word.start) == .digit
    {
      add(word.start, run.end, .quarter(quarter, .absolute(century(run.value))), .period)
    }
    for node in nodes(at: optionalOf(word.end)) {
      guard case .fiscalYear(let year, let start) = node.expression else { continue }
      add(word.start, node.end, .fiscalQuarter(quarter, year, startMonth: start), .period)
    }
  }

  /// "1H26", "2H 2026": a half of a year, in business.
  mutating func readHalf(_ place: Int) {
    guard let run = sentence.digits(at: place), run.count == 1, run.value == 1 || run.value == 2,
      sentence.scalar(run.end) == 0x68, sentence.capitals[run.end]
    else { return }
    let start = sentence.skip(run.end + 1)
    if let year = sentence.digits(at: start), year.count == 2 && start == run.end + 1 || year.count == 4,
      sentence.glyph(year.end) != .letter
    {
      add(place, year.end, .half(run.value, .absolute(year.count == 2 ? century(year.value) : year.value)), .period)
    }
  }

  mutating func readFiscalStep(_ word: Lexeme, _ fiscal: Lexeme, _ step: Int) {
    if let quarter = sentence.match(fiscal.end, { if case .grain(.quarter, 1) = $0 { true } else { false } }) {
      let quarterNow = TimeExpression.period(.quarter, offset: step)
      return add(word.start, quarter, quarterNow, .period)
    }
    let end = optional(fiscal.end) { if case .grain(.year, 1) = $0 { true } else { false } }
    add(word.start, end, .fiscalYear(.relative(step), startMonth: context.fiscalYearStart), .period)
  }
}
