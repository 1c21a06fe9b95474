import Values

/// Times of day: 3pm, 15:00, half past two, 下午三点半.
extension TimeReader {
  mutating func readClock(_ place: Int) {
    guard place == 0 || sentence.glyph(place - 1) != .digit, !isBehindSign(place) else { return }
    if let (clock, end) = colonClock(place) ?? spokenClock(place) ?? hanClock(place) ?? hanShortOf(place) ?? hourDigits(
      place) ?? vagueHour(place)
    {
      add(place, end, .clock(clock), .clock)
    }
    if let (clock, end) = pastClock(place) { add(place, end, .clock(clock), .clock) }
    if let (clock, end) = bareHour(place) {
      add(place, end, .clock(clock), isAfterAt(place) && reading.endsPhrase(end) && !isHan(end) ? .clock : .bareClock)
    }
  }

  private func isBehindSign(_ place: Int) -> Bool {
    guard place > 0 else { return false }
    let before = sentence.scalar(place - 1)
    return before == 0x24 || before == 0x3A || before == 0x23
      || sentence.glyph(place - 1) == .letter && sentence.glyph(place) == .digit
  }

  /// "at 5 to 3", "at ten to five" say a time, no stretch.
  func isMinutesTo(_ a: TimeNode, _ b: TimeNode) -> Bool {
    guard isAfterAt(a.start), let (minutes, end) = smallNumber(a.start), end == a.end, bareHour(b.start)?.1 == b.end
    else {
      return false
    }
    return minutes % 5 == 0 && minutes < 30
  }

  private func isAfterAt(_ place: Int) -> Bool {
    sentence.glyph(place) != .han && sentence.precedes(place) { $0.isAt }
  }

  /// 3:30 pm, 15:00, 7:56:30 am, 9.30am.
  func colonClock(_ place: Int) -> (ClockTime, Int)? {
    guard let hour = sentence.digits(at: place), hour.count <= 2, hour.value < 30 else { return nil }
    let separator = sentence.scalar(hour.end)
    guard separator == 0x3A || separator == 0x2E, let minute = sentence.digits(at: hour.end + 1), minute.count == 2
    else {
      return nil
    }
    var (end, second) = (minute.end, 0)
    if sentence.scalar(end) == 0x3A, let run = sentence.digits(at: end + 1), run.count == 2 {
      (end, second) = (run.end, run.value)
    }
    let half = meridiem(end)
    guard separator == 0x3A || half != nil || isRangeOfClocks(end), sentence.scalar(end) != 0x3A,
      sentence.glyph(end) != .letter || half != nil || sentence.scalar(end) == 0x7A
    else {
      return nil
    }
    let isOpen = !(hour.count == 2 && hour.value < 10)
    let clock = ClockTime(hour: hour.value, minute: minute.value, second: second, isHalfOpen: isOpen)
    return (half.map { clock.taking($0.half) } ?? clock, half?.end ?? sharp(end))
  }

  /// "9.30-4.30pm": the dot is a colon when a time of day follows.
  private func isRangeOfClocks(_ place: Int) -> Bool {
    guard let to = rangeWord(place) else { return false }
    return nodes(at: to).contains { $0.form == .clock && sentence.glyph($0.end - 1) == .letter }
  }

  /// am or pm; a single letter only right behind the digits.
  private func meridiem(_ place: Int) -> (half: DayHalf, end: Int)? {
    let start = sentence.skip(place)
    for word in sentence.words(at: start) {
      guard case .meridiem(let half) = word.meaning else { continue }
      if word.end - word.start > 1 || start == place && sentence.glyph(place - 1) == .digit { return (half, word.end) }
    }
    return nil
  }

  /// 0730, 1430 hrs, 14h30: hour and minute in one, told by a zero in front or by the unit.
  private func hourDigits(_ place: Int) -> (ClockTime, Int)? {
    guard let run = sentence.digits(at: place), sentence.scalar(run.end) != 0x2E, sentence.glyph(place - 1) != .letter
    else {
      return nil
    }
    if run.count <= 2, run.value < 24, sentence.scalar(run.end) == 0x68, !sentence.capitals[run.end],
      let minute = sentence.digits(at: run.end + 1),
      minute.count == 2, minute.value < 60, sentence.glyph(minute.end) != .letter
    {
      return (ClockTime(hour: run.value, minute: minute.value), minute.end)
    }
    guard run.count == 4, run.value / 100 < 24, run.value % 100 < 60 else { return nil }
    let clock = ClockTime(hour: run.value / 100, minute: run.value % 100)
    let unit = sentence.match(run.end) { if case .grain(.hour, 1) = $0 { true } else { false } }
    if let unit, run.value < 1000 || isAfterAt(place) { return (clock, unit) }
    if endsHourRange(place), sentence.glyph(run.end) != .letter { return (clock, run.end) }
    guard run.value < 1000,
      isAfterAt(place) || rangeWord(run.end) != nil
    else { return nil }
    return sentence.glyph(run.end) != .letter && sentence.scalar(run.end) != 0x2F ? (clock, run.end) : nil
  }

