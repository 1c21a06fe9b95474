import Values

extension Reading {
  /// Shares: 10%, ten percent, 百分之十, 九折 (10 off), 三成 (30).
  func percents(_ add: (RecognizedValue) -> Void) {
    for number in numbers {
      guard let (value, end) = share(number) else { continue }
      add(RecognizedValue(range: number.start..<end, kind: .percent, payload: .percent(value)))
    }
    for word in sentence.lexemes {
      switch word.meaning {
      case .percentPrefix(let places):
        guard let number = number(at: word.end), let value = number.value.shifted(right: places) else { continue }
        add(.init(range: word.start..<number.end, kind: .percent, payload: .percent(value)))
      case .halfPrice:
        add(.init(range: word.start..<word.end, kind: .percent, payload: .percent(Decimal64(50))))
      case .wholeShare:
        add(.init(range: word.start..<word.end, kind: .percent, payload: .percent(Decimal64(100))))
      default: continue
      }
    }
  }

  private func share(_ number: NumberNode) -> (Decimal64, Int)? {
    let hyphen = sentence.scalar(number.end) == 0x2D ? number.end + 1 : number.end
    for word in sentence.words(at: sentence.skip(hyphen)) {
      switch word.meaning {
      case .percent:
        return (number.value, word.end)
      case .permille: return number.value.shifted(right: 1).map { ($0, word.end) }
      case .discount: return discount(number).map { ($0, word.end) }
      case .tenths: return tenths(number, word.end)
      default: continue
      }
    }
    return nil
  }

  /// What is taken off: 九折 and 9折 leave 90 %, 95折 and 九五折 95 %, 8.5折 85 %.
  private func discount(_ number: NumberNode) -> Decimal64? {
    let value = number.value
    guard value.units > 0, value < Decimal64(100) else { return nil }
    let left = value < Decimal64(10) || value == Decimal64(10) ? value.times(10) : value
    guard let left, let off = Decimal64(100).plus(left.negated) else { return nil }
    return off.reduced
  }

  /// 三成, 九成五: tenths, and a hundredth's digit behind them.
  private func tenths(_ number: NumberNode, _ end: Int) -> (Decimal64, Int)? {
    let value = number.value
    guard value.units > 0, value < Decimal64(11), let percent = value.times(10) else { return nil }
    guard let digit = self.number(at: end), digit.isWeak, digit.style == .han, digit.value < Decimal64(10),
      value < Decimal64(10),
      let sum = percent.plus(digit.value)
    else { return (percent, end) }
    return (sum, digit.end)
  }
}
