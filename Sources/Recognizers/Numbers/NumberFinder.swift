import Values

extension Sentence {
  /// The longest number that starts at this very place, in digits, English words or Chinese numerals.
  func number(startingAt place: Int) -> NumberNode? {
    plainNumber(startingAt: place).map { withFraction($0) }
      ?? (glyph(place) == .letter && startsNumber(place) ? singleShare(at: place) : nil)
  }

  private func plainNumber(startingAt place: Int) -> NumberNode? {
    guard place < count else { return nil }
    switch glyphs[place] {
    case .digit:
      guard place == 0 || glyphs[place - 1] != .digit else { return nil }
      let plain = digitNumber(at: place)
      if let han = hanNumber(at: place), han.end > plain?.end ?? 0 { return han }
      return plain
    case .letter where startsNumber(place):
      return wordNumber(at: place) ?? match(place) { $0.isMinus }.flatMap { negative(place, skip($0)) }
    case .han where startsNumber(place):
      return hanNumber(at: place)
        ?? match(place) { $0.isMinus }.flatMap { $0 == place + 1 ? negative(place, $0) : nil }
    case .other:
      return (scalars[place] == 0x2D && mayBeSigned(place - 1) ? negative(place, place + 1) : nil) ?? pointed(place)
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
  private func negative(_ place: Int, _ digits: Int) -> NumberNode? {
    guard glyph(digits) == .digit, var number = number(startingAt: digits), !number.isGlued else { return nil }
    (number.start, number.value, number.plainDigits) = (place, number.value.negated, 0)
    return number
  }

  /// ".5": a point with nothing before it.
  private func pointed(_ place: Int) -> NumberNode? {
    guard scalars[place] == 0x2E, glyph(place - 1) == .space || scalar(place - 1) == 0x24,
      let run = digits(at: place + 1), run.count <= 6, scalar(run.end) != 0x2E || glyph(run.end + 1) != .digit,
      var number = digitNumber(at: place + 1), number.plainDigits > 0 || number.hasScale, !number.isGlued
    else { return nil }
    guard let value = number.value.shifted(right: run.count) else { return nil }
    (number.start, number.value, number.plainDigits) = (place, value, 0)
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
