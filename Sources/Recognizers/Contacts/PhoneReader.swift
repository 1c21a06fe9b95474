import Values

extension Reading {
  /// Telephone numbers as people write and dictate them.
  func phones(_ add: (RecognizedValue) -> Void) {
    var place = 0
    while place < sentence.count {
      if let (range, text) = phone(at: place) {
        add(RecognizedValue(range: range, kind: .phone, payload: .phone(text)))
        place = range.upperBound
      } else {
        place += 1
      }
    }
    spelledPhones(add)
  }

  private func phone(at place: Int) -> (Range<Int>, String)? {
    let first = sentence.scalar(place)
    guard sentence.glyph(place) == .digit || first == 0x2B || first == 0x28, startsFreely(place) else { return nil }
    guard let shape = PhoneShape(sentence, place), shape.isPhone || shape.isPlausible && isCalled(place) else {
      return nil
    }
    return (place..<shape.end, sentence.text(place..<shape.end))
  }

  private func startsFreely(_ place: Int) -> Bool {
    guard place > 0 else { return true }
    switch sentence.scalar(place - 1) {
    case 0x2D: return sentence.glyph(place - 2) != .digit && sentence.glyph(place - 2) != .letter
    case 0x2E, 0x2B, 0x28, 0x2F, 0x24, 0x23, 0x3D, 0x5F, 0x40: return false
    default: return sentence.glyph(place - 1) != .digit && sentence.glyph(place - 1) != .letter
    }
  }

  /// "phone", 电话 shortly before.
  func isCalled(_ place: Int) -> Bool {
    var words = 0
    for word in sentence.lexemes.reversed() where word.end <= place {
      if case .phoneCue = word.meaning { return place - word.end <= 6 }
      words += 1
      if place - word.end > 12 || words > 8 { return false }
    }
    return false
  }

  /// 幺三八零五五五零幺八八, "one three eight oh five…".
  private func spelledPhones(_ add: (RecognizedValue) -> Void) {
    for number in numbers where number.style == .han && number.plainDigits >= 7 {
      let digits = String(number.value.units)
      let text = String(repeating: "0", count: max(0, number.plainDigits - digits.utf8.count)) + digits
      add(RecognizedValue(range: number.start..<number.end, kind: .phone, payload: .phone(text)))
    }
    var place = 0
    while place < sentence.count {
      guard sentence.glyph(place) == .letter, let (end, digits) = spokenDigits(place) else {
        place += 1
        continue
      }
      if digits.utf8.count >= 7 {
        add(RecognizedValue(range: place..<end, kind: .phone, payload: .phone(digits)))
      }
      place = end
    }
  }

  private func spokenDigits(_ place: Int) -> (Int, String)? {
    var (end, digits) = (place, "")
    while let (digit, next) = sentence.find(
      end,
      { meaning -> Int? in
        switch meaning {
        case .small(let n) where n < 10: n
        case .zeroLetter: 0
        default: nil
        }
      })
    {
      digits += String(digit)
      end = next
    }
    return end > place ? (end, digits) : nil
  }
}

extension Sentence {
  /// The folded text of a stretch.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for place in range { if let scalar = Unicode.Scalar(scalars[place]) { view.append(scalar) } }
    return String(view)
  }
}
