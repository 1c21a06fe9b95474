import Values

/// Times at a distance: "in 3 days", "two weeks ago", 三天后, "3 days after Christmas", "within 30 days".
extension TimeReader {
  mutating func readShifted(_ place: Int) {
    if let duration = duration(at: place) {
      readAround(duration)
      addCountedWeeks(duration)
    }
    readNumberedWindow(place)
    for word in sentence.words(at: place) {
      switch word.meaning {
      case .inFuture: readIn(word)
      case .within: readWithin(word)
      case .lessThan: readBound(word, isLess: true)
      case .moreThan: readBound(word, isLess: false)
      default: continue
      }
    }
  }

  /// "less than 3 days after tomorrow", "more than two weeks ago".
  private mutating func readBound(_ word: Lexeme, isLess: Bool) {
    guard let duration = duration(at: word.end), !isHan(word.start) else { return }
    for node in nodes(at: duration.start) where node.end > duration.end {
      guard case .shifted(let base, let length) = node.expression, base.weekdayNumber == nil else { continue }
      let isBack = length.months + length.days + length.seconds < 0
      let near = base == .now && node.form == .day ? TimeExpression.relativeDay(0) : base
      if isLess {
        add(word.start, node.end, isBack ? .span(node.expression, near) : .span(near, node.expression), .range)
      } else {
        add(word.start, node.end, isBack ? .before(node.expression) : .after(node.expression), .open)
      }
    }
  }

  /// What stands after a length of time.
  private mutating func readAround(_ duration: DurationNode) {
    let (start, end) = (duration.start, duration.end)
    let comma = skipComma(end)
    if comma > end {
      for word in sentence.words(at: sentence.skip(comma)) where word.meaning.isFrom || word.meaning.isStarting {
        readFrom(duration, word, isStart: true)
      }
    }
    for word in sentence.words(at: sentence.skip(end)) {
      switch word.meaning {
      case .ago where !isStep(word.end): addShift(start, word.end, .now, duration, -1)
      case .later where !isStep(word.end): addShift(start, word.end, .now, duration, 1)
      case .postWithin: addWindow(start, word.end, duration, .either)
      case .after: addShift(word.end, duration, 1)
      case .from where !isHan(word.start): readFrom(duration, word, isStart: false)
      case .starting: readFrom(duration, word, isStart: true)
      case .before: addShift(word.end, duration, -1)
      default: continue
      }
    }
  }

  /// "the 2 next days", "the 13 last minutes".
  mutating func readNumberedWindow(_ place: Int) {
    guard let (count, end) = smallNumber(place), count > 0, !isHan(place) else { return }
    guard let (step, after) = sentence.find(end, { if case .windowStep(let n) = $0 { n } else { nil } }),
      let (grain, factor, last) = reading.grain(at: after)
    else { return }
    add(place, last, .window(count * factor, grain, step < 0 ? .past : .future), .range)
  }

  /// "30 minutes later this week" are two things.
  private func isStep(_ place: Int) -> Bool {
    sentence.glyph(place - 1) == .letter && sentence.match(place) { $0.isStep } != nil
  }

  /// "two weeks from Friday" is a day; "3 days starting Monday", "2 hours from 2pm" are stretches.
  private mutating func readFrom(_ duration: DurationNode, _ word: Lexeme, isStart: Bool) {
    for node in nodes(at: skipThe(word.end)) {
      switch node.form {
      case .instant where !isStart && duration.duration.isWholeDays:
        addShift(duration.start, node.end, node.expression, duration, 1)
      case .clock: add(duration.start, node.end, .stretch(node.expression, duration.duration), .clockRange)
      case .instant: add(duration.start, node.end, .stretch(node.expression, duration.duration), .range)
      case .bareClock where reading.endsPhrase(node.end) && duration.duration.seconds != 0:
        add(duration.start, node.end, .stretch(node.expression, duration.duration), .clockRange)
      case .day where isStart: add(duration.start, node.end, .stretch(node.expression, duration.duration), .range)
      case .day: addShift(duration.start, node.end, node.expression, duration, 1)
      default: continue
      }
    }
  }

  /// "3 days after Christmas".
  private mutating func addShift(_ place: Int, _ duration: DurationNode, _ sign: Int) {
    for node in nodes(at: skipThe(place)) where node.form == .day || node.form == .instant || node.form == .clock {
      addShift(duration.start, node.end, node.expression, duration, sign)
    }
  }

  /// Working days are counted, other lengths added.
  private mutating func addShift(
    _ start: Int, _ end: Int, _ base: TimeExpression, _ duration: DurationNode, _ sign: Int
  ) {
    if let count = duration.workdays {
      let day = base == .now ? TimeExpression.relativeDay(0) : base
      return add(start, end, .workdaysAfter(day, sign * count), .day)
    }
    let isInstant = duration.duration.seconds != 0 || base != .now && base.isInstant
    add(
      start, end, .shifted(base, sign < 0 ? -duration.duration : duration.duration), isInstant ? .instant : .day)
  }

  /// A stretch that begins or ends now.
  mutating func addWindow(_ start: Int, _ end: Int, _ duration: DurationNode, _ direction: WindowDirection) {
    let isBack = direction == .past
    if let count = duration.workdays {
      let far = TimeExpression.workdaysAfter(.relativeDay(0), isBack ? -count : count)
      return add(start, end, isBack ? .span(far, .relativeDay(0)) : .span(.relativeDay(0), far), .range)
    }
    if let (count, grain) = duration.single { return add(start, end, .window(count, grain, direction), .range) }
    let far = TimeExpression.shifted(.now, isBack ? -duration.duration : duration.duration)
    add(start, end, isBack ? .span(far, .now) : .span(.now, far), .range)
  }

  /// "in 3 days", "in two hours", 再过三天.
  private mutating func readIn(_ word: Lexeme) {
    guard let duration = duration(at: word.end), duration.end > word.end else { return }
    if isHan(word.start) { return addShift(word.start, duration.end, .now, duration, 1) }
    if sentence.match(
      duration.end,
      { meaning in
        switch meaning {
        case .ago, .after, .before: true
        default: false
        }
      }) != nil
    {
      return
    }
    let end = optional(duration.end) { $0.isLater }
    addShift(word.start, end, .now, duration, 1)
  }

  /// "within 30 days".
  private mutating func readWithin(_ word: Lexeme) {
    let place = skipThe(word.end)
    guard let duration = duration(at: place), !isHan(word.start) else { return }
    addWindow(word.start, duration.end, duration, .either)
  }
}
