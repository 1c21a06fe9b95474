import Values

/// Fractions: "two thirds", "five and a quarter", "a fifth of", 三分之一, 五又三分之二.
extension Sentence {
  /// The number with the fraction that its next words make of it.
  func withFraction(_ number: NumberNode) -> NumberNode {
    guard !number.isGlued, !number.hasScale || number.style == .words else { return number }
    return fraction(of: number) ?? mixed(number) ?? (number.isWeak ? singleShare(at: number.start) : nil) ?? number
  }

  /// "a third of", "one fifth": a numerator of one, and a rank that is its denominator.
  func singleShare(at place: Int) -> NumberNode? {
    guard
      let start = match(place, { $0.isArticle }) ?? match(place, { if case .small(1) = $0 { true } else { false } }),
      let (parts, end) = rankShare(start), let value = Decimal64(1).divided(by: Decimal64(parts))
    else { return nil }
    return NumberNode(start: place, end: end, value: value, style: .words)
  }

  /// 三分之一, "two fifths".
  private func fraction(of number: NumberNode) -> NumberNode? {
    if number.style != .words, let mark = match(number.end, { $0.isFractionMark }) {
      guard let top = self.number(startingAt: skip(mark)), let value = top.value.divided(by: number.value) else {
        return nil
      }
      return NumberNode(start: number.start, end: top.end, value: value, style: .han)
    }
    guard number.style != .han, let (parts, end) = find(hyphen(number.end), { $0.shares }),
      let value = number.value.divided(by: Decimal64(parts))
    else { return nil }
    return NumberNode(start: number.start, end: end, value: value, style: .words)
  }

  /// 五又三分之二, "twenty and three fifths", "five and a quarter".
  private func mixed(_ number: NumberNode) -> NumberNode? {
    if let part = slashed(number) { return part }
    guard let and = match(number.end, { $0.isAnd }) else { return nil }
    let start = skip(and)
    let part: NumberNode?
    if number.style == .words {
      part = wordNumber(at: start).flatMap { fraction(of: $0) } ?? singleShare(at: start) ?? quarter(at: start)
    } else if number.style == .digits, glyph(start) == .letter {
      part = wordNumber(at: start).flatMap { fraction(of: $0) } ?? singleShare(at: start) ?? half(start)
    } else {
      part = scalar(and - 1) == 0x53C8 ? hanNumber(at: start).flatMap { fraction(of: $0) } : nil
    }
    guard let part, let sum = number.value.plus(part.value) else { return nil }
    return NumberNode(start: number.start, end: part.end, value: sum, style: number.style)
  }

  /// "a half" of "3 and a half".
  private func half(_ place: Int) -> NumberNode? {
    let start = match(place) { $0.isArticle } ?? place
    guard start > place, let end = match(start, { $0.isHalf }) else { return nil }
    return NumberNode(start: place, end: end, value: Decimal64(units: 5, digits: 1), style: .words)
  }

  /// The half of "3 1/2".
  private func slashed(_ number: NumberNode) -> NumberNode? {
    let start = skip(number.end)
    guard number.style == .digits, number.plainDigits > 0, start > number.end, let top = digits(at: start),
      scalar(top.end) == 0x2F, let bottom = digits(at: top.end + 1), top.value < bottom.value, top.count == 1,
      [2, 3, 4, 8].contains(bottom.value), bottom.count == 1, scalar(bottom.end) != 0x2F,
      let part = Decimal64(top.value).divided(by: Decimal64(bottom.value)), let sum = number.value.plus(part)
    else { return nil }
    return NumberNode(start: number.start, end: bottom.end, value: sum, style: .digits)
  }

  /// "a quarter" of "five and a quarter".
  private func quarter(at place: Int) -> NumberNode? {
    guard let start = match(place, { $0.isArticle }),
      let end = match(start, { if case .quarterHours(1) = $0 { true } else { false } }), isFree(end)
    else { return nil }
    return NumberNode(start: place, end: end, value: Decimal64(units: 25, digits: 2), style: .words)
  }

  private func rankShare(_ place: Int) -> (Int, Int)? {
    guard
      let (n, end) = find(
        hyphen(place), { if case .ordinal(let n) = $0, n > 2, n <= 10 || n % 100 == 0 { n } else { nil } }),
      isFree(end) || match(end, { $0.isOf }) != nil
    else { return nil }
    return (n, end)
  }

  /// Whether no word goes on: "a third party" is no share.
  private func isFree(_ place: Int) -> Bool {
    switch glyph(skip(place)) {
    case .letter, .digit, .han: skip(place) >= count
    default: true
    }
  }

  private func hyphen(_ place: Int) -> Int { scalar(place) == 0x2D ? place + 1 : place }
}

extension Decimal64 {
  /// The quotient to at most nine digits; nil for a division by zero.
  func divided(by other: Decimal64) -> Decimal64? {
    guard other.units != 0 else { return nil }
    for places in stride(from: 9, through: 2, by: -1) {
      guard let top = scaled(to: max(digits, other.digits)), let bottom = other.scaled(to: max(digits, other.digits))
      else { return nil }
      var (value, over) = (top, false)
      for _ in 0..<places where !over { (value, over) = value.multipliedReportingOverflow(by: 10) }
      if !over { return Decimal64(units: value / bottom, digits: places).reduced }
    }
    return nil
  }
}