  /// The 1130 of "0930-1130", "0930 to 1130".
  private func endsHourRange(_ place: Int) -> Bool {
    for start in max(0, place - 9)..<max(0, place - 4)
    where sentence.scalar(start) == 0x30 && sentence.glyph(start - 1) != .digit {
      if let run = sentence.digits(at: start), run.count == 4, rangeWord(run.end).map({ sentence.skip($0) }) == place {
        return true
      }
    }
    return false
  }

  /// "11ish", "around three-ish".
  private func vagueHour(_ place: Int) -> (ClockTime, Int)? {
    guard let (hour, end) = hourNumber(place), hour <= 24,
      let ish = sentence.words(at: sentence.scalar(end) == 0x2D ? end + 1 : end).first(where: { $0.meaning.isIsh })?.end
    else { return nil }
    return (ClockTime(hour: hour, isHalfOpen: true), ish)
  }

  private func sharp(_ place: Int) -> Int { optional(place) { $0.isExactly || $0.isIsh } }

  /// 3pm, three o'clock, six forty-five pm, 1140 a.m.
  private func spokenClock(_ place: Int) -> (ClockTime, Int)? {
    guard sentence.glyph(place) != .han else { return nil }
    if let run = sentence.digits(at: place), (3...4).contains(run.count), let half = meridiem(run.end) {
      return (ClockTime(hour: run.value / 100, minute: run.value % 100, isHalfOpen: true).taking(half.half), half.end)
    }
    guard let (hour, hourEnd) = hourNumber(place), hour < 30 else { return nil }
    if let half = meridiem(hourEnd) { return (ClockTime(hour: hour, isHalfOpen: true).taking(half.half), half.end) }
    if let oclock = sentence.match(hourEnd, { $0.isOclock }) {
      let half = meridiem(oclock)
      let clock = ClockTime(hour: hour, isHalfOpen: true)
      return (half.map { clock.taking($0.half) } ?? clock, half?.end ?? oclock)
    }
    guard sentence.glyph(hourEnd) == .space, let (minute, end) = smallNumber(hourEnd), (10...59).contains(minute),
      hour <= 12
    else { return nil }
    let clock = ClockTime(hour: hour, minute: minute, isHalfOpen: true)
    if let half = meridiem(end) { return (clock.taking(half.half), half.end) }
    return isAfterAt(place) && reading.endsPhrase(end) && !isUnit(end) ? (clock, end) : nil
  }

  /// Digits, or one English word: "six" of "six forty-five".
  private func hourNumber(_ place: Int) -> (Int, Int)? {
    if let run = sentence.digits(at: place) { return run.count <= 2 ? (run.value, run.end) : nil }
    return sentence.find(place) { if case .small(let n) = $0, n <= 12 { n } else { nil } }
  }

  /// half past two, quarter to five, ten past three.
  private func pastClock(_ place: Int) -> (ClockTime, Int)? {
    guard let (minutes, end) = pastMinutes(place) else { return nil }
    if let after = sentence.match(end, { $0.isPastHour }),
      let (hour, hourEnd) = clockHour(after)
    {
      return half(ClockTime(hour: hour, minute: minutes, isHalfOpen: true), hourEnd)
    }
    if minutes == 30, sentence.glyph(place) == .letter, isAfterAt(place), let (hour, hourEnd) = clockHour(end) {
      return half(ClockTime(hour: hour, minute: 30, isHalfOpen: true), hourEnd)
    }
    guard minutes != 30, let after = sentence.match(end, { $0.isBeforeHour }),
      let (hour, hourEnd) = clockHour(after), sentence.glyph(place) == .letter
    else { return nil }
    guard minutes == 15 || meridiem(hourEnd) != nil || isAfterAt(place) else { return nil }
    return half(ClockTime(hour: hour == 1 ? 12 : hour - 1, minute: 60 - minutes, isHalfOpen: true), hourEnd)
  }

  private func half(_ clock: ClockTime, _ end: Int) -> (ClockTime, Int) {
    guard let half = meridiem(end) else {
      return (clock, optional(end) { $0.isOclock })
    }
    return (clock.taking(half.half), half.end)
  }

  private func pastMinutes(_ place: Int) -> (Int, Int)? {
    if let end = sentence.match(place, { $0.isHalf }) { return (30, end) }
    if let (n, end) = sentence.find(place, { if case .quarterHours(let n) = $0 { n } else { nil } }) {
      return (n * 15, end)
    }
    guard let (n, end) = smallNumber(place), (1...59).contains(n) else { return nil }
    let unit = optional(end) { if case .grain(.minute, 1) = $0 { true } else { false } }
    return unit > end || n == 5 || n == 10 || n == 20 || n == 25 ? (n, unit) : nil
  }

