import Values

/// Ranges and open ends: "March 1 to 15", "between Q1 and Q2", "since June", 10月以来.
extension TimeReader {
  /// What follows a node and makes it one end of a range, or leaves the other end open.
  mutating func addRange(_ node: TimeNode) {
    if let to = rangeWord(node.end) { addRange(node, to) }
  }

  private mutating func addRange(_ a: TimeNode, _ place: Int) {
    let start = sentence.skip(skipThe(place))
    for b in nodes(at: start) {
      guard let (expression, form) = span(a, b) else { continue }
      let isWeak = a.isWeak && b.isWeak && !isAfterFrom(a.start)
      let end = optional(b.end) { if case .betweenEnd = $0 { true } else { false } }
      add(TimeNode(start: a.start, end: end, expression: expression, form: form, isWeak: isWeak))
    }
    addDayNumber(a, start)
  }

  private func isAfterFrom(_ place: Int) -> Bool {
    sentence.precedes(place) { meaning in
      switch meaning {
      case .from, .between, .of, .since: true
      default: false
      }
    }
  }

  /// "March 1 to 15 [, 2027]", 3月1-15日.
  private mutating func addDayNumber(_ a: TimeNode, _ place: Int) {
    guard case .monthDay(let month, let from, let year) = a.expression,
      let (day, end) = ordinal(place) ?? smallNumber(place),
      (1...31).contains(day),
      !isUnit(end) || sentence.match(end, { if case .dayMark = $0 { true } else { false } }) != nil,
      sentence.scalar(end) != 0x3A, sentence.scalar(end) != 0x2F,
      sentence.scalar(end) != 0x2E || sentence.glyph(end + 1) != .digit,
      sentence.glyph(end) != .letter
    else { return }
    let after = optional(end) { if case .dayMark = $0 { true } else { false } }
    add(a.start, after, .span(a.expression, .monthDay(month: month, day: day, year)), .range)
    if let (point, yearEnd) = yearAfter(after), case .absolute(let year) = point {
      add(a.start, yearEnd, .span(date(year, month, from), date(year, month, day)), .range)
    }
  }

  /// Two ends as one range, each taking from the other what it does not say itself.
  private func span(_ a: TimeNode, _ b: TimeNode) -> (TimeExpression, TimeNode.Form)? {
    switch (a.form, b.form) {
    case (.clock, .clock), (.clock, .bareClock):
      guard case .clock(let x) = a.expression, case .clock(let y) = b.expression else { return nil }
      let (first, last) = TimeReader.aligned(x, y)
      return (.span(.clock(first), .clock(last)), .clockRange)
    case (.instant, .clock), (.instant, .bareClock):
      guard case .at(let day, .clock(let x)) = a.expression, case .clock(let y) = b.expression else { return nil }
      let (first, last) = TimeReader.aligned(x, y)
      return (.at(day, .span(.clock(first), .clock(last))), .dayClockRange)
    case (.clock, .instant):
      guard case .clock(let x) = a.expression, case .at(let day, .clock(let y)) = b.expression else { return nil }
      let (first, last) = TimeReader.aligned(x, y)
      return day.isFloating
        ? (.at(day, .span(.clock(first), .clock(last))), .dayClockRange) : (.span(a.expression, b.expression), .range)
    case (.clock, _), (_, .clock), (_, .bareClock): return nil
    default: return a.isDate && b.isDate ? dates(a.expression, b.expression) : nil
    }
  }

  private func dates(_ a: TimeExpression, _ b: TimeExpression) -> (TimeExpression, TimeNode.Form)? {
    var (first, last) = (a, b)
    switch (a, b) {
    case (.monthDay(let month, _, let year), .dayOfMonth(let day)): last = .monthDay(month: month, day: day, year)
    case (.day(let day), .dayOfMonth(let number)): last = date(day.year, day.month, number)
    case (.day(let day), .monthDay(let month, let number, .open)):
      last = date(month < day.month ? day.year + 1 : day.year, month, number)
    case (.dayOfMonth(let number), .monthDay(let month, _, let year)):
      first = .monthDay(month: month, day: number, year)
    case (.dayOfMonth(let number), .day(let day)): first = date(day.year, day.month, number)
    case (.dayOfMonth(let number), .member(_, .day, let period)): first = .member(number, .day, of: period)
    case (.member(_, .day, let period), .dayOfMonth(let number)): last = .member(number, .day, of: period)
    case (.monthDay(let month, let number, .open), .day(let day)):
      first = date(month > day.month ? day.year - 1 : day.year, month, number)
    case (.month(let from, .open), .month(let to, let year)) where year != .open:
      first = .month(from, shifted(year, from > to ? -1 : 0))
    case (.month(_, .open), .monthDay), (.monthDay, .month): break
    case (.weekday(_, .relative(let week)), .weekday(let day, .open)): last = .weekday(day, .relative(week))
    default:
      if let year = a.yearPoint, year != .open, b.yearPoint == .open { last = b.inYear(year) }
      if let year = b.yearPoint, year != .open, a.yearPoint == .open { first = a.inYear(year) }
    }
    return (.span(first, last), .range)
  }

