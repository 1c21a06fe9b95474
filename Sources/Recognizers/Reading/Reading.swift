import Values

/// A sentence with its numbers found: what the readers of each kind of value start from.
struct Reading {
  let sentence: Sentence
  private(set) var numbers: [NumberNode] = []
  /// Index into `numbers` of the longest number that starts at a place, or -1.
  private var numberAt: [Int16]

  init(_ text: String) {
    sentence = Sentence(text)
    numberAt = [Int16](repeating: -1, count: sentence.count + 1)
    var digitsEnd = 0
    for place in 0..<sentence.count where place >= digitsEnd || sentence.glyphs[place] != .digit {
      guard let number = findNumber(place), numbers.count < Int16.max else { continue }
      numberAt[place] = Int16(numbers.count)
      numbers.append(number)
      if number.style == .digits { digitsEnd = number.end }
    }
  }

  private func findNumber(_ place: Int) -> NumberNode? {
    switch sentence.glyphs[place] {
    case .digit:
      guard place == 0 || sentence.glyphs[place - 1] != .digit else { return nil }
      let plain = sentence.digitNumber(at: place)
      if let han = sentence.hanNumber(at: place), han.end > plain?.end ?? 0 { return han }
      return plain
    case .letter where !sentence.words(at: place).isEmpty: return sentence.wordNumber(at: place)
    case .han where !sentence.words(at: place).isEmpty:
      return sentence.hanNumber(at: place)
        ?? negative(place, sentence.match(place, { if case .minus = $0 { true } else { false } }) == place + 1)
    case .other: return negative(place, sentence.scalars[place] == 0x2D && mayBeSigned(place - 1))
    default: return nil
    }
  }

  /// A hyphen is a sign behind a space or a word, not inside a range of dates.
  private func mayBeSigned(_ place: Int) -> Bool {
    switch sentence.glyph(place) {
    case .space: true
    case .han:
      !sentence.isNumeral(place) && sentence.match(place, { $0.isMark }) == nil
    default: false
    }
  }

  /// "-22.5", 负10000: a sign with nothing before it, and digits.
  private func negative(_ place: Int, _ isSign: Bool) -> NumberNode? {
    guard isSign, sentence.glyph(place + 1) == .digit, var number = findNumber(place + 1), !number.isGlued else {
      return nil
    }
    (number.start, number.value, number.plainDigits) = (place, number.value.negated, 0)
    return number
  }

  /// The longest number that starts after spaces at a place.
  @inline(__always) func number(at place: Int) -> NumberNode? {
    let place = sentence.skip(place)
    guard place < sentence.count, numberAt[place] >= 0 else { return nil }
    return numbers[Int(numberAt[place])]
  }

  /// Whether the place is the end, or what follows is punctuation or a word of the lists: no unknown word goes on.
  func endsPhrase(_ place: Int) -> Bool {
    let next = sentence.skip(place)
    switch sentence.glyph(next) {
    case .letter: return next < sentence.count && !sentence.words(at: next).isEmpty
    case .digit: return next > place
    default: return true
    }
  }
}
