import Values

/// Weekdays at a distance: "Friday in two weeks", "two Mondays ago", "the Friday after next", "a week on Friday".
extension TimeReader {
  /// What the words behind a day make of it and a weekday.
  mutating func addDistance(to day: TimeNode) {
    switch day.expression {
    case .weekday(let weekday, .open): addDistance(day, weekday)
    case .shifted(_, let length): addWeekday(day, length)
    default: break
    }
  }

  /// "Saturday 3 days from now", "Friday in two weeks", "the Friday after next", "Friday week".
  private mutating func addDistance(_ day: TimeNode, _ weekday: Int) {
    for node in nodes(at: skipComma(day.end)) {
      if case .shifted(_, let length) = node.expression, node.form == .day {
        add(day.start, node.end, anchored(weekday, node.expression, length), .day)
      }
    }
    if let (weeks, end) = sentence.find(day.end, { if case .afterNext(let n) = $0 { n } else { nil } }) {
      add(day.start, end, .weekday(weekday, .relative(weeks)), .day)
    }
    if !isHan(day.start), let (grain, factor, end) = reading.grain(at: day.end), grain == .week, isSingular(end) {
      let length = CalendarDuration(days: 7 * factor)
      add(day.start, end, .shifted(.weekday(weekday, .upcoming), length), .day)
    }
    addNeighbour(day, weekday)
  }

  private func isSingular(_ end: Int) -> Bool {
    sentence.scalar(end - 1) != 0x73 && nodes(at: end).isEmpty && reading.endsPhrase(end)
  }

  /// "the Friday after Christmas", "the last Monday before June".
  private mutating func addNeighbour(_ day: TimeNode, _ weekday: Int) {
    guard sentence.precedes(day.start, { $0.isThe || $0.isOrdinalWord }),
      let (sign, end) = sentence.find(day.end, { $0.shiftSign })
    else { return }
    for node in nodes(at: skipThe(end)) where node.form == .day && node.expression.weekdayNumber == nil {
      let base = TimeExpression.shifted(node.expression, CalendarDuration(days: sign > 0 ? 1 : -7))
      let week = TimeExpression.stretch(base, CalendarDuration(days: 7))
      add(day.start, node.end, .weekdayMember(1, weekday: weekday, of: week), .day)
    }
  }

  /// "two months from today on Tuesday", 两周后的周五.
  private mutating func addWeekday(_ day: TimeNode, _ length: CalendarDuration) {
    let comma = skipComma(day.end)
    let on = isHan(day.end - 1) ? optional(day.end) { $0.isOf } : optional(comma) { $0.isOn }
    guard let (weekday, end) = sentence.find(on, { if case .weekday(let d) = $0 { d } else { nil } }),
      isHan(on) || on > comma
    else { return }
    add(day.start, end, anchored(weekday, day.expression, length), .day)
  }

  /// The weekday of the week that lies whole weeks away, else the first one on that day or after it.
  private func anchored(_ weekday: Int, _ day: TimeExpression, _ length: CalendarDuration) -> TimeExpression {
    let isWeeks = length.months == 0 && length.seconds == 0 && length.days % 7 == 0
    return .weekdayMember(
      1, weekday: weekday, of: isWeeks ? .containing(.week, day) : .stretch(day, CalendarDuration(days: 7)))
  }

  /// "two Mondays ago", "3 Fridays from now".
  mutating func readCountedWeekdays(_ place: Int) {
    guard let (count, end) = smallNumber(place), (1...20).contains(count), !isHan(place),
      let (weekday, after) = sentence.find(end, { $0.weekdayNumber })
    else { return }
    for word in sentence.words(at: sentence.skip(after)) {
      let length = CalendarDuration(days: 7 * (count - 1))
      switch word.meaning {
      case .ago: add(place, word.end, .shifted(.weekday(weekday, .previous), -length), .day)
      case .later: add(place, word.end, .shifted(.weekday(weekday, .upcoming), length), .day)
      default: continue
      }
    }
  }

  /// "a week on Friday", "a fortnight today", "a week tomorrow".
  mutating func addCountedWeeks(_ duration: DurationNode) {
    guard !isHan(duration.start), duration.duration.seconds == 0, duration.duration.months == 0,
      duration.duration.days % 7 == 0, sentence.find(duration.start, { $0.isArticle || $0.isSmall ? true : nil }) != nil
    else { return }
    let on = optional(duration.end) { $0.isOn }
    for node in nodes(at: on) where node.form == .day {
      switch node.expression {
      case .weekday(let day, .open) where on > duration.end:
        add(duration.start, node.end, .shifted(.weekday(day, .upcoming), duration.duration), .day)
      case .relativeDay where on == duration.end:
        add(duration.start, node.end, .shifted(node.expression, duration.duration), .day)
      default: continue
      }
    }
  }

  /// "the day after Christmas", "the week before Thanksgiving", "the month after".
  mutating func readNeighbour(_ word: Lexeme) {
    guard let (grain, factor, end) = reading.grain(at: word.end), factor == 1, grain >= .day, grain <= .year,
      sentence.scalar(end - 1) != 0x73, let (sign, after) = sentence.find(end, { $0.shiftSign })
    else { return }
    for node in nodes(at: skipThe(after)) where node.form == .day && !node.isWeak {
      guard let length = CalendarDuration(Decimal64(sign), grain) else { continue }
      let day = TimeExpression.shifted(node.expression, length)
      add(word.start, node.end, grain == .day ? day : .containing(grain, day), grain == .day ? .day : .period)
    }
  }
}

extension TimeExpression {
  /// 1 to 7 where it is a weekday and nothing else.
  var weekdayNumber: Int? { if case .weekday(let day, _) = self { day } else { nil } }
}
