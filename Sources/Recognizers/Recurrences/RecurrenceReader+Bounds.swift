import Values

/// How long something comes again, and what is left out: "until Christmas", "starting December 7", "except Sunday".
extension RecurrenceReader {
  /// The stretch behind a rule in which it holds.
  func bounds(_ place: Int) -> (TimeExpression, Int)? {
    let at = times.skipComma(place)
    let node = times.longest(at: at) { node in
      switch node.expression {
      case .until, .before, .from: node.form == .open
      case .span(let a, _):
        node.form == .range && !a.isClockTime && sentence.match(at) { $0.isFrom || $0.isBetween } != nil
      default: false
      }
    }
    if let node { return (node.expression, node.end) }
    guard let of = sentence.match(at, { $0.isOf }), sentence.glyph(at) != .han else { return nil }
    if let length = times.duration(at: of), length.duration.isWholeDays,
      length.duration.days + length.duration.months > 0
    {
      return (.stretch(.relativeDay(0), length.duration), length.end)
    }
    return times.longest(at: of) { $0.form == .period && !$0.isWeak }.map { ($0.expression, $0.end) }
  }

  /// "every day except Sunday", "every day but not on weekends".
  func exceptions(_ place: Int) -> (Int, String)? {
    guard let except = sentence.match(times.skipComma(place), { $0.isExcept }) else { return nil }
    let on = sentence.match(except) { $0.isOn } ?? except
    for word in sentence.words(at: sentence.skip(on)) {
      switch word.meaning {
      case .weekend, .weekends: return (word.end, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
      case .weekday(let day), .weekdays(let day):
        return (word.end, "FREQ=WEEKLY;BYDAY=" + (1...7).filter { $0 != day }.map(code).joined(separator: ","))
      default: continue
      }
    }
    return nil
  }

  /// "Monday through Friday", 一到五 behind 周: all the days between.
  func through(_ first: Int, _ place: Int) -> (days: [Int], end: Int)? {
    guard let to = sentence.match(place, { $0.isTo }) else { return nil }
    let week = sentence.match(to) { if case .grain(.week, 1) = $0 { true } else { false } } ?? to
    guard
      let (last, end) = sentence.find(to, { $0.weekdayNumber })
        ?? (sentence.glyph(to) == .han ? weekdayNumber(week, isFirst: true).map { (value: $0.0, end: $0.1) } : nil),
      last != first
    else { return nil }
    return (last > first ? Array(first...last) : Array(first...7) + Array(1...last), end)
  }
}
