import Values

/// Ranges and open ends: "March 1 to 15", "between Q1 and Q2", "since June", 10月以来.
extension TimeReader {
  /// What follows a node and makes it one end of a range, or leaves the other end open.
  mutating func addRange(_ node: TimeNode) {
    if let to = rangeWord(node.end) { addRange(node, to) }
    if isHan(node.end - 1) { addHanBetween(node) }
  }

  private mutating func addRange(_ a: TimeNode, _ place: Int) {
    let start = sentence.skip(skipThe(place))
    for b in nodes(at: start) {
      guard let (expression, form) = span(a, b), !isMinutesTo(a, b) else { continue }
      let isWeak = a.isWeak && b.isWeak && !isAfterFrom(a.start) && !isYears(a, b)
      let end = optional(b.end) { $0.isBetweenEnd }
      addYear(a, b)
      add(TimeNode(start: a.start, end: end, expression: expression, form: form, isWeak: isWeak))
    }
    addDayNumber(a, start)
  }

  /// "2024-2026": two years, the later one behind.
  private func isYears(_ a: TimeNode, _ b: TimeNode) -> Bool {
    guard let first = a.expression.yearNumber, let last = b.expression.yearNumber else { return false }
    return first < last && last - first < 60 && sentence.glyph(b.end) != .letter && sentence.scalar(b.end) != 0x2D
      && sentence.scalar(a.start - 1) != 0x2D && reading.endsPhrase(b.end)
  }

  /// 三月和九月之间: the last word makes it a range.
  private mutating func addHanBetween(_ a: TimeNode) {
    guard let and = sentence.match(a.end, { $0.isAnd }) else { return }
    for b in nodes(at: and) {
      guard let end = sentence.match(b.end, { $0.isBetweenEnd }),
        let (expression, form) = span(a, b)
      else { continue }
      add(a.start, end, expression, form)
    }
  }

  /// "5/1 - 5/7, 2027": the year behind holds for both ends.
  private mutating func addYear(_ a: TimeNode, _ b: TimeNode) {
    guard case .monthDay(let m1, let d1, .open) = a.expression, case .monthDay(let m2, let d2, .open) = b.expression,
      let (point, end) = yearAfter(b.end), case .absolute(let year) = point
    else { return }
    add(a.start, end, .span(date(m1 > m2 ? year - 1 : year, m1, d1), date(year, m2, d2)), .range)
  }

  private func isAfterFrom(_ place: Int) -> Bool {
    sentence.precedes(place) { meaning in
      switch meaning {
      case .from, .starting, .between, .of, .since: true
      default: false
      }
    }
  }

  /// "March 1 to 15 [, 2027]", 3月1-15日.
  private mutating func addDayNumber(_ a: TimeNode, _ place: Int) {
    if case .dayOfMonth = a.expression, let (day, end) = ordinal(place), (1...31).contains(day) {
      return add(a.start, end, .span(a.expression, .dayOfMonth(day)), .range)
    }
    guard case .monthDay(let month, let from, let year) = a.expression,
      let (day, end) = ordinal(place) ?? smallNumber(place),
      (1...31).contains(day),
      !isUnit(end) || sentence.match(end, { $0.isDayMark }) != nil,
      sentence.scalar(end) != 0x3A, sentence.scalar(end) != 0x2F,
      sentence.scalar(end) != 0x2E || sentence.glyph(end + 1) != .digit,
      sentence.glyph(end) != .letter
    else { return }
    let after = optional(end) { $0.isDayMark }
    add(a.start, after, .span(a.expression, .monthDay(month: month, day: day, year)), .range)
    if let (point, yearEnd) = yearAfter(after), case .absolute(let year) = point {
      add(a.start, yearEnd, .span(date(year, month, from), date(year, month, day)), .range)
    }
  }

  /// Two ends as one range, each taking from the other what it does not say itself.
  private func span(_ a: TimeNode, _ b: TimeNode) -> (TimeExpression, TimeNode.Form)? {
    if b.form == .part, case .dayPart(.noon) = b.expression {
      let noon = TimeNode(start: b.start, end: b.end, expression: .clock(ClockTime(hour: 12)), form: .clock)
      return span(a, noon)
    }
    switch (a.form, b.form) {
    case (.clock, .clock), (.clock, .bareClock):
      return (.span(a.expression, b.expression), .clockRange)
    case (.instant, .clock), (.instant, .bareClock):
      guard case .at(let day, let first) = a.expression else { return nowRange(a, b) }
      return (.at(day, .span(first, b.expression)), .dayClockRange)
    case (.clock, .instant):
      guard case .at(let day, let last) = b.expression else { return nowRange(a, b) }
      return beginsWithClock(b)
        ? (.at(day, .span(a.expression, last)), .dayClockRange) : (.span(a.expression, b.expression), .range)
    case (.clock, _), (_, .clock), (_, .bareClock): return nil
    default: return a.isDate && b.isDate ? dates(a.expression, b.expression) : nil
    }
  }

