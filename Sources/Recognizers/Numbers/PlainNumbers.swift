import Values

extension Reading {
  /// Numbers that stand for themselves.
  func plainNumbers(_ add: (RecognizedValue) -> Void) {
    for number in numbers
    where !number.isGlued && !isBlocked(number) && !(number.isWeak && isIdle(number)) && !isGrand(number) {
      let range = number.start..<number.end
      add(RecognizedValue(range: range, kind: .number, payload: .number(number.value)))
    }
  }

  /// Part of something else: 第三, 周三, "3rd", "3%".
  func isBlocked(_ number: NumberNode) -> Bool {
    if number.start > 0 {
      switch sentence.scalar(number.start - 1) {
      // 第 周 期 拜 and $-like signs are read with their number
      case 0x7B2C, 0x5468, 0x671F, 0x62DC: return true
      default: break
      }
    }
    return sentence.match(number.end) { if case .ordinalSuffix = $0 { true } else { false } } == number.end + 2
  }

  /// A lone short word counts only before a noun's measure or where nothing goes on.
  private func isIdle(_ number: NumberNode) -> Bool {
    guard number.style == .han else { return isPronoun(number) }
    // 二 counts nothing, 两 does: 二期 is a second phase.
    if number.plainDigits == 2 || sentence.scalar(number.start) == 0x4E8C && number.isWeak {
      return sentence.glyph(number.end) == .han || number.plainDigits == 2
    }
    if isFormal(sentence.scalar(number.start)) { return true }
    if sentence.match(number.end, { if case .measure = $0 { true } else { false } }) != nil { return false }
    return sentence.glyph(number.end) == .han
      || sentence.glyph(number.start - 1) == .han && number.end - number.start == 1
        && number.value.units == 1
  }

  /// 伍, 陆 and the like are mostly names when they stand alone.
  private func isFormal(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4F0D, 0x8086, 0x9646, 0x67D2, 0x634C, 0x7396, 0x62FE, 0x4F70, 0x4EDF, 0x5E7A, 0x6D1E, 0x9678: true
    default: false
    }
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
