/// Finds the listed words in folded text.
struct WordFinder {
  let scalars: [UInt32]
  let glyphs: [Glyph]
  private(set) var lexemes: [Lexeme] = []
  private(set) var firstLexeme: [Int32] = []

  private var count: Int { scalars.count }

  init(scalars: [UInt32], glyphs: [Glyph]) {
    self.scalars = scalars
    self.glyphs = glyphs
  }

  mutating func findWords(_ lexicon: Lexicon) {
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

  private func isWordEnd(_ place: Int) -> Bool {
    guard place < count, place > 0 else { return true }
    switch glyphs[place - 1] {
    case .letter: return glyphs[place] != .letter
    case .digit: return glyphs[place] != .digit
    default: return true
    }
  }
}