  /// "9:30 to 11 on Friday": the day holds for both.
  private func beginsWithClock(_ node: TimeNode) -> Bool {
    nodes(at: node.start).contains { $0.form == .clock || $0.form == .bareClock }
  }

  private func nowRange(_ a: TimeNode, _ b: TimeNode) -> (TimeExpression, TimeNode.Form)? {
    a.expression == .now || b.expression == .now ? (.span(a.expression, b.expression), .range) : nil
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
    case (.weekday(let day, .open), .weekday(_, .relative(let week))): first = .weekday(day, .relative(week))
    case (.now, _): first = .relativeDay(0)
    case (_, .now): last = .relativeDay(0)
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
      case .postBefore:
        addShift(node, word.end, -1)
        add(node.start, word.end, .before(node.expression), isClock ? .openClock : .open)
      case .postAfter:
        addShift(node, word.end, 1)
        add(node.start, word.end, .after(node.expression), isClock ? .openClock : .open)
      case .postUntil where goesNowhere(word):
        add(node.start, word.end, .until(node.expression), isClock ? .openClock : .open)
      case .postSince: add(node.start, word.end, .since(node.expression), isClock ? .openClock : .open)
      case .postFrom where goesNowhere(word), .postOn where isBehindFrom(node.start):
        add(node.start, word.end, .from(node.expression), isClock ? .openClock : .open)
      case .postToDate: add(node.start, word.end, .span(node.expression, .relativeDay(0)), .range)
      default: continue
      }
    }
  }

  func isBehindFrom(_ place: Int) -> Bool {
    sentence.precedes(place) { meaning in
      switch meaning {
      case .from, .starting, .since: true
      default: false
      }
    }
  }

  /// 圣诞节前两周, 周五后两天.
  private mutating func addShift(_ node: TimeNode, _ place: Int, _ sign: Int) {
    guard node.form == .day, let length = duration(at: place) else { return }
    add(node.start, length.end, .shifted(node.expression, sign < 0 ? -length.duration : length.duration), .day)
  }

  /// "2010 or after" is an open end, in "2010 or after 2018" the word goes with what follows.
  private func goesNowhere(_ word: Lexeme) -> Bool {
    isHan(word.start) || nodes(at: word.end).isEmpty && duration(at: word.end) == nil
  }

  /// "since", "before", "between … and …" before what has been read behind them.
  mutating func readPrefixes(_ place: Int) {
    for word in sentence.words(at: place) {
      switch word.meaning {
      case .from, .starting:
        readFrom(word)
        readOpen(word) { .from($0) }
      case .between: readBetween(word)
      case .since: readOpen(word) { .since($0) }
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
        if case .since = node.expression { add(word.start, node.end, node.expression, .open) }
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
      guard let and = sentence.match(a.end, { $0.isAnd }) else { continue }
      if a.form == .bareClock {
        addBareBetween(a, and, word.start)
      } else {
        addRange(TimeNode(start: word.start, end: a.end, expression: a.expression, form: a.form), and)
      }
    }
    for node in nodes[before...] {
      switch node.form {
      case .clockRange, .dayClockRange, .bareClockRange: extend(node)
      default: continue
      }
    }
  }

  private mutating func addBareBetween(_ a: TimeNode, _ place: Int, _ start: Int) {
    for b in nodes(at: place) {
      guard case .clock = b.expression, b.form == .clock || reading.endsPhrase(b.end) else { continue }
      add(start, b.end, .span(a.expression, b.expression), b.form == .clock ? .clockRange : .bareClockRange)
    }
  }

  private mutating func readOpen(_ word: Lexeme, _ make: (TimeExpression) -> TimeExpression) {
    // 从 opens nothing without 起 or 开始 behind the time.
    if isHan(word.start), case .from = word.meaning { return }
    for node in nodes(at: skipThe(word.end)) where !node.isWeak || node.expression.yearNumber != nil || isMonth(node) {
      switch node.form {
      case .day, .period, .instant, .dayPart: add(word.start, node.end, make(node.expression), .open)
      case .range where node.expression.isEdge: add(word.start, node.end, make(node.expression), .open)
      case .clock, .part: add(word.start, node.end, make(node.expression), .openClock)
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
