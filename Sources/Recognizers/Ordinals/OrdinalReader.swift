import Values

extension Reading {
  /// "first", "2nd", "the last one", 第二, 最后.
  func ordinals(_ add: (RecognizedValue) -> Void) {
    for word in sentence.lexemes {
      switch word.meaning {
      case .ordinal(let n) where isRank(word): ordinal(word.start, word.end, n, add)
      case .lastOrdinal(let n) where isRank(word) && !isTime(word.end): ordinal(word.start, word.end, n, add)
      case .ordinalSuffix: suffixed(word, add)
      case .tens(let tens): compound(word, tens, add)
      case .ordinalMark:
        guard let number = number(at: word.end), let n = number.integer, number.value.units >= 0 else { continue }
        ordinal(word.start, number.end, n, add)
      default: continue
      }
    }
  }

  private func ordinal(_ start: Int, _ end: Int, _ n: Int, _ add: (RecognizedValue) -> Void) {
    add(RecognizedValue(range: start..<end, kind: .ordinal, payload: .ordinal(n)))
  }

  private func suffixed(_ word: Lexeme, _ add: (RecognizedValue) -> Void) {
    var start = word.start
    while start > 0, sentence.glyphs[start - 1] == .digit { start -= 1 }
    guard start < word.start, sentence.glyph(start - 1) != .letter, let run = sentence.digits(at: start),
      run.end == word.start
    else { return }
    ordinal(start, word.end, run.value, add)
  }

  /// "twenty-first".
  private func compound(_ word: Lexeme, _ tens: Int, _ add: (RecognizedValue) -> Void) {
    let place = sentence.scalar(word.end) == 0x2D ? word.end + 1 : word.end
    guard let (n, end) = sentence.find(place, { if case .ordinal(let n) = $0, n < 10 { n } else { nil } }) else {
      return
    }
    ordinal(word.start, end, tens + n, add)
  }

  /// "biggest first", "wait a second", "last touched" are no ranks: one stands at the start, or behind "the" or a number
  /// word, or before "one".
  private func isRank(_ word: Lexeme) -> Bool {
    if sentence.glyph(word.start) == .han { return true }
    if word.start == 0 || sentence.find(word.end, { if case .small(1) = $0 { true } else { nil } }) != nil {
      return true
    }
    if case .lastOrdinal(let n) = word.meaning, n < -1 { return true }
    return sentence.precedes(word.start) { meaning in
      switch meaning {
      case .the, .of, .and, .to, .yes, .no: true
      default: false
      }
    } || isBehindComma(word.start)
  }

  private func isBehindComma(_ place: Int) -> Bool {
    var end = place
    while end > 0, sentence.glyphs[end - 1] == .space { end -= 1 }
    return end > 0 && sentence.glyphs[end - 1] == .other && sentence.scalar(end - 1) != 0x2D
  }

  /// "the last 30 days" is a time.
  private func isTime(_ place: Int) -> Bool {
    grain(at: place) != nil || duration(at: sentence.skip(place)) != nil
      || sentence.match(place) { meaning in
        switch meaning {
        case .weekday, .month, .weekend, .holiday, .quarterName, .dayPart: true
        default: false
        }
      } != nil
  }
}
