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
      case .beforeLast:
        ordinal(
          word.start, sentence.match(word.end) { if case .small(1) = $0 { true } else { false } } ?? word.end, -2, add)
      case .fromEnd: countedBack(word, add)
      case .ordinalMark:
        guard let number = number(at: word.end), let n = number.integer, number.value.units >= 0 else { continue }
        ordinal(word.start, number.end, n, add)
      default: continue
      }
    }
    longRanks(add)
  }

  /// "fourth to last", "2nd from the bottom"; 倒数第四.
  private func countedBack(_ word: Lexeme, _ add: (RecognizedValue) -> Void) {
    if sentence.glyph(word.start) == .han {
      guard let number = number(at: word.end), let n = number.integer, n > 0 else { return }
      return ordinal(word.start, sentence.match(number.end) { $0.isCounter } ?? number.end, -n, add)
    }
    for start in max(0, word.start - 12)..<word.start where sentence.isWordStart(start) {
      guard let (n, end) = rank(start), sentence.skip(end) == word.start else { continue }
      return ordinal(start, word.end, -n, add)
    }
  }

  private func rank(_ place: Int) -> (Int, Int)? {
    if let run = sentence.digits(at: place),
      let end = sentence.words(at: run.end).first(where: { $0.meaning.isOrdinalSuffix })?.end
    {
      return (run.value, end)
    }
    return sentence.words(at: place).isEmpty
      ? nil : sentence.find(place) { if case .ordinal(let n) = $0 { n } else { nil } }
  }

  /// "one hundred and first", "two hundredth": a number whose last word is a rank.
  private func longRanks(_ add: (RecognizedValue) -> Void) {
    for number in numbers where number.style == .words && !number.isGlued {
      guard let whole = number.integer, whole > 0 else { continue }
      let and = whole % 100 == 0 ? sentence.match(number.end) { $0.isAnd } ?? number.end : number.end
      let start = sentence.scalar(and) == 0x2D ? and + 1 : and
      guard let (n, end) = sentence.find(start, { if case .ordinal(let n) = $0 { n } else { nil } }) else { continue }
      if n % 100 == 0, whole < 1000, whole < n { ordinal(number.start, end, whole * n, add) }
      if whole >= 100, n < 100, whole % 100 == 0 || whole % 10 == 0 && whole % 100 >= 20 && n < 10 {
        ordinal(number.start, end, whole + n, add)
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
