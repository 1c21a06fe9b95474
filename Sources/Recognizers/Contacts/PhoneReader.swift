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
    case 0x2D, 0x2E, 0x2B, 0x28, 0x2F, 0x24, 0x23, 0x3D, 0x5F, 0x40: return false
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

/// The groups of digits of what may be a telephone number.
private struct PhoneShape {
  private(set) var end: Int
  private var groups: [Int] = []
  private var digits = 0
  private var hasPlus = false
  private var hasParentheses = false
  private var hasExtension = false
  private var startsWithZero = false
  private var mixesDots = false
  private var firstDigits = 0

  init?(_ sentence: Sentence, _ start: Int) {
    end = start
    var place = start
    if sentence.scalar(place) == 0x28, sentence.scalar(place + 1) == 0x2B { place += 1; hasParentheses = true }
    if sentence.scalar(place) == 0x2B { hasPlus = true; place += 1 }
    while groups.count < 8 {
      var at = place
      if !groups.isEmpty { at = PhoneShape.separator(sentence, place) }
      var closes = false
      if sentence.scalar(at) == 0x28 { closes = true; hasParentheses = true; at += 1 }
      guard let run = sentence.digits(at: at), run.count <= 15, groups.isEmpty || at > place else { break }
      var last = run.end
      if closes || hasParentheses && sentence.scalar(last) == 0x29 {
        guard sentence.scalar(last) == 0x29 else { break }
        last += 1
      }
      if groups.isEmpty { (startsWithZero, firstDigits) = (sentence.scalar(at) == 0x30, run.value) }
      if at - place == 1, sentence.scalar(place) == 0x2E { mixesDots = true }
      groups.append(run.count)
      digits += run.count
      (place, end) = (last, last)
    }
    guard !groups.isEmpty, endsFreely(sentence) else { return nil }
    takeExtension(sentence)
  }

  /// One separator between groups, with spaces around it.
  private static func separator(_ sentence: Sentence, _ place: Int) -> Int {
    var at = place
    while at < sentence.count, at < place + 2, sentence.glyphs[at] == .space { at += 1 }
    let scalar = sentence.scalar(at)
    if scalar == 0x2D || scalar == 0x2E || scalar == 0x2F { at += 1 }
    while at < sentence.count, at < place + 3, sentence.glyphs[at] == .space { at += 1 }
    return at
  }

  private func endsFreely(_ sentence: Sentence) -> Bool {
    let next = sentence.scalar(end)
    if next == 0x25 || next == 0x3A && sentence.glyph(end + 1) == .digit || next == 0x40 { return false }
    if next == 0x2C || next == 0x2E || next == 0x2D { return sentence.glyph(end + 1) != .digit }
    return sentence.glyph(end) != .letter || next == 0x78 || next == 0x65
  }

  private mutating func takeExtension(_ sentence: Sentence) {
    guard let cue = sentence.match(end, { if case .phoneExtension = $0 { true } else { false } }),
      let run = sentence.digits(at: sentence.skip(sentence.scalar(cue) == 0x2E ? cue + 1 : cue)), run.count <= 6
    else { return }
    (end, hasExtension) = (run.end, true)
  }

  /// Nothing else looks like it.
  var isPhone: Bool {
    guard (7...15).contains(digits) else { return false }
    if hasPlus { return groups.count > 1 || digits >= 9 }
    if hasExtension && digits >= 7 { return true }
    if groups.count == 1 {
      return isMobile || startsWithZero && digits >= 9 || digits == 11 && firstDigits / 10_000_000_000 == 1 && false
    }
    if hasParentheses { return digits >= 9 }
    if isDate { return false }
    if groups == [3, 3, 4] || groups == [1, 3, 3, 4] || groups == [3, 4] || groups == [3, 8] || groups == [4, 7]
      || groups == [4, 8]
    {
      return groups != [3, 4] || !mixesDots
    }
    if groups == [3, 4, 4] || groups == [4, 3, 3] || groups == [2, 4, 4] || groups == [5, 4] || groups == [3, 7] {
      return true
    }
    return startsWithZero && digits >= 9
  }

  /// With "phone" before it.
  var isPlausible: Bool { (6...15).contains(digits) && !isDate }

  /// 13805550188: eleven digits, 13 to 19.
  private var isMobile: Bool { digits == 11 && (13...19).contains(firstDigits / 1_000_000_000) }

  private var isDate: Bool {
    groups.count == 3 && (groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2 || groups[0] <= 2 && groups[1] <= 2)
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
