import Values

extension Sentence {
  /// Whether a numeral or a weekday's number stands here.
  func isNumeral(_ place: Int) -> Bool {
    words(at: place).contains { word in
      switch word.meaning {
      case .hanDigit, .hanCount, .hanFormal, .hanUnit, .hanFormalUnit, .hanScale: true
      default: false
      }
    }
  }

  /// A number with Chinese numerals, which digits may be mixed into: 二十五万, 50万, 三千五, 1.2亿, 7万5千.
  func hanNumber(at place: Int) -> NumberNode? {
    // 几十万 is some number, not this one.
    if scalar(place - 1) == 0x51E0 { return nil }
    var reader = HanNumberReader(sentence: self, place: place)
    return reader.read()
  }
}

private struct HanNumberReader {
  let sentence: Sentence
  let start: Int
  var place: Int
  var total = Decimal64(0)
  var section = Decimal64(0)
  var current: Decimal64?
  var lastUnit: Int64 = 0
  var lastScale: Int64 = 0
  var zeroSeen = false
  var numerals = 0
  var isNegative = false

  init(sentence: Sentence, place: Int) {
    (self.sentence, start, self.place) = (sentence, place, place)
  }

  mutating func read() -> NumberNode? {
    if let end = sentence.match(place, { $0.isMinus }), sentence.glyph(place) == .han {
      (place, isNegative) = (end, true)
    }
    if let spelled = spelledDigits() { return spelled }
    while takeDigits() || takeNumeral() {}
    guard numerals > 0, let value = finish() else { return nil }
    var node = NumberNode(start: start, end: place, value: isNegative ? value.negated : value, style: .han)
    node.hasScale = lastScale > 0
    node.isWeak = place - start == 1
    return node
  }

  /// 二零二六, 幺三八…: two or more numerals without a unit.
  private func spelledDigits() -> NumberNode? {
    var (value, count, end) = (Int64(0), 0, place)
    while count < 18, let (digit, next) = sentence.find(end, { $0.numeral }),
      next == end + 1
    {
      (value, count, end) = (value * 10 + Int64(digit), count + 1, next)
    }
    guard count >= 2 else { return nil }
    let goesOn = sentence.find(end) { meaning -> Bool? in
      switch meaning {
      case .hanUnit, .hanFormalUnit, .hanScale: true
      default: nil
      }
    }
    if goesOn != nil { return nil }
    // 三五 and the like are said loosely; two numerals count only with a zero or as a plain pair of digits.
    return NumberNode(
      start: start, end: end, value: Decimal64(units: isNegative ? -value : value, digits: 0), style: .han,
      plainDigits: count, isWeak: count == 2)
  }

  private mutating func takeDigits() -> Bool {
    let at = numerals == 0 && current == nil ? place : sentence.skip(place)
    guard current == nil, sentence.glyph(at) == .digit, let run = sentence.digits(at: at) else { return false }
    var (value, end) = (Decimal64(units: Int64(run.value), digits: 0), run.end)
    while run.count <= 3, sentence.scalar(end) == 0x2C, let group = sentence.digits(at: end + 1), group.count == 3,
      end - at < 16
    {
      guard let next = value.times(1000)?.plus(Decimal64(group.value)) else { return false }
      (value, end) = (next, group.end)
    }
    if sentence.scalar(end) == 0x2E, let fraction = sentence.digits(at: end + 1), fraction.count <= 6,
      let sum = value.plus(Decimal64(units: Int64(fraction.value), digits: fraction.count))
    {
      (value, end) = (sum, fraction.end)
    }
    // Digits belong to the number only with a Chinese unit after them, or as its tail.
    let unit = sentence.find(end) { meaning -> Bool? in
      switch meaning {
      case .hanUnit, .hanFormalUnit, .hanScale: true
      default: nil
      }
    }
    guard
      unit != nil
        || numerals > 0 && at == place && !isMarked(end) && (zeroSeen || run.count < String(lastUnit).utf8.count)
    else { return false }
    (current, place) = (value, end)
    return true
  }

