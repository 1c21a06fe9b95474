import Values

extension Sentence {
  /// The longest number that starts at this very place, in digits, English words or Chinese numerals.
  func number(startingAt place: Int) -> NumberNode? {
    switch glyphs[place] {
    case .digit:
      guard place == 0 || glyphs[place - 1] != .digit else { return nil }
      let plain = digitNumber(at: place)
      if let han = hanNumber(at: place), han.end > plain?.end ?? 0 { return han }
      return plain
    case .letter where startsNumber(place): return wordNumber(at: place)
    case .han where startsNumber(place):
      return hanNumber(at: place)
        ?? negative(place, match(place, { $0.isMinus }) == place + 1)
    case .other: return negative(place, scalars[place] == 0x2D && mayBeSigned(place - 1))
    default: return nil
    }
  }

  /// A hyphen is a sign behind a space or a word, not inside a range of dates.
  private func mayBeSigned(_ place: Int) -> Bool {
    switch glyph(place) {
    case .space: true
    case .han:
      !isNumeral(place) && match(place, { $0.isMark }) == nil
    default: false
    }
  }

  /// "-22.5", 负10000: a sign with nothing before it, and digits.
  private func negative(_ place: Int, _ isSign: Bool) -> NumberNode? {
    guard isSign, glyph(place + 1) == .digit, var number = number(startingAt: place + 1), !number.isGlued else {
      return nil
    }
    (number.start, number.value, number.plainDigits) = (place, number.value.negated, 0)
    return number
  }

  private func startsNumber(_ place: Int) -> Bool {
    for word in words(at: place) {
      switch word.meaning {
      case .small, .tens, .article, .half, .quarterHours, .minus, .hanDigit, .hanCount, .hanFormal, .hanUnit,
        .hanFormalUnit:
        return true
      default: continue
      }
    }
    return false
  }
}
