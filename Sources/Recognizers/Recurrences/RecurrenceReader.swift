import Values

/// Reads what comes again: "every Monday at 9am", "daily", 每周一早上9点.
struct RecurrenceReader {
  let reading: Reading
  let times: TimeReader

  var sentence: Sentence { reading.sentence }

  func read(_ add: (RecognizedValue) -> Void) {
    for word in sentence.lexemes {
      for (end, rule) in rules(word) { read(word.start, end, rule, add) }
      yearly(word, add)
      guard case .every = word.meaning else { continue }
      dayOfEvery(word, add)
      everyDate(word, add)
    }
  }

  func read(_ start: Int, _ end: Int, _ rule: String, _ add: (RecognizedValue) -> Void) {
    let (last, at) = clock(end) ?? (dayPart(end) ?? end, nil)
    var value = Recurrence(rrule: rule, at: at)
    add(RecognizedValue(range: start..<last, kind: .recurrence, payload: .recurrence(value)))
    if let (bounds, stop) = bounds(last) {
      value.bounds = bounds
      add(RecognizedValue(range: start..<stop, kind: .recurrence, payload: .recurrence(value)))
    }
    if rule == "FREQ=DAILY", let (stop, rest) = exceptions(last) {
      let value = Recurrence(rrule: rest, at: at)
      add(RecognizedValue(range: start..<stop, kind: .recurrence, payload: .recurrence(value)))
    }
    guard let (start, at) = clockBefore(start), last == end else { return }
    let early = Recurrence(rrule: rule, at: at)
    add(RecognizedValue(range: start..<last, kind: .recurrence, payload: .recurrence(early)))
  }

  /// "every Friday afternoon": the part of the day belongs to it, as no hour was said.
  private func dayPart(_ place: Int) -> Int? { times.longest(at: place) { $0.form == .part }?.end }

  private func rules(_ word: Lexeme) -> [(Int, String)] {
    switch word.meaning {
    case .frequency(let grain, let interval): frequency(word, grain, interval)
    case .weekdays(let day): weekdays(word.start, day, word.end)
    case .every: every(word)
    case .other where sentence.glyph(word.start) == .han: interval(word.end, 2)
    case .workday where isPlural(word) && clock(word.end) != nil: [(word.end, Self.workweek)]
    case .weekends: [(word.end, "FREQ=WEEKLY;BYDAY=SA,SU")]
    case .weekday(let day): mornings(word, day)
    default: []
    }
  }

  private static let workweek = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"

  /// "weekdays at 8:30", not "5 working days" and not "every weekday", which is read from "every".
  private func isPlural(_ word: Lexeme) -> Bool {
    reading.numbers.allSatisfy { sentence.skip($0.end) != word.start }
      && !sentence.precedes(word.start) { $0.isEvery }
  }

  /// "Friday mornings".
  private func mornings(_ word: Lexeme, _ day: Int) -> [(Int, String)] {
    guard let end = sentence.match(word.end, { $0.isDayParts }) else { return [] }
    return [(end, rule(.week, 1) + ";BYDAY=" + code(day))]
  }

  /// daily, weekly on Fridays, 每周一, 每月15号, 每月最后一个工作日.
  private func frequency(_ word: Lexeme, _ grain: Grain, _ interval: Int) -> [(Int, String)] {
    let base = rule(grain, interval)
    var found = [(word.end, base)]
    let place = optionalOn(word.end)
    if grain == .month || grain == .week { found += inside(place, base, grain) }
    if grain == .quarter { found += quarterEnd(place) }
    if grain == .week, sentence.glyph(word.end - 1) == .han {
      let days = hanDays(word.end)
      if let last = days.last {
        found.append((last.1, base + ";BYDAY=" + days.map { code($0.0) }.joined(separator: ",")))
      }
    }
    return found
  }

  /// 一三五 behind 每周.
  private func hanDays(_ place: Int) -> [(Int, Int)] {
    var days: [(Int, Int)] = []
    var end = place
    var isFirst = true
    while days.count < 7, let (day, next) = weekdayNumber(end, isFirst: isFirst), next == end + 1 {
      days.append((day, next))
      if let (all, stop) = through(day, next) { return days.dropLast() + all.map { ($0, stop) } }
      let joined = sentence.match(next) { $0.isAnd } ?? next
      end = sentence.match(joined) { if case .grain(.week, 1) = $0 { true } else { false } } ?? joined
      isFirst = end > next
    }
    return days
  }

