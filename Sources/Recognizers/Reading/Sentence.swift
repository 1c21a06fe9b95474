/// A sentence as an array of folded scalars, with the listed words found in it.
///
/// Places are scalar offsets, the same as in the text that was given.
struct Sentence {
  let scalars: [UInt32]
  /// Whether the scalar was a capital letter as written.
  let capitals: [Bool]
  let glyphs: [Glyph]
  /// By start, the longest first at each.
  private(set) var lexemes: [Lexeme] = []
  /// Index into `lexemes` of the first word that starts at a place or later.
  private var firstLexeme: [Int32] = []

  var count: Int { scalars.count }

  init(_ text: String, _ lexicon: Lexicon = .shared) {
    var scalars: [UInt32] = []
    var glyphs: [Glyph] = []
    var capitals: [Bool] = []
    scalars.reserveCapacity(text.utf8.count)
    glyphs.reserveCapacity(text.utf8.count)
    capitals.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let folded = Glyph.fold(scalar.value)
      scalars.append(folded)
      glyphs.append(Glyph(folded))
      capitals.append((0x41...0x5A).contains(scalar.value))
    }
    (self.scalars, self.glyphs, self.capitals) = (scalars, glyphs, capitals)
    findWords(lexicon)
  }

  private mutating func findWords(_ lexicon: Lexicon) {
    firstLexeme.reserveCapacity(count + 1)
    lexemes.reserveCapacity(count / 2 + 4)
    var blockedUntil = 0
    var coveredUntil = 0
    for start in 0..<count {
      firstLexeme.append(Int32(lexemes.count))
      guard start >= blockedUntil, glyphs[start] != .space, isWordStart(start) else { continue }
      let before = lexemes.count
      if let end = addWords(lexicon, start), start >= coveredUntil {
        blockedUntil = end
        if !isNow(before) { lexemes.removeSubrange(before...) }
      }
      if lexemes.count > before, glyphs[start] == .han { coveredUntil = max(coveredUntil, lexemes[before].end) }
    }
    firstLexeme.append(Int32(lexemes.count))
  }

  private func isWordStart(_ start: Int) -> Bool {
    guard start > 0 else { return true }
    switch glyphs[start] {
    case .letter: return glyphs[start - 1] != .letter
    case .digit: return glyphs[start - 1] != .digit && glyphs[start - 1] != .letter
    default: return true
    }
  }

  /// Adds the words that start here; the end of the longest, when that one is plain and hides what is inside it.
  private mutating func addWords(_ lexicon: Lexicon, _ start: Int) -> Int? {
    let before = lexemes.count
    var state: Int32 = 0
    var place = start
    var plainEnd: Int?
    while place < count {
      var (next, after) = (lexicon.step(state, scalars[place]), place + 1)
      if glyphs[place] == .space || next < 0 && scalars[place] == 0x2D {
        if next < 0 { next = lexicon.step(state, 0x20) }
        while after < count, glyphs[after] == .space { after += 1 }
      }
      guard next >= 0 else { break }
      (state, place) = (next, after)
      let found = lexicon.meanings(state)
      if !found.isEmpty, isWordEnd(place) {
        plainEnd = nil
        for meaning in found {
          if case .plain = meaning {
            plainEnd = place
          } else {
            lexemes.append(Lexeme(start: start, end: place, meaning: meaning))
          }
        }
      }
    }
    lexemes[before...].reverse()
    // 马上 is one word: 上 in it starts nothing.
    if isNow(before), glyphs[start] == .han { return lexemes[before].end }
    return plainEnd
  }

  private func isNow(_ index: Int) -> Bool {
    guard index < lexemes.count, case .now = lexemes[index].meaning else { return false }
    return true
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
