/// A sentence as an array of folded scalars, with the listed words found in it.
///
/// Places are scalar offsets, the same as in the text that was given. A class, because every reader holds it.
final class Sentence {
  let scalars: [UInt32]
  /// Whether the scalar was a capital letter as written.
  let capitals: [Bool]
  let glyphs: [Glyph]
  let count: Int
  /// By start, the longest first at each.
  let lexemes: [Lexeme]
  /// Index into `lexemes` of the first word that starts at a place or later.
  private let firstLexeme: [Int32]

  init(_ text: String, _ limit: Int, _ lexicon: Lexicon = .shared) {
    var scalars: [UInt32] = []
    var glyphs: [Glyph] = []
    var capitals: [Bool] = []
    let size = min(limit, text.utf8.count)
    scalars.reserveCapacity(size)
    glyphs.reserveCapacity(size)
    capitals.reserveCapacity(size)
    for scalar in text.unicodeScalars.prefix(limit) {
      let folded = Glyph.fold(scalar.value)
      scalars.append(folded)
      glyphs.append(Glyph(folded))
      capitals.append((0x41...0x5A).contains(scalar.value))
    }
    var finder = WordFinder(scalars: scalars, glyphs: glyphs)
    finder.findWords(lexicon)
    (self.scalars, self.glyphs, self.capitals, count) = (scalars, glyphs, capitals, scalars.count)
    (lexemes, firstLexeme) = (finder.lexemes, finder.firstLexeme)
  }

  func isWordStart(_ place: Int) -> Bool {
    glyph(place) != .space && (place == 0 || glyph(place - 1) != glyph(place) || glyph(place) == .han)
  }

  func isWordEnd(_ place: Int) -> Bool {
    guard place < count, place > 0 else { return true }
    switch glyphs[place - 1] {
    case .letter: return glyphs[place] != .letter
    case .digit: return glyphs[place] != .digit
    default: return true
    }
  }

  /// The words that start at a place.
  @inline(__always) func words(at place: Int) -> ArraySlice<Lexeme> {
    place < count ? lexemes[Int(firstLexeme[place])..<Int(firstLexeme[place + 1])] : []
  }

  /// The first place at or after `place` that is no space.
  @inline(__always) func skip(_ place: Int) -> Int {
    var place = place
    while place < count, glyphs[place] == .space { place += 1 }
    return place
  }

  @inline(__always) func glyph(_ place: Int) -> Glyph { place >= 0 && place < count ? glyphs[place] : .space }

  @inline(__always) func scalar(_ place: Int) -> UInt32 { place >= 0 && place < count ? scalars[place] : 0 }

  /// The longest word after spaces at `place` for which `pick` answers, with its end.
  @inline(__always) func find<T>(_ place: Int, _ pick: (Meaning) -> T?) -> (value: T, end: Int)? {
    let place = skip(place)
    for word in words(at: place) {
      if let value = pick(word.meaning) { return (value, word.end) }
    }
    return nil
  }

  /// The end of the word after spaces at `place` that `test` accepts.
  @inline(__always) func match(_ place: Int, _ test: (Meaning) -> Bool) -> Int? {
    let place = skip(place)
    for word in words(at: place) where test(word.meaning) { return word.end }
    return nil
  }

  /// Whether a word that `test` accepts ends just before `place`, spaces aside.
  func precedes(_ place: Int, _ test: (Meaning) -> Bool) -> Bool {
    var end = place
    while end > 0, glyphs[end - 1] == .space { end -= 1 }
    for start in stride(from: end - 1, through: max(0, end - 16), by: -1) {
      for word in words(at: start) where word.end == end || word.end == place {
        if test(word.meaning) { return true }
      }
    }
    return false
  }
}