  private func shifted(_ year: YearPoint, _ count: Int) -> YearPoint {
    switch year {
    case .absolute(let number): .absolute(number + count)
    case .relative(let offset): .relative(offset + count)
    default: year
    }
  }

  /// 之前, 以来, "and after", "onwards" behind a time.
  mutating func addPostfix(_ node: TimeNode) {
    guard node.isDate || node.form == .clock || node.form == .range, !node.isWeak || isHan(node.end - 1) else { return }
    for word in sentence.words(at: sentence.skip(node.end)) {
      let isClock = node.form == .clock
      switch word.meaning {
      case .postBefore: add(node.start, word.end, .before(node.expression), isClock ? .openClock : .open)
      case .postAfter: add(node.start, word.end, .after(node.expression), isClock ? .openClock : .open)
      case .postUntil: add(node.start, word.end, .until(node.expression), isClock ? .openClock : .open)
      case .postSince where isHan(word.start) || word.end - word.start > 2 || isAfterFrom(node.start):
        add(node.start, word.end, .from(node.expression), isClock ? .openClock : .open)
      default: continue
      }
    }
  }

  /// "since", "before", "between … and …" before what has been read behind them.
  mutating func readPrefixes(_ place: Int) {
    for word in sentence.words(at: place) {
      switch word.meaning {
      case .from: readFrom(word)
      case .between: readBetween(word)
      case .since: readOpen(word) { .from($0) }
      case .after: readOpen(word) { .after($0) }
      case .before: readOpen(word) { .before($0) }
      case .until: readOpen(word) { .until($0) }
      default: continue
      }
    }
  }

  /// "from … to …": the range found behind it, with its word; "from June on".
  private mutating func readFrom(_ word: Lexeme) {
    for node in nodes(at: skipThe(word.end)) {
      switch node.form {
      case .range, .clockRange, .dayClockRange:
        if case .span = node.expression { add(word.start, node.end, node.expression, node.form) }
        if case .at(_, .span) = node.expression { add(word.start, node.end, node.expression, node.form) }
      case .bareClockRange where !isHan(word.start): add(word.start, node.end, node.expression, .clockRange)
      case .open:
        if case .from = node.expression { add(word.start, node.end, node.expression, .open) }
      default: continue
      }
    }
    let fresh = nodes[nodesHere...].filter {
      $0.start == word.start && ($0.form == .clockRange || $0.form == .dayClockRange)
    }
    for node in fresh { extend(node) }
  }

  /// "between March 1 and 15", 介于…和…之间.
  private mutating func readBetween(_ word: Lexeme) {
    readFrom(word)
    let before = nodes.count
    for a in nodes(at: skipThe(word.end)) where a.isDate || a.form == .clock || a.form == .bareClock {
      guard let and = sentence.match(a.end, { if case .and = $0 { true } else { false } }) else { continue }
      if a.form == .bareClock {
        addBareBetween(a, and, word.start)
      } else {
        addRange(TimeNode(start: word.start, end: a.end, expression: a.expression, form: a.form), and)
      }
    }
    for node in nodes[before...] where node.form == .clockRange || node.form == .dayClockRange { extend(node) }
  }

  private mutating func addBareBetween(_ a: TimeNode, _ place: Int, _ start: Int) {
    guard case .clock(let x) = a.expression else { return }
    for b in nodes(at: place) {
      guard case .clock(let y) = b.expression, b.form == .clock || reading.endsPhrase(b.end) else { continue }
      let (first, last) = TimeReader.aligned(x, y)
      add(start, b.end, .span(.clock(first), .clock(last)), b.form == .clock ? .clockRange : .bareClockRange)
    }
  }

  private mutating func readOpen(_ word: Lexeme, _ make: (TimeExpression) -> TimeExpression) {
    guard !isHan(word.start) || isHan(word.start) && word.end - word.start > 1 else { return }
    for node in nodes(at: skipThe(word.end)) where !node.isWeak || node.expression.yearNumber != nil || isMonth(node) {
      switch node.form {
      case .day, .period, .instant, .dayPart: add(word.start, node.end, make(node.expression), .open)
      case .range where node.expression.isEdge: add(word.start, node.end, make(node.expression), .open)
      case .clock: add(word.start, node.end, make(node.expression), .openClock)
      default: continue
      }
    }
  }

  private func isMonth(_ node: TimeNode) -> Bool { if case .month = node.expression { true } else { false } }
}

extension TimeExpression {
  var isEdge: Bool {
    switch self {
    case .edge, .weekend: true
    default: false
    }
  }
}
