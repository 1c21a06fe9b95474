import Values

/// Times at a distance: "in 3 days", "two weeks ago", 三天后, "3 days after Christmas", "within 30 days".
extension TimeReader {
  mutating func readShifted(_ place: Int) {
    if let duration = duration(at: place) { readAround(duration) }
    readNumberedWindow(place)
    for word in sentence.words(at: place) {
      switch word.meaning {
      case .inFuture: readIn(word)
      case .within: readWithin(word)
      default: continue
      }
    }
  }

  /// What stands after a length of time.
  private mutating func readAround(_ duration: DurationNode) {
    let (start, end) = (duration.start, duration.end)
    let length = duration.duration
    let comma = skipComma(end)
    if comma > end {
      for word in sentence.words(at: sentence.skip(comma)) where word.meaning.isFrom || word.meaning.isStarting {
        readFrom(duration, word, isStart: true)
      }
    }
    for word in sentence.words(at: sentence.skip(end)) {
      switch word.meaning {
      case .ago where !isStep(word.end): addShift(start, word.end, .now, -length)
      case .later where !isStep(word.end): addShift(start, word.end, .now, length)
      case .postWithin:
        guard let (count, grain) = duration.single else { continue }
        add(start, word.end, .window(count, grain, .either), .range)
      case .after: addShift(start, word.end, length)
      case .from where !isHan(word.start): readFrom(duration, word, isStart: false)
      case .starting: readFrom(duration, word, isStart: true)
      case .before: addShift(start, word.end, -length)
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
        addShift(duration.start, node.end, node.expression, duration.duration)
      case .clock: add(duration.start, node.end, .stretch(node.expression, duration.duration), .clockRange)
      case .instant: add(duration.start, node.end, .stretch(node.expression, duration.duration), .range)
      case .bareClock where reading.endsPhrase(node.end) && duration.duration.seconds != 0:
        add(duration.start, node.end, .stretch(node.expression, duration.duration), .clockRange)
      case .day where isStart: add(duration.start, node.end, .stretch(node.expression, duration.duration), .range)
      case .day: addShift(duration.start, node.end, node.expression, duration.duration)
      default: continue
      }
    }
  }

  /// "3 days after Christmas".
  private mutating func addShift(_ start: Int, _ place: Int, _ length: CalendarDuration) {
    for node in nodes(at: skipThe(place)) where node.form == .day || node.form == .instant || node.form == .clock {
      addShift(start, node.end, node.expression, length)
    }
  }

  private mutating func addShift(_ start: Int, _ end: Int, _ base: TimeExpression, _ length: CalendarDuration) {
    let isInstant = length.seconds != 0 || base != .now && base.isInstant
    add(start, end, .shifted(base, length), isInstant ? .instant : .day)
  }

  /// "in 3 days", "in two hours", 再过三天.
  private mutating func readIn(_ word: Lexeme) {
    guard let duration = duration(at: word.end), duration.end > word.end else { return }
    if isHan(word.start) { return addShift(word.start, duration.end, .now, duration.duration) }
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
    addShift(word.start, end, .now, duration.duration)
  }

  /// "within 30 days".
  private mutating func readWithin(_ word: Lexeme) {
    let place = skipThe(word.end)
    guard let duration = duration(at: place), let (count, grain) = duration.single, !isHan(word.start) else { return }
    add(word.start, duration.end, .window(count, grain, .either), .range)
  }
}
