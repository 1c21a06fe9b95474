import Values

extension TimeReader {
  /// Dates written in digits: 2026-11-23, 11/23, 23.11.2026, 12-15, 2026-11, 20261123.
  mutating func readDigitDates(_ place: Int) {
    guard let first = sentence.digits(at: place), !isInsideCode(place) else { return }
    if first.count == 8 { readCompact(place, first) }
    let separator = sentence.scalar(first.end)
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E, let second = sentence.digits(at: first.end + 1)
    else { return readYear(place, first) }
    // A longer code goes before: 133-03-03-2020.
    if separator == 0x2D, sentence.scalar(place - 1) == 0x2D, sentence.glyph(place - 2) == .digit { return }
    let third = sentence.scalar(second.end) == separator ? sentence.digits(at: second.end + 1) : nil
    if first.count == 4, (1900...2100).contains(first.value), second.count <= 2 {
      readYearFirst(place, first, second, third, separator)
    } else if first.count <= 2, second.count <= 2 {
      if let third { return readYearLast(place, first, second, third) }
      readMonthDay(place, first, second, separator)
    }
    readYear(place, first)
  }

  private func isInsideCode(_ place: Int) -> Bool {
    guard place > 0 else { return false }
    let (before, glyph) = (sentence.scalar(place - 1), sentence.glyph(place - 1))
    if glyph == .letter { return true }
    if before == 0x2E || before == 0x2C || before == 0x2F || before == 0x24 {
      return sentence.glyph(place - 2) == .digit || before == 0x24
    }
    return before == 0x2D && sentence.glyph(place - 2) == .letter && !isMonthEnd(place - 1)
  }

  private func isMonthEnd(_ place: Int) -> Bool {
    sentence.precedes(place) { $0.isMonth }
  }

  private mutating func readCompact(_ place: Int, _ run: DigitRun) {
    let (year, month, day) = (run.value / 10_000, run.value / 100 % 100, run.value % 100)
    guard (1950...2100).contains(year), let day = Day(year: year, month: month, day: day),
      sentence.glyph(run.end) != .letter
    else { return }
    add(place, run.end, .day(day), .day)
  }

  /// A bare year, which counts only beside another time or after a word such as "in".
  private mutating func readYear(_ place: Int, _ run: DigitRun) {
    if run.count == 2, run.value % 10 == 0, sentence.precedes(place, { $0.isThe || $0.isPossessive }),
      let end = sentence.words(at: run.end).first(where: { $0.meaning.isDecadeSuffix })?.end
    {
      return add(place, end, .decade(run.value + (run.value < 30 ? 2000 : 1900)), .period)
    }
    guard run.count == 4, (1900...2100).contains(run.value) else { return }
    if run.value % 10 == 0,
      let end = sentence.words(at: run.end).first(where: { $0.meaning.isDecadeSuffix }
      )?.end
    {
      return add(place, end, .decade(run.value), .period)
    }
    guard sentence.glyph(run.end) != .letter else { return }
    let next = sentence.scalar(run.end)
    guard next != 0x2E && next != 0x2C || sentence.glyph(run.end + 1) != .digit else { return }
    add(place, run.end, .year(run.value), .period, weak: !isYearHere(place, run.end))
  }

  /// "in 2024", "since 2024", "of 2024": and no noun that would be counted.
  private func isYearHere(_ place: Int, _ end: Int) -> Bool {
    guard reading.endsPhrase(end), !isCounted(end) else { return false }
    if isBehindYear(place) { return true }
    return sentence.precedes(place) { meaning in
      switch meaning {
      case .of, .since, .starting, .from, .after, .before, .until, .yearMark, .inFuture, .edge, .windowStep, .except:
        true
      default: false
      }
    }
  }

