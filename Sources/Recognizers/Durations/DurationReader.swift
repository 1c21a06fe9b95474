import Values

/// A length of time that was read from a stretch of the sentence.
struct DurationNode {
  let start: Int
  var end: Int
  var duration: CalendarDuration
  /// How many of what, where it is one unit and a whole number.
  var single: (count: Int, grain: Grain)?
  /// Set where the unit is a working day.
  var workdays: Int?
  /// "a day", "an hour": often "per day".
  var isWeak = false
}

extension Reading {
  /// "3 days", "an hour and a half", 两个半小时, "2 hours 30 minutes".
  func duration(at place: Int) -> DurationNode? {
    guard var node = simpleDuration(at: place) else { return nil }
    var parts = 1
    while parts < 5, let next = continuation(node.end) {
      node.duration = node.duration + next.duration
      (node.end, node.single, node.workdays, node.isWeak) = (next.end, nil, nil, false)
      parts += 1
    }
    return node
  }

  /// 30m of "2h30m", "1h 15m": m is a minute behind an hour.
  private func minutes(_ place: Int) -> DurationNode? {
    let start = sentence.skip(place)
    guard sentence.precedes(place, { if case .grain(.hour, 1) = $0 { true } else { false } }),
      let run = sentence.digits(at: start), run.count <= 2, sentence.scalar(run.end) == 0x6D,
      sentence.glyph(run.end + 1) != .letter
    else { return nil }
    return DurationNode(start: start, end: run.end + 1, duration: CalendarDuration(seconds: run.value * 60))
  }

  private func continuation(_ place: Int) -> DurationNode? {
    if let minutes = minutes(place) { return minutes }
    if let next = simpleDuration(at: sentence.skip(place)), !next.isWeak,
      next.start > place || sentence.glyph(place) == .han || sentence.glyph(place) == .digit
    {
      return next
    }
    guard let and = sentence.match(place, { $0.isAnd }) else { return nil }
    let next = simpleDuration(at: sentence.skip(and))
    return next?.isWeak == true ? nil : next
  }

  private func simpleDuration(at place: Int) -> DurationNode? {
    if let number = number(at: place), number.start == place {
      // 1/2 hour is not two.
      if sentence.scalar(place - 1) == 0x2F, sentence.glyph(place - 2) == .digit { return nil }
      // 第三周 is the third.
      if sentence.glyph(place - 1) == .han, sentence.precedes(place, { $0.isOrdinalMark }) { return nil }
      return quarters(at: place) ?? counted(number) ?? fractional(at: place)
    }
    return fractional(at: place) ?? vague(at: place)
  }

  /// A number and a unit.
  private func counted(_ number: NumberNode) -> DurationNode? {
    if let whole = wholeAndHalf(number) { return whole }
    guard number.value.units >= 0, let (grain, factor, end) = unit(after: number) else { return nil }
    var (value, place) = (number.value, end)
    if let end = half(after: end) {
      guard let sum = value.plus(Decimal64(units: 5, digits: 1)) else { return nil }
      (value, place) = (sum, end)
    }
    var found = node(number.start, place, value, grain, factor)
    guard sentence.precedes(end, { $0.isWorkday }) else { return found }
    let count = found?.single?.count
    found?.workdays = count
    return found
  }

  /// 两个半小时.
  private func wholeAndHalf(_ number: NumberNode) -> DurationNode? {
    guard let counter = counter(number.end), let half = halfMark(counter), let (grain, factor, end) = grain(at: half),
      let value = number.value.plus(Decimal64(units: 5, digits: 1))
    else { return nil }
    return node(number.start, end, value, grain, factor)
  }

  /// "and a half" after an English unit, 半 after a Chinese one.
  private func half(after end: Int) -> Int? {
    if let place = sentence.andHalf(end) { return place }
    guard sentence.glyph(end - 1) == .han, let half = halfMark(end), !isMeasured(half) else { return nil }
    return half
  }

  private func isMeasured(_ place: Int) -> Bool {
    sentence.match(place) { meaning in
      switch meaning {
      case .grain, .measure: true
      default: false
      }
    } != nil
  }

  private func node(_ start: Int, _ end: Int, _ value: Decimal64, _ grain: Grain, _ factor: Int) -> DurationNode? {
    guard let scaled = value.times(Int64(factor)), scaled < Decimal64(1_000_000_000),
      let duration = CalendarDuration(scaled, grain)
    else { return nil }
    let single = scaled.integer.map { (count: Int($0), grain: grain) } ?? duration.single
    return DurationNode(start: start, end: end, duration: duration, single: single)
  }

  /// The unit after a number. A single letter must touch the digits; 月 and 日 alone name months and days.
  private func unit(after number: NumberNode) -> (grain: Grain, factor: Int, end: Int)? {
    var place = number.end
    var hasMeasure = false
    if number.style != .words, let counter = counter(place) { (place, hasMeasure) = (counter, true) }
    if sentence.scalar(place) == 0x2D, sentence.glyph(place + 1) == .letter { place += 1 }
    let start = sentence.skip(place)
    for word in sentence.words(at: start) {
      let length = word.end - word.start
      switch word.meaning {
      case .grain(let grain, let factor):
        if sentence.glyph(start) == .letter {
          if length == 1, start != number.end || number.style != .digits { continue }
          if number.isGlued, start != number.end { continue }
          // "the twenty second" is a rank.
          if grain == .second, length == 6, number.style == .words, number.value > Decimal64(1) { continue }
          if grain == .second, length == 1, number.plainDigits == 4 { continue }
        } else if !takesHanUnit(number, word, hasMeasure) {
          continue
        }
        return (grain, factor, word.end)
      case .workday: return (.day, 1, word.end)
      default: continue
      }
    }
    return nil
  }

