extension Reading {
  /// Yes and no, where they stand as an answer: between the ends of the sentence or its punctuation.
  func booleans(_ add: (RecognizedValue) -> Void) {
    for word in sentence.lexemes {
      let value: Bool
      switch word.meaning {
      case .yes: value = true
      case .no: value = false
      default: continue
      }
      guard stands(word) else { continue }
      add(RecognizedValue(range: word.start..<word.end, kind: .boolean, payload: .boolean(value)))
    }
  }

  private func stands(_ word: Lexeme) -> Bool {
    var before = word.start
    while before > 0, sentence.glyphs[before - 1] == .space { before -= 1 }
    let after = sentence.skip(word.end)
    if word.end - word.start == 1, sentence.glyph(word.start) == .letter, before > 0 || after < sentence.count {
      return false
    }
    let startsClause = before == 0 || sentence.glyph(before - 1) == .other
    let endsClause = after >= sentence.count || sentence.glyph(after) == .other && sentence.scalar(after) != 0x27
    return startsClause && endsClause
  }
}
