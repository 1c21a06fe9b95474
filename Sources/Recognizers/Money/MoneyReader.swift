import Values

extension Reading {
  /// Amounts with their currency, and numbers that may be amounts without one.
  func amounts(_ times: TimeReader, _ context: RecognizerContext, _ add: (RecognizedValue) -> Void) {
    for number in numbers {
      if let (range, amount, currency) = money(number, context) {
        add(RecognizedValue(range: range, kind: .money, payload: .money(amount: amount, currency: currency)))
      } else if isGrand(number) {
        add(.init(range: number.start..<number.end, kind: .money, payload: .money(amount: number.value, currency: nil)))
      } else if mayBeAmount(number), !times.holds(number) {
        let payload = Payload.money(amount: number.value, currency: nil)
        add(RecognizedValue(range: number.start..<number.end, kind: .money, payload: payload))
      }
    }
  }

  /// "24 grand" is nothing but money.
  func isGrand(_ number: NumberNode) -> Bool {
    number.end > 5 && sentence.precedes(number.end) { $0.isGrand }
  }

  private func mayBeAmount(_ number: NumberNode) -> Bool {
    !number.isGlued && !number.isWeak && number.value.units > 0 && !isBlocked(number)
  }

  private func money(_ number: NumberNode, _ context: RecognizerContext) -> (Range<Int>, Decimal64, Currency?)? {
    if let (code, start) = currencyBefore(number) {
      var (amount, end) = (number.value, number.end)
      (amount, end) = cents(amount, end, code)
      if let again = currencyWord(end), again.code == code || again.code == .dollar,
        sentence.glyph(again.end - 1) == .letter || sentence.glyph(again.end - 1) == .han
      {
        end = again.end
      }
      return (start..<end, amount, currency(code, context))
    }
    guard let (code, end) = currencyWord(number.end), !isScaledSign(number, end) else { return minor(number, context) }
    var (amount, last) = cents(number.value, end, code)
    if last == end, let (sum, after) = tail(number.value, end, code) ?? hundredths(number.value, end, code) {
      (amount, last) = (sum, after)
    }
    if let (factor, after) = sentence.scaleWord(last), after - last > 3, let scaled = amount.times(factor) {
      (amount, last) = (scaled, after)
    }
    return (number.start..<last, amount, currency(code, context))
  }

  /// "1 $10": the sign belongs to the number behind it.
  private func isScaledSign(_ number: NumberNode, _ end: Int) -> Bool {
    sentence.glyph(end) == .digit && sentence.glyph(end - 1) != .han
  }

  /// A sign or code right before the number: "$24k", "USD 24,000", "€ 1.2m".
  private func currencyBefore(_ number: NumberNode) -> (code: CurrencyWord, start: Int)? {
    var end = number.start
    while end > 0, sentence.glyphs[end - 1] == .space { end -= 1 }
    guard end > 0, number.style == .digits || number.style == .han else { return nil }
    if sentence.scalar(end - 1) == 0x2D, end > 1, isSign(sentence.scalar(end - 2)) { end -= 1 }
    for start in stride(from: max(0, end - 5), to: end, by: 1) {
      for word in sentence.words(at: start) where word.end == end || sentence.skip(word.end) == number.start {
        switch word.meaning {
        case .currencySign(let code):
          // "10 $ 30 $": the sign between two numbers is the first one's.
          if word.end < number.start, start > 0, sentence.glyph(start - 1) == .space, endsNumber(start) { continue }
          return (code, start)
        case .currency(let code) where isCode(word): return (code, start)
        default: continue
        }
      }
    }
    return nil
  }

  private func endsNumber(_ place: Int) -> Bool {
    var end = place
    while end > 0, sentence.glyphs[end - 1] == .space { end -= 1 }
    return sentence.glyph(end - 1) == .digit && numbers.contains { $0.end == end && currencyBefore($0) == nil }
  }