  /// 月, 日, 分 and 季 are units behind 个, else they name a month, a day…; 年 follows a year's number.
  private func takesHanUnit(_ number: NumberNode, _ word: Lexeme, _ hasMeasure: Bool) -> Bool {
    for other in sentence.words(at: word.start) where other.end == word.end {
      switch other.meaning {
      case .dayMark: return false
      case .monthMark, .minuteMark, .quarterMark: return hasMeasure
      case .yearMark where number.plainDigits == 4 || number.plainDigits == 2 && number.value < Decimal64(10):
        return false
      default: continue
      }
    }
    return true
  }

  /// 个 right behind a place.
  private func counter(_ place: Int) -> Int? {
    sentence.words(at: place).first { $0.meaning.isCounter }?.end
  }

  /// 半 right behind a place.
  private func halfMark(_ place: Int) -> Int? {
    sentence.glyph(place) == .han
      ? sentence.words(at: place).first { $0.meaning.isHalf }?.end : nil
  }

  /// "half an hour", 半小时, 半个月, "a quarter of an hour".
  private func fractional(at place: Int) -> DurationNode? {
    guard let half = sentence.words(at: place).first(where: { $0.meaning.isHalf }) else { return quarters(at: place) }
    var end = sentence.match(half.end) { $0.isArticle } ?? half.end
    end = counter(end) ?? end
    guard let (grain, factor, after) = grain(at: end) else { return nil }
    if sentence.glyph(place) == .han, half.end == end, grain == .month { return nil }
    return node(place, after, Decimal64(units: 5, digits: 1), grain, factor)
  }

  /// "a quarter of an hour", "three quarters of an hour".
  private func quarters(at place: Int) -> DurationNode? {
    let count = sentence.find(place) { if case .small(let n) = $0, n == 1 || n == 3 { n } else { nil } }
    guard sentence.glyph(place) == .letter,
      let word = sentence.find(
        count?.end ?? place,
        { meaning -> Bool? in
          switch meaning {
          case .quarterHours(1): true
          case .grain(.quarter, 1): count == nil ? nil : true
          default: nil
          }
        })
    else { return nil }
    let of = sentence.match(word.end) { $0.isOf } ?? word.end
    let article = sentence.match(of) { $0.isArticle } ?? of
    guard let (grain, factor, end) = grain(at: article), grain == .hour else { return nil }
    return node(place, end, Decimal64(units: Int64(count?.value ?? 1) * 25, digits: 2), grain, factor)
  }

  /// "a week", "a few days", 几天, "several months".
  private func vague(at place: Int) -> DurationNode? {
    for word in sentence.words(at: place) {
      switch word.meaning {
      case .few(let n):
        var end = word.end
        end = counter(end) ?? end
        guard let (grain, factor, after) = grain(at: end) else { continue }
        if sentence.glyph(place) == .han, grain == .month, end == word.end { continue }
        return node(place, after, Decimal64(n), grain, factor)
      case .wholeUnit(let grain): return node(place, word.end, Decimal64(1), grain, 1)
      case .article:
        guard let (grain, factor, after) = grain(at: word.end), sentence.skip(word.end) > word.end else { continue }
        var value = Decimal64(1)
        var end = after
        if let half = half(after: after) { (value, end) = (Decimal64(units: 15, digits: 1), half) }
        var found = node(place, end, value, grain, factor)
        found?.isWeak = end == after
        return found
      default: continue
      }
    }
    return nil
  }

  /// A unit of more than one letter.
  func grain(at place: Int) -> (grain: Grain, factor: Int, end: Int)? {
    let start = sentence.skip(place)
    for word in sentence.words(at: start) where word.end - word.start > 1 || sentence.glyph(start) == .han {
      if case .grain(let grain, let factor) = word.meaning { return (grain, factor, word.end) }
    }
    return nil
  }
}

extension CalendarDuration {
  /// `count` of a unit; nil for a fraction that is no whole number of seconds.
  init?(_ count: Decimal64, _ grain: Grain) {
    func parts(_ factor: Int64) -> Int? {
      guard let value = count.times(factor) else { return nil }
      return value.integer.map { Int($0) } ?? Int(value.doubleValue.rounded())
    }
    let isWhole = count.integer != nil
    switch grain {
    case .second, .minute, .hour:
      guard let seconds = parts(grain == .hour ? 3600 : grain == .minute ? 60 : 1) else { return nil }
      self.init(seconds: seconds)
    case .day, .week:
      let days: Int64 = grain == .week ? 7 : 1
      if let whole = count.times(days)?.integer {
        self.init(days: Int(whole))
      } else {
        guard let seconds = parts(days * 86_400) else { return nil }
        self.init(seconds: seconds)
      }
    case .month where !isWhole:
      guard let days = parts(30) else { return nil }
      self.init(days: days)
    default:
      let months: Int64 = grain == .month ? 1 : grain == .quarter ? 3 : grain == .half ? 6 : grain == .year ? 12 : 120
      guard let count = parts(months) else { return nil }
      self.init(months: count)
    }
  }

  /// The parts as one count of the largest unit that measures them: half a year is 6 months.
  var single: (count: Int, grain: Grain)? {
    switch (months, days, seconds) {
    case (let count, 0, 0): (count, .month)
    case (0, let count, 0): (count, .day)
    case (0, 0, let count): count % 3600 == 0 ? (count / 3600, .hour) : (count / 60, .minute)
    default: nil
    }
  }

  /// Rough length in seconds, for comparing units.
  var magnitude: Int { abs(totalSeconds) }
}
