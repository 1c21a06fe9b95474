import Values

/// What hangs on a holiday, and the dates of the lunar calendar.
extension TimeReader {
  /// "Labor Day weekend", "Thanksgiving week", 国庆假期.
  mutating func addHolidayTime(to node: TimeNode) {
    guard case .holiday(let holiday, _) = node.expression else { return }
    for word in sentence.words(at: sentence.skip(node.end)) {
      switch word.meaning {
      case .weekend: add(node.start, word.end, .weekendBy(node.expression), .range)
      case .grain(.week, 1) where !isHan(word.start) && word.end - word.start > 1:
        add(node.start, word.end, .containing(.week, node.expression), .period)
      case .holidayBreak:
        add(node.start, word.end, .stretch(node.expression, CalendarDuration(days: holiday.daysOff)), .range)
      default: continue
      }
    }
  }

  /// "the weekend of Halloween", "the weekend of December 5".
  mutating func readWeekendOf(_ word: Lexeme) {
    guard let of = sentence.match(word.end, { $0.isOf }) else { return }
    for node in nodes(at: skipThe(of)) where node.form == .day && !node.isWeak {
      add(word.start, node.end, .weekendBy(node.expression), .range)
    }
  }

  /// 农历八月十五, 阴历正月初一.
  mutating func readLunar(_ word: Lexeme) {
    for node in nodes(at: word.end) {
      if case .lunarDay = node.expression { add(word.start, node.end, node.expression, .day) }
      if case .monthDay(let month, let day, let year) = node.expression {
        add(word.start, node.end, .lunarDay(month: month, day: day, year), .day)
      }
    }
    guard let (month, end) = smallNumber(word.end), (1...12).contains(month),
      let mark = sentence.match(end, { if case .monthMark = $0 { true } else { false } })
    else { return }
    readLunarDay(word.start, month, mark)
  }

  /// 正月初五, 腊月廿三, 八月初一: the day behind a month of the lunar calendar.
  mutating func readLunarDay(_ start: Int, _ month: Int, _ place: Int) {
    let at = sentence.skip(place)
    let tens = sentence.find(at) { if case .lunarDay(let n) = $0 { n } else { nil } }
    guard let (number, end) = smallNumber(tens?.end ?? at) else { return }
    let day = (tens?.value ?? 0) * 10 + number
    guard (1...30).contains(day), tens == nil || number <= 10 else { return }
    add(start, end, .lunarDay(month: month, day: day, .open), .day)
  }
}
