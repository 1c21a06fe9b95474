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

  mutating func readFiscalStep(_ word: Lexeme, _ fiscal: Lexeme, _ step: Int) {
    let end = optional(fiscal.end) { if case .grain(.year, 1) = $0 { true } else { false } }
    add(word.start, end, .fiscalYear(.relative(step), startMonth: context.fiscalYearStart), .period)
  }
}