  private func clockHour(_ place: Int) -> (Int, Int)? {
    let start = sentence.skip(place)
    guard let (hour, end) = hourNumber(start), (1...12).contains(hour), sentence.scalar(end) != 0x3A,
      !isUnit(end) || meridiem(end) != nil
    else {
      return nil
    }
    return (hour, end)
  }

  /// 差一刻三点, 差五分八点.
  private func hanShortOf(_ place: Int) -> (ClockTime, Int)? {
    guard let short = sentence.match(place, { $0.isShortOf }) else { return nil }
    let minutes: (value: Int, end: Int)?
    if let (quarters, end) = sentence.find(short, { if case .quarterHours(let n) = $0 { n } else { nil } }) {
      minutes = (quarters * 15, end)
    } else if let (n, end) = smallNumber(short) {
      minutes = (n, optional(end) { $0.isMinuteMark })
    } else {
      minutes = nil
    }
    guard let minutes, (1...59).contains(minutes.value), let (hour, end) = hanHour(minutes.end),
      (1...24).contains(hour),
      let mark = sentence.match(end, { $0.isHourMark })
    else { return nil }
    return (ClockTime(hour: hour == 1 ? 12 : hour - 1, minute: 60 - minutes.value, isHalfOpen: true), mark)
  }

  /// 三点, 3点半, 15时20分, 两点零五分, 八点一刻, 九点整.
  private func hanClock(_ place: Int) -> (ClockTime, Int)? {
    guard let (hour, end) = hanHour(place), hour < 60,
      let mark = sentence.match(end, { $0.isHourMark })
    else {
      return nil
    }
    var clock = ClockTime(hour: hour, isHalfOpen: true)
    if let (quarters, end) = sentence.find(mark, { if case .quarterHours(let n) = $0 { n } else { nil } }) {
      clock.minute = quarters * 15
      return (clock, end)
    }
    guard let (minute, end) = minuteNumber(mark), minute < 90 else { return (clock, sharp(mark)) }
    let marked = sentence.match(end) { $0.isMinuteMark }
    guard marked != nil || minute < 60 && !isUnit(end) && !isMonthNext(end) else { return (clock, mark) }
    clock.minute = minute
    guard let marked, let (second, after) = smallNumber(marked),
      let last = sentence.match(after, { $0.isSecondMark })
    else { return (clock, marked ?? end) }
    clock.second = second
    return (clock, last)
  }

  private func isMonthNext(_ place: Int) -> Bool {
    sentence.match(place) { $0.isDayMark } != nil
  }

  /// The hour right before 点: the decimal reading 三点五 must not swallow it.
  private func hanHour(_ place: Int) -> (Int, Int)? {
    if let run = sentence.digits(at: place) { return run.count <= 2 ? (run.value, run.end) : nil }
    guard sentence.glyph(place) == .han else { return nil }
    var (value, end) = (0, place)
    while let (digit, next) = sentence.find(end, { $0.numeral ?? ($0.numeralUnit == 10 ? 10 : nil) }), next == end + 1,
      end - place < 3
    {
      value = digit == 10 ? max(value, 1) * 10 : value % 10 == 0 ? value + digit : 99
      end = next
    }
    return end > place ? (value, end) : nil
  }

  /// 五十, 05, 零五.
  private func minuteNumber(_ place: Int) -> (Int, Int)? {
    let start = optional(place) { $0.numeral == 0 }
    guard start == place || sentence.glyph(start) == .han else { return nil }
    return sentence.glyph(start) == .digit || sentence.glyph(start) == .han ? hanHour(start) : nil
  }

  /// A number that may be an hour where the words around it say so: "at 9", "from 2 to 3".
  func bareHour(_ place: Int) -> (ClockTime, Int)? {
    guard sentence.glyph(place) != .han, let (hour, end) = hourNumber(place), (0...24).contains(hour) else {
      return nil
    }
    let next = sentence.scalar(end)
    guard sentence.glyph(end) != .letter, sentence.glyph(end) != .digit, next != 0x3A, next != 0x25, next != 0x2F,
      next != 0x2E && next != 0x2C || sentence.glyph(end + 1) != .digit, !isUnit(end),
      sentence.glyph(sentence.skip(end)) != .han || sentence.glyph(end) == .han
    else { return nil }
    return (ClockTime(hour: hour, isHalfOpen: true), end)
  }

  /// "2-3pm", "from 2 to 3pm": a bare hour whose half of the day the other end tells.
  mutating func readBareRange(_ place: Int) {
    guard let (first, end) = bareHour(place), !isBehindSign(place), let to = rangeWord(end) else { return }
    for node in nodes(at: to) {
      guard case .clock(let second) = node.expression,
        !(isAfterAt(place) && node.form == .bareClock && first.hour > second.hour),
        node.form == .clock || node.form == .bareClock
      else { continue }
      add(place, node.end, .span(.clock(first), .clock(second)), node.form == .clock ? .clockRange : .bareClockRange)
    }
  }

  /// "to", "-", 到 after a place.
  func rangeWord(_ place: Int) -> Int? { sentence.match(place) { $0.isTo } }
}