  /// 一 to 六, and 日 or 天 as the first.
  func weekdayNumber(_ place: Int, isFirst: Bool) -> (Int, Int)? {
    sentence.find(place) { meaning -> Int? in
      switch meaning {
      case .hanDigit(let n) where (1...6).contains(n): n
      case .grain(.day, 1) where isFirst: 7
      default: nil
      }
    }.map { ($0.value, $0.end) }
  }

  /// The day of the week or month behind "weekly on", 每月.
  private func inside(_ place: Int, _ base: String, _ grain: Grain) -> [(Int, String)] {
    if grain == .week {
      guard
        let (day, end) = sentence.find(
          place,
          { meaning -> Int? in
            switch meaning {
            case .weekday(let d), .weekdays(let d): d
            default: nil
            }
          })
      else { return [] }
      return [(end, base + ";BYDAY=" + code(day))]
    }
    if let node = times.longest(at: place, { if case .dayOfMonth = $0.expression { true } else { false } }),
      case .dayOfMonth(let day) = node.expression
    {
      return [(node.end, base + ";BYMONTHDAY=\(day)")]
    }
    if let (day, end) = times.ordinal(times.skipThe(place)) { return [(end, base + ";BYMONTHDAY=\(day)")] }
    return hanMember(place, base)
  }

  /// 每月最后一个工作日, 每月第一个周一, 每月最后一天, 每月底.
  private func hanMember(_ place: Int, _ base: String) -> [(Int, String)] {
    if let (edge, end) = sentence.find(place, { if case .edgeMark(let edge) = $0 { edge } else { nil } }) {
      return edge == .end ? [(end, base + ";BYMONTHDAY=-1")] : edge == .start ? [(end, base + ";BYMONTHDAY=1")] : []
    }
    let start = sentence.match(place) { $0.isOf } ?? place
    guard let (n, end) = times.hanOrdinal(start) else { return [] }
    return member(n, sentence.match(end) { $0.isMeasure } ?? end, base)
  }