  /// "2007 and 2009".
  private func isBehindYear(_ place: Int) -> Bool {
    guard sentence.precedes(place, { $0.isAnd }), place > 8 else { return false }
    guard let run = sentence.digits(at: place - 9), run.count == 4, (1900...2100).contains(run.value) else {
      return false
    }
    return sentence.glyph(place - 10) != .digit && isYearHere(place - 9, run.end)
  }

  private func isCounted(_ place: Int) -> Bool {
    sentence.match(place) { meaning in
      switch meaning {
      case .grain, .measure, .currency, .percent, .scale, .workday: true
      default: false
      }
    } != nil
  }

  private mutating func readYearFirst(
    _ place: Int, _ year: DigitRun, _ month: DigitRun, _ day: DigitRun?, _ separator: UInt32
  ) {
    if let day, day.count <= 2, sentence.glyph(day.end) != .digit {
      guard (1...12).contains(month.value), (1...31).contains(day.value) else { return }
      add(place, day.end, date(year.value, month.value, day.value), .day)
    } else if separator != 0x2E, month.count == 2 || separator == 0x2F, (1...12).contains(month.value) {
      add(place, month.end, .month(month.value, .absolute(year.value)), .period)
    }
  }

  /// A full date, kept as said when no such day exists.
  func date(_ year: Int, _ month: Int, _ day: Int) -> TimeExpression {
    Day(year: year, month: month, day: day).map { .day($0) } ?? .monthDay(month: month, day: day, .absolute(year))
  }

  private mutating func readYearLast(_ place: Int, _ first: DigitRun, _ second: DigitRun, _ third: DigitRun) {
    guard third.count == 4 || third.count == 2, sentence.glyph(third.end) != .letter,
      let (month, day) = monthAndDay(first.value, second.value, dayFirst: sentence.scalar(first.end) == 0x2E)
    else { return }
    add(place, third.end, date(third.count == 2 ? century(third.value) : third.value, month, day), .day)
  }

  /// 26 is 2026, 87 is 1987.
  func century(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

  /// American order unless the first number cannot be a month.
  private func monthAndDay(_ a: Int, _ b: Int, dayFirst: Bool) -> (Int, Int)? {
    if !dayFirst, (1...12).contains(a), (1...31).contains(b) { return (a, b) }
    if (1...12).contains(b), (1...31).contains(a) { return (b, a) }
    return (1...12).contains(a) && (1...31).contains(b) ? (a, b) : nil
  }

  private mutating func readMonthDay(_ place: Int, _ a: DigitRun, _ b: DigitRun, _ separator: UInt32) {
    guard separator != 0x2E, let (month, day) = monthAndDay(a.value, b.value, dayFirst: false) else { return }
    let next = sentence.scalar(b.end)
    guard next != 0x2E || sentence.glyph(b.end + 1) != .digit, next != separator || sentence.glyph(b.end + 1) != .digit,
      next != 0x3A, next != 0x25, sentence.glyph(b.end) != .letter,
      sentence.scalar(place - 1) != separator || place == 0, a.value <= 12 || b.count == 2
    else { return }
    if separator == 0x2D {
      guard a.value <= 12, !isCounted(b.end), clockEnd(b.end) == nil, !isHanMark(b.end) else { return }
      add(
        place, b.end, .monthDay(month: month, day: day, .open), .day,
        weak: !(a.count == 2 && b.count == 2) && b.value < 13)
    } else if !isCounted(b.end) || isHan(b.end) {
      add(place, b.end, .monthDay(month: month, day: day, .open), .day)
    }
  }

  private func isHanMark(_ place: Int) -> Bool {
    sentence.match(place) { meaning in
      switch meaning {
      case .hourMark, .dayMark, .monthMark, .yearMark, .hanScale, .hanUnit, .meridiem: true
      default: false
      }
    } != nil
  }

  private func clockEnd(_ place: Int) -> Int? {
    sentence.match(place) { meaning in
      switch meaning {
      case .meridiem, .oclock: true
      default: false
      }
    }
  }
}