  /// Digits of a date, a time or a code behind an amount are not its tail.
  private func isMarked(_ end: Int) -> Bool {
    let next = sentence.scalar(end)
    if next == 0x2D || next == 0x2F || next == 0x3A || sentence.glyph(end) == .letter { return true }
    return sentence.match(end) { meaning in
      switch meaning {
      case .percent: true
      default: meaning.isMark
      }
    } != nil
  }

  private mutating func takeNumeral() -> Bool {
    let at = numerals == 0 && current == nil ? place : sentence.skip(place)
    guard numerals == 0 || at == place || sentence.glyph(place - 1) != .letter else { return false }
    for word in sentence.words(at: at) {
      let taken: Bool
      switch word.meaning {
      case .hanDigit(let n), .hanCount(let n), .hanFormal(let n): taken = take(digit: n, at: word)
      case .hanUnit(let unit), .hanFormalUnit(let unit): taken = take(unit: unit)
      case .hanScale(let scale): taken = take(scale: scale)
      case .few(let n) where numerals > 0 && current == nil && sentence.glyph(at) == .han:
        taken = sentence.find(word.end, { if case .hanScale = $0 { true } else { nil } }) != nil
        if taken, n > 0 { current = nil }
      case .point:
        taken = takePoint(word.end)
        if taken { return true }
      default: taken = false
      }
      guard taken else { continue }
      place = word.end
      numerals += 1
      return true
    }
    return false
  }

  private mutating func take(digit: Int, at word: Lexeme) -> Bool {
    guard current == nil else { return false }
    if digit == 0, numerals > 0 {
      zeroSeen = true
      return sentence.find(word.end) { meaning -> Bool? in
        switch meaning {
        case .hanDigit, .hanCount, .hanFormal, .hanUnit, .hanFormalUnit, .few: true
        default: nil
        }
      } != nil || sentence.glyph(sentence.skip(word.end)) == .digit
    }
    current = Decimal64(digit)
    return true
  }

  private mutating func take(unit: Int64) -> Bool {
    guard lastUnit == 0 || unit < lastUnit || lastUnit >= 10_000 || zeroSeen else { return false }
    guard current != nil || unit == 10 || numerals == 0 else { return false }
    // 千 and 百 without a digit are words, not numbers.
    if current == nil, unit > 10, sentence.find(place + 1, { $0.numeral }) == nil {
      return false
    }
    guard let product = (current ?? Decimal64(1)).times(unit), let sum = section.plus(product) else { return false }
    (section, current, lastUnit, zeroSeen) = (sum, nil, unit, false)
    return true
  }

  private mutating func take(scale: Int64) -> Bool {
    guard let sum = section.plus(current ?? Decimal64(0)), sum.units != 0 || total.units != 0 else { return false }
    if scale >= lastScale, lastScale > 0 {
      guard let all = total.plus(sum)?.times(scale) else { return false }
      total = all
    } else {
      guard let product = sum.times(scale), let all = total.plus(product) else { return false }
      total = all
    }
    (section, current, lastUnit, lastScale, zeroSeen) = (Decimal64(0), nil, scale, scale, false)
    return true
  }

  /// 三点五, 五点八万: the digits behind the point.
  private mutating func takePoint(_ after: Int) -> Bool {
    guard numerals > 0, sentence.scalar(after - 1) != 0x74 else { return false }
    var (digits, count, end) = (Int64(0), 0, after)
    while count < 9, let (digit, next) = sentence.find(end, { $0.numeral }) {
      (digits, count, end) = (digits * 10 + Int64(digit), count + 1, next)
    }
    guard count > 0, let whole = section.plus(current ?? Decimal64(0)),
      let sum = whole.plus(Decimal64(units: digits, digits: count))
    else { return false }
    (current, section, place) = (sum, Decimal64(0), end)
    numerals += 1
    lastUnit = 1
    return true
  }

  /// A numeral left at the end counts tenths of the unit before it, unless a zero came between: 三千五 is 3500.
  private func finish() -> Decimal64? {
    var tail = current ?? Decimal64(0)
    if lastUnit > 10, !zeroSeen, let digit = current, digit.digits == 0, digit.units < 10 {
      guard let scaled = digit.times(lastUnit / 10) else { return nil }
      tail = scaled
    }
    return total.plus(section)?.plus(tail)
  }
}
