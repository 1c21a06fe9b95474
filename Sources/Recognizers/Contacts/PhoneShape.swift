/// The groups of digits of what may be a telephone number.
struct PhoneShape {
  private(set) var end: Int
  private var groups: [Int] = []
  private var digits = 0
  private var hasPlus = false
  private var hasParentheses = false
  private var hasExtension = false
  private var startsWithZero = false
  private var mixesDots = false
  private var hasHyphen = false
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
      guard let run = sentence.digits(at: at), run.count <= 15,
        groups.isEmpty || at > place || sentence.scalar(place - 1) == 0x29,
        groups.first ?? 0 < 11
      else { break }
      var last = run.end
      if closes || hasParentheses && sentence.scalar(last) == 0x29 {
        guard sentence.scalar(last) == 0x29 else { break }
        last += 1
      }
      if groups.isEmpty { (startsWithZero, firstDigits) = (sentence.scalar(at) == 0x30, run.value) }
      if at - place == 1, sentence.scalar(place) == 0x2E { mixesDots = true }
      if at > place, sentence.scalar(at - 1) == 0x2D { hasHyphen = true }
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
    if next == 0x2C, groups.count > 1 { return true }
    if next == 0x2C || next == 0x2E || next == 0x2D { return sentence.glyph(end + 1) != .digit }
    return sentence.glyph(end) != .letter || next == 0x78 || next == 0x65
  }

  private mutating func takeExtension(_ sentence: Sentence) {
    guard let cue = sentence.match(end, { $0.isPhoneExtension }),
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
      return isMobile || startsWithZero && digits >= 9
    }
    if hasParentheses { return digits >= 9 }
    if isDate { return false }
    switch groups {
    case [3, 3, 4], [1, 3, 3, 4], [3, 4, 4], [4, 3, 3]: return true
    case [3, 4]: return hasHyphen && !mixesDots
    case [3, 8], [4, 7], [4, 8], [2, 4, 4], [5, 4], [3, 7]: return hasHyphen || startsWithZero
    case [3, 2, 4]: return false
    default: return startsWithZero && digits >= 9
    }
  }

  /// With "phone" before it.
  var isPlausible: Bool { (groups.count > 1 ? 7...15 : 6...15).contains(digits) && !isDate }

  /// 13805550188: eleven digits, 13 to 19.
  private var isMobile: Bool { digits == 11 && (13...19).contains(firstDigits / 1_000_000_000) }

  private var isDate: Bool {
    groups.count == 3
      && (groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2 || groups[0] <= 2 && groups[1] <= 2 && groups[2] <= 4)
  }
}
