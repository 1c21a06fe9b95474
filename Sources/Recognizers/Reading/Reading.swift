import Values

/// A sentence with its numbers found: what the readers of each kind of value start from.
final class Reading {
  let sentence: Sentence
  let numbers: [NumberNode]
  /// Index into `numbers` of the longest number that starts at a place, or -1.
  private let numberAt: [Int32]

  /// Nothing is looked for behind the first `limit` scalars.
  init(_ text: String, limit: Int = .max, _ lexicon: Lexicon = .shared) {
    let sentence = Sentence(text, limit, lexicon)
    var numbers: [NumberNode] = []
    var numberAt = [Int32](repeating: -1, count: sentence.count + 1)
    var digitsEnd = 0
    for place in 0..<sentence.count where place >= digitsEnd || sentence.glyphs[place] != .digit {
      guard let number = sentence.number(startingAt: place) else { continue }
      numberAt[place] = Int32(numbers.count)
      numbers.append(number)
      if number.style == .digits { digitsEnd = number.end }
    }
    (self.sentence, self.numbers, self.numberAt) = (sentence, numbers, numberAt)
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
