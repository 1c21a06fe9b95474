import Values

extension Reading {
  /// Numbers that stand for themselves and not inside one of the times.
  func plainNumbers(_ times: TimeReader, _ add: (RecognizedValue) -> Void) {
    for number in numbers
    where !number.isGlued && !isBlocked(number) && !(number.isWeak && isIdle(number)) && !isGrand(number)
      && !times.holds(number)
    {
      let range = number.start..<number.end
      add(RecognizedValue(range: range, kind: .number, payload: .number(number.value)))
    }
  }

  /// Part of something else: 第三, 周三, "3rd".
  func isBlocked(_ number: NumberNode) -> Bool {
    // 五六万 is no number.
    if number.style == .han, sentence.glyph(number.start - 1) == .han, sentence.isNumeral(number.start - 1) {
      return true
    }
    for start in stride(from: number.start - 1, through: max(0, number.start - 2), by: -1) where start >= 0 {
      for word in sentence.words(at: start) where word.end >= number.start {
        switch word.meaning {
        case .ordinalMark: return true
        case .weekday where word.end > number.start: return true
        default: continue
        }
      }
    }
    return sentence.match(number.end) { meaning in
      switch meaning {
      case .ordinalSuffix, .percent, .permille, .discount: true
      default: false
      }
    } != nil
  }

  /// A lone short word counts only before a noun's measure or where nothing goes on.
  private func isIdle(_ number: NumberNode) -> Bool {
    guard number.style == .han else { return isPronoun(number) }
    if number.plainDigits == 2 || number.isWeak && isName(number) { return true }
    if sentence.match(number.end, { $0.isMeasure }) != nil { return false }
    return sentence.glyph(number.end) == .han
      || sentence.glyph(number.start - 1) == .han && number.end - number.start == 1
        && number.value.units == 1
  }

  /// 伍 and 陆 are mostly names when they stand alone, and 二 counts nothing (两 does): 二期 is a second phase.
  private func isName(_ number: NumberNode) -> Bool {
    sentence.match(number.start) { meaning in
      switch meaning {
      case .hanFormal, .hanFormalUnit: true
      case .hanDigit(2): sentence.glyph(number.end) == .han
      default: false
      }
    } != nil
  }

  /// "the second one", "this one".
  private func isPronoun(_ number: NumberNode) -> Bool {
    guard number.value == Decimal64(1) else { return false }
    return sentence.precedes(number.start) { meaning in
      switch meaning {
      case .ordinal, .lastOrdinal, .step, .the, .other, .every: true
      default: false
      }
    } || !endsPhrase(number.end) && number.start == 0
  }
}
