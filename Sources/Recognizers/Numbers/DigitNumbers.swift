import Values

/// Digits as they stand in the sentence.
struct DigitRun {
  let value: Int
  let end: Int
  let count: Int
}

extension Sentence {
  /// The run of at most 18 digits that starts at this very place.
  @inline(__always) func digits(at place: Int) -> DigitRun? {
    guard glyph(place) == .digit else { return nil }
    var (value, end) = (0, place)
    while end < count, glyphs[end] == .digit {
      if end - place < 18 { value = value * 10 + Int(scalars[end] - 0x30) }
      end += 1
    }
    return end - place <= 18 ? DigitRun(value: value, end: end, count: end - place) : nil
  }

  /// A number in digits, with thousands separators, a decimal point, a sign and a scale.
  func digitNumber(at place: Int) -> NumberNode? {
    guard glyph(place) == .digit, glyph(place - 1) != .digit, var number = bareDigits(at: place) else { return nil }
    number.isGlued = number.isGlued || isCode(place)
    scale(&number)
    if !number.hasScale, glyph(number.end) == .letter, glyph(number.end - 1) == .digit { number.isGlued = true }
    return number
  }

  private func bareDigits(at place: Int) -> NumberNode? {
    guard let first = digits(at: place) else { return nil }
    let (value, end, grouped) = groups(place, first)
    var node = NumberNode(start: place, end: end, value: Decimal64(units: value, digits: 0), style: .digits)
    guard scalar(end) == 0x2E, let fraction = digits(at: end + 1), fraction.count <= 9 else {
      node.plainDigits = grouped ? 0 : first.count
      return node
    }
    // 8.8.8.8, 23.11.2026: no decimal number.
    if scalar(fraction.end) == 0x2E, glyph(fraction.end + 1) == .digit {
      node.isGlued = true
      return node
    }
    let tail = Decimal64(units: Int64(fraction.value), digits: fraction.count)
    guard let sum = Decimal64(units: value, digits: 0).plus(tail) else { return node }
    node.value = sum
    node.end = fraction.end
    return node
  }

  /// Thousands apart: 1,234,567 and 12,34,567 as in India; 1 250 000 where a group is all zeros.
  private func groups(_ place: Int, _ first: DigitRun) -> (value: Int64, end: Int, isGrouped: Bool) {
    let plain = (Int64(first.value), first.end, false)
    guard first.count <= 3, first.value > 0 || scalar(first.end) == 0x2C else { return plain }
    let separator = scalar(first.end)
    guard separator == 0x2C || glyph(first.end) == .space else { return plain }
    var (value, end, last, isZero) = (Int64(first.value), first.end, 0, false)
    while scalar(end) == separator, let group = digits(at: end + 1), end - place < 20 {
      guard group.count == 3 || group.count == 2 && last != 3 && first.count <= 2 && separator == 0x2C else { break }
      value = value * (group.count == 3 ? 1000 : 100) + Int64(group.value)
      (end, last, isZero) = (group.end, group.count, isZero || group.count == 3 && group.value == 0)
    }
    let isWhole = last == 3 && (separator == 0x2C || isZero)
    return isWhole ? (value, end, true) : plain
  }

  /// Whether letters stand right before: "R9", "Q-1003", "T-501".
  private func isCode(_ place: Int) -> Bool {
    switch glyph(place - 1) {
    case .letter: return !endsCurrency(place)
    case .digit: return true
    case .other:
      let before = scalar(place - 1)
      if before == 0x2E { return glyph(place - 2) == .digit }
      return before == 0x2D && glyph(place - 2) == .letter && !endsMonth(place - 1)
    default: return false
    }
  }

  private func endsCurrency(_ place: Int) -> Bool {
    precedes(place) { $0.isCurrency }
  }

  private func endsMonth(_ place: Int) -> Bool {
    precedes(place) { $0.isMonth }
  }

  /// "5k", "2.5 million", "5 hundred", "3 million and a half".
  private func scale(_ number: inout NumberNode) {
    while let (factor, end) = scaleWord(number.end) {
      guard let value = number.value.times(factor) else { return }
      number.value = value
      number.end = end
      number.hasScale = true
      number.plainDigits = 0
      if let end = andHalf(end), let half = Decimal64(units: 5, digits: 1).times(factor), let sum = value.plus(half) {
        number.value = sum
        number.end = end
      }
      addSmaller(&number, factor)
    }
  }

  /// "4 thousand 3 hundred", "3 million 200 thousand": a smaller count with a scale of its own goes on.
  private func addSmaller(_ number: inout NumberNode, _ factor: Int64) {
    guard factor >= 1000, glyph(number.end - 1) == .letter, glyph(number.end - 2) == .letter else { return }
    let start = skip(match(number.end) { $0.isAnd } ?? number.end)
    guard start > number.end, let run = digits(at: start), run.count <= 3,
      let (scale, end) = scaleWord(run.end), scale < factor, glyph(end - 2) == .letter,
      let part = Decimal64(run.value).times(scale), let sum = number.value.plus(part)
    else { return }
    (number.value, number.end) = (sum, end)
    guard scale == 100, let and = match(end, { $0.isAnd }), let tail = digits(at: skip(and)), tail.count <= 2,
      let whole = sum.plus(Decimal64(tail.value))
    else { return }
    (number.value, number.end) = (whole, tail.end)
  }

  /// A scale word; a single letter only right behind the digits.
  func scaleWord(_ place: Int) -> (factor: Int64, end: Int)? {
    let start = skip(place)
    for word in words(at: start) {
      let isLetter = word.end - word.start == 1
      switch word.meaning {
      case .scale(let factor)
      where !isLetter || start == place || scalar(start) == 0x6B || scalar(start) == 0x6D && capitals[start]:
        return (factor, word.end)
      case .hundred: return (100, word.end)
      case .grand: return (1000, word.end)
      case .dozen: return (12, word.end)
      default: continue
      }
    }
    return nil
  }

  /// "and a half".
  func andHalf(_ place: Int) -> Int? {
    guard let and = match(place, { $0.isAnd }) else { return nil }
    let article = match(and) { $0.isArticle } ?? and
    return match(article) { $0.isHalf }
  }
}