  func member(_ n: Int, _ place: Int, _ base: String) -> [(Int, String)] {
    for word in sentence.words(at: sentence.skip(place)) {
      switch word.meaning {
      case .workday: return [(word.end, base + ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=\(n)")]
      case .weekday(let day): return [(word.end, base + ";BYDAY=\(n)" + code(day))]
      case .grain(.day, 1): return [(word.end, base + ";BYMONTHDAY=\(n)")]
      default: continue
      }
    }
    return []
  }

  /// every [other | N] day, week, Monday, weekday, morning.
  private func every(_ word: Lexeme) -> [(Int, String)] {
    if let other = sentence.match(word.end, { $0.isOther }) {
      return sentence.glyph(other - 1) == .han ? skipping(other) : interval(other, 2)
    }
    if let (n, end) = times.ordinal(word.end), n > 1 { return interval(end, n) + ordinalMember(word.end) }
    if let (n, end) = times.smallNumber(word.end), n > 0 {
      let measured = sentence.match(end) { $0.isMeasure } ?? end
      return interval(end, n) + (measured > end ? interval(measured, n) : [])
    }
    return interval(word.end, 1) + ordinalMember(word.end)
  }

  /// 每隔一天, 每隔两周的周四: one left out makes every second; from two on people mean that very number.
  private func skipping(_ place: Int) -> [(Int, String)] {
    guard let (n, end) = times.smallNumber(place), n > 0 else { return interval(place, 2) }
    let measured = sentence.match(end) { $0.isCounter } ?? end
    return interval(end, max(2, n)) + (measured > end ? interval(measured, max(2, n)) : [])
  }

  /// "every first Monday of the month".
  private func ordinalMember(_ place: Int) -> [(Int, String)] {
    let ordinal =
      times.ordinal(place).map { ($0.value, $0.end) }
      ?? sentence.find(place) { if case .lastOrdinal(let n) = $0 { n } else { nil } }.map { ($0.value, $0.end) }
    guard let (n, end) = ordinal else { return [] }
    return member(n, end, rule(.month, 1)).map { found in
      let of = sentence.match(found.0) { $0.isOf } ?? found.0
      let start = times.skipThe(of)
      let every = sentence.match(start) { $0.isEvery } ?? start
      return (reading.grain(at: every)?.end ?? found.0, found.1)
    }
  }

  private func interval(_ start: Int, _ n: Int) -> [(Int, String)] {
    var found: [(Int, String)] = []
    for word in sentence.words(at: sentence.skip(start)) {
      switch word.meaning {
      case .grain(let grain, let factor)
      where grain >= .minute && (word.end - word.start > 1 || sentence.glyph(word.start) == .han):
        let base = rule(grain, n * factor)
        found.append((word.end, base))
        if grain == .month || grain == .week { found += inside(optionalOn(word.end), base, grain) }
      case .weekday(let day), .weekdays(let day): found += weekdays(start, day, word.end, interval: n)
      case .workday: found.append((word.end, Self.workweek))
      case .weekend: found.append((word.end, "FREQ=WEEKLY;BYDAY=SA,SU"))
      case .dayPart: found.append((word.end, "FREQ=DAILY"))
      case .month(let month): found.append((word.end, "FREQ=YEARLY;BYMONTH=\(month)"))
      default: continue
      }
    }
    return found
  }

  /// "Mondays and Thursdays", "Monday, Wednesday and Friday".
  private func weekdays(_ start: Int, _ first: Int, _ end: Int, interval: Int = 1) -> [(Int, String)] {
    var (days, last) = ([first], end)
    if let (all, stop) = through(first, end) { (days, last) = (all, stop) }
    while days.count < 7 {
      let comma = times.skipComma(last)
      let and = sentence.match(comma) { $0.isAnd } ?? comma
      guard and > last,
        let (day, next) = sentence.find(
          and,
          { meaning -> Int? in
            switch meaning {
            case .weekday(let d), .weekdays(let d): d
            default: nil
            }
          })
      else { break }
      days.append(day)
      last = next
    }
    return [(last, rule(.week, interval) + ";BYDAY=" + days.map(code).joined(separator: ","))]
  }

  private func optionalOn(_ place: Int) -> Int {
    sentence.match(place) { meaning in
      switch meaning {
      case .on, .at: true
      default: false
      }
    } ?? place
  }

  /// The time of day behind it.
  private func clock(_ place: Int) -> (Int, ClockTime?)? {
    var places = [place]
    for word in sentence.words(at: sentence.skip(place)) {
      switch word.meaning {
      case .at, .on: places.append(word.end)
      default: continue
      }
    }
    var best: (Int, ClockTime?)?
    for (index, start) in places.enumerated() {
      for node in times.nodes(at: start)
      where node.end > best?.0 ?? 0 && (node.form == .clock || node.form == .bareClock && index > 0) {
        if case .clock(let clock) = node.expression { best = (node.end, clock) }
      }
    }
    return best
  }

  /// "at 9am every Monday".
  private func clockBefore(_ place: Int) -> (Int, ClockTime)? {
    for node in times.nodes where node.form == .clock && sentence.skip(node.end) == place {
      if case .clock(let clock) = node.expression { return (node.start, clock) }
    }
    return nil
  }

  private func rule(_ grain: Grain, _ interval: Int) -> String {
    let (frequency, factor) =
      switch grain {
      case .second, .minute: ("MINUTELY", 1)
      case .hour: ("HOURLY", 1)
      case .day: ("DAILY", 1)
      case .week: ("WEEKLY", 1)
      case .month: ("MONTHLY", 1)
      case .quarter: ("MONTHLY", 3)
      case .half: ("MONTHLY", 6)
      case .year: ("YEARLY", 1)
      case .decade: ("YEARLY", 10)
      }
    return "FREQ=" + frequency + (interval * factor == 1 ? "" : ";INTERVAL=\(interval * factor)")
  }

  func code(_ day: Int) -> String { ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][(day + 6) % 7] }
}