  /// "15 dollars 50": two digits at the end are the cents.
  private func hundredths(_ amount: Decimal64, _ place: Int, _ code: CurrencyWord) -> (Decimal64, Int)? {
    let start = sentence.skip(place)
    if let words = number(at: start), words.style == .words, let cents = words.integer, (10...99).contains(cents),
      sentence.glyph(place - 1) == .letter, amount.integer != nil,
      sentence.skip(words.end) >= sentence.count
        || sentence.glyph(words.end) == .other, let part = Decimal64(cents).shifted(right: 2),
      let sum = amount.plus(part)
    {
      return (sum, words.end)
    }
    guard sentence.glyph(place - 1) == .letter, amount.integer != nil, (code.currency?.digits ?? 2) == 2,
      let run = sentence.digits(at: start), run.count == 2,
      sentence.skip(run.end) >= sentence.count
        || sentence.glyph(run.end) == .other && sentence.glyph(run.end + 1) != .digit,
      sentence.scalar(run.end) != 0x25, sentence.scalar(run.end) != 0x2D, sentence.scalar(run.end) != 0x2F,
      sentence.scalar(run.end) != 0x3A, let part = Decimal64(run.value).shifted(right: 2), let sum = amount.plus(part)
    else { return nil }
    return (sum, run.end)
  }

  private func isSign(_ scalar: UInt32) -> Bool {
    scalar == 0x24 || scalar == 0x20AC || scalar == 0xA3 || scalar == 0xA5
  }

  /// Only codes of three letters stand before a number; and 人民币.
  private func isCode(_ word: Lexeme) -> Bool {
    word.end - word.start == 3 && (word.start == 0 || sentence.glyph(word.start - 1) != .digit)
  }

  private func currencyWord(_ place: Int) -> (code: CurrencyWord, end: Int)? {
    let start = sentence.skip(
      sentence.scalar(place) == 0x2D && sentence.glyph(place + 1) == .letter ? place + 1 : place)
    for word in sentence.words(at: start) {
      switch word.meaning {
      case .currency(let code), .currencySign(let code): return (code, word.end)
      default: continue
      }
    }
    return nil
  }

  /// "5 dollars and 50 cents", 三块五, 3元5角.
  private func cents(_ amount: Decimal64, _ place: Int, _ code: CurrencyWord) -> (Decimal64, Int) {
    var (amount, place) = (amount, place)
    for _ in 0..<2 {
      let start = sentence.match(place) { $0.isAnd } ?? place
      guard let number = number(at: start), number.value.units > 0, number.value < Decimal64(100), !number.hasScale,
        let (unit, end) = sentence.find(
          number.end, { if case .minorUnit(let code, let places) = $0 { (code, places) } else { nil } }),
        unit.0 == code || unit.0 == .dollar || code == .dollar, let part = number.value.shifted(right: unit.1),
        let sum = amount.plus(part)
      else { return (amount, place) }
      (amount, place) = (sum, end)
    }
    return (amount, place)
  }

  /// 12块5: one digit right behind the unit counts tenths.
  private func tail(_ amount: Decimal64, _ place: Int, _ code: CurrencyWord) -> (Decimal64, Int)? {
    guard code == "CNY", let digit = number(at: place), digit.start == place, digit.end == place + 1,
      sentence.isWordEnd(digit.end),
      sentence.glyph(digit.end) == .space || sentence.glyph(digit.end) == .other, sentence.scalar(digit.end) != 0x25,
      let tenths = digit.value.shifted(right: 1), let sum = amount.plus(tenths)
    else { return nil }
    return (sum, digit.end)
  }

  /// "50 cents" alone; Chinese 分 and 毛 only after 元 or 块.
  private func minor(_ number: NumberNode, _ context: RecognizerContext) -> (Range<Int>, Decimal64, Currency?)? {
    let start = sentence.scalar(number.end) == 0x2D ? number.end + 1 : number.end
    guard
      let (unit, end) = sentence.find(
        start, { if case .minorUnit(let code, let places) = $0 { (code, places) } else { nil } }),
      unit.0 != "CNY" || isSmallChange(end), let amount = number.value.shifted(right: unit.1)
    else { return nil }
    return (number.start..<end, amount, currency(unit.0, context))
  }

  /// 五毛, 五分钱 alone; 分 and 角 are other things.
  private func isSmallChange(_ end: Int) -> Bool {
    sentence.scalar(end - 1) == 0x94B1 || sentence.scalar(end - 1) == 0x6BDB && sentence.glyph(end) != .han
  }

  /// `$` is the speaker's own dollar where they count in one.
  private func currency(_ code: CurrencyWord, _ context: RecognizerContext) -> Currency? {
    guard code == .dollar else { return code.currency }
    switch context.currency.code {
    case "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD": return context.currency
    default: return .usd
    }
  }
}
