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
      let end = toned(word.end)
      guard stands(word, end) else { continue }
      add(RecognizedValue(range: word.start..<end, kind: .boolean, payload: .boolean(value)))
    }
  }

  /// A thumb's skin tone and what else follows it invisibly.
  private func toned(_ place: Int) -> Int {
    var end = place
    while (0x1F3FB...0x1F3FF).contains(sentence.scalar(end)) || sentence.scalar(end) == 0xFE0F { end += 1 }
    return end
  }

  private func stands(_ word: Lexeme, _ end: Int) -> Bool {
    var before = word.start
    while before > 0, sentence.glyphs[before - 1] == .space { before -= 1 }
    let after = sentence.skip(end)
    if word.end - word.start == 1, sentence.glyph(word.start) == .letter, before > 0 || after < sentence.count {
      return false
    }
    // "no. 3" counts.
    if sentence.scalar(after) == 0x2E, sentence.glyph(sentence.skip(after + 1)) == .digit { return false }
    let startsClause = before == 0 || sentence.glyph(before - 1) == .other
    let endsClause = after >= sentence.count || sentence.glyph(after) == .other && sentence.scalar(after) != 0x27
    return startsClause && endsClause
  }
}
