import Values

extension Sentence {
  /// A number in English words: "twenty-five thousand", "a hundred and fifty", "two and a half million", "half a million".
  func wordNumber(at place: Int) -> NumberNode? {
    guard glyph(place) == .letter else { return nil }
    var reader = WordNumberReader(sentence: self, place: place)
    return reader.read()
  }
}

private struct WordNumberReader {
  let sentence: Sentence
  let start: Int
  var place: Int
  var total: Int64 = 0
  var current: Int64 = 0
  var halves: Int64 = 0
  var lastScale = Int64.max
  var words = 0
  var isNegative = false
  /// Set after hundred, a scale or a dozen: only then may "and" go on.
  var mayJoin = false

  init(sentence: Sentence, place: Int) {
    (self.sentence, start, self.place) = (sentence, place, place)
  }

  mutating func read() -> NumberNode? {
    if let end = sentence.match(place, { $0.isMinus }) {
      (place, isNegative) = (end, true)
    }
    if !leadingHalf() { leadingArticle() }
    while takeWord() {}
    guard words > 0, let value = value() else { return nil }
    var node = NumberNode(
      start: start, end: place, value: isNegative ? value.negated : value, style: .words, hasScale: lastScale < .max)
    node.isWeak = words == 1 && value.units < 10
    return node
  }

  private func value() -> Decimal64? {
    let (whole, over) = total.addingReportingOverflow(current)
    guard !over else { return nil }
    let sum = Decimal64(units: whole, digits: 0)
    return halves == 0 ? decimals(sum) : sum.plus(Decimal64(units: halves * 5, digits: 1))
  }

  /// "two point five": the digits are taken by `takePoint`; here only what they add.
  private func decimals(_ sum: Decimal64) -> Decimal64? { fraction.map { sum.plus($0) } ?? sum }
  private var fraction: Decimal64?

  /// "a hundred", "a dozen".
  private mutating func leadingArticle() {
    guard let end = sentence.match(place, { $0.isArticle }),
      sentence.match(
        end,
        { meaning in
          switch meaning {
          case .hundred, .dozen: true
          case .scale: true
          default: false
          }
        }) != nil, sentence.glyph(sentence.skip(end) + 1) == .letter
    else { return }
    (place, current, words) = (end, 1, 1)
  }

  /// "half a million", "a quarter million".
  private mutating func leadingHalf() -> Bool {
    let begin = sentence.match(place) { $0.isArticle } ?? place
    guard let (parts, half) = sentence.find(begin, { $0.share }) else { return false }
    let article = sentence.match(half) { $0.isArticle } ?? half
    guard let (factor, end) = sentence.scaleWord(article), factor >= (parts == 2 ? 12 : 1000) else { return false }
    (place, current, words, lastScale) = (end, factor / parts, 2, 1)
    return true
  }

  private mutating func takeWord() -> Bool {
    var from = place
    if sentence.scalar(place) == 0x2D { from += 1 }
    if mayJoin, let end = sentence.match(from, { $0.isAnd }), joins(end) { from = end }
    let first = sentence.skip(from)
    for word in sentence.words(at: first) where take(word) {
      place = word.end
      words += 1
      takeHalf()
      takePoint()
      return true
    }
    return false
  }

  private func joins(_ place: Int) -> Bool {
    sentence.match(place) { meaning in
      switch meaning {
      case .small, .tens: true
      default: false
      }
    } != nil
  }

  private mutating func take(_ word: Lexeme) -> Bool {
    switch word.meaning {
    case .small(let n):
      let n = Int64(n)
      guard halves == 0, n < 10 ? current % 10 == 0 && (current == 0 || current % 100 != 10) : current % 100 == 0,
        current > 0 || words == 0 || total > 0, fraction == nil
      else { return false }
      current += n
    case .tens(let n):
      guard current % 100 == 0, fraction == nil, halves == 0, current > 0 || words == 0 || total > 0 else {
        return false
      }
      current += Int64(n)
    case .hundred:
      guard words > 0, current > 0, current < 100, fraction == nil else { return false }
      (current, mayJoin) = (current * 100, true)
    case .scale(let factor):
      // "seventy five k"; other single letters are no words.
      guard words > 0, factor < lastScale, current > 0 || halves > 0 || fraction != nil,
        word.end - word.start > 1 || sentence.scalar(word.start) == 0x6B
      else { return false }
      return multiply(factor)
    case .grand where words > 0 && current > 0 && lastScale > 1000: return multiply(1000)
    case .dozen where words > 0 && current > 0: return multiply(12)
    default: return false
    }
    return true
  }

  private mutating func multiply(_ factor: Int64) -> Bool {
    let (product, over) = current.multipliedReportingOverflow(by: factor)
    guard !over else { return false }
    if halves > 0 { total += factor / 2 }
    if let tail = fraction?.times(factor)?.integer { total += tail }
    total += product
    (current, halves, fraction, lastScale, mayJoin) = (0, 0, nil, factor, true)
    return true
  }

  /// "two and a half".
  private mutating func takeHalf() {
    guard halves == 0, fraction == nil, let end = sentence.andHalf(place) else { return }
    place = end
    if current == 0, lastScale < .max { total += lastScale / 2 } else { halves = 1 }
  }

  /// "two point five".
  private mutating func takePoint() {
    guard fraction == nil, let point = sentence.match(place, { $0.isPoint }) else {
      return
    }
    var (digits, count, end) = (Int64(0), 0, point)
    while count < 9, let (digit, next) = sentence.find(end, { if case .small(let n) = $0, n < 10 { n } else { nil } }) {
      (digits, count, end) = (digits * 10 + Int64(digit), count + 1, next)
    }
    if count == 0, let pair = twoDigits(point) { (digits, count, end) = (Int64(pair.value), 2, pair.end) }
    guard count > 0 else { return }
    (fraction, place) = (Decimal64(units: digits, digits: count), end)
  }

  /// "seventy-one" of "two point seventy-one".
  private func twoDigits(_ place: Int) -> (value: Int, end: Int)? {
    guard let (tens, end) = sentence.find(place, { if case .tens(let n) = $0 { n } else { nil } }) else { return nil }
    let next = sentence.scalar(end) == 0x2D ? end + 1 : end
    guard let (ones, last) = sentence.find(next, { if case .small(let n) = $0, (1...9).contains(n) { n } else { nil } })
    else { return (tens, end) }
    return (tens + ones, last)
  }
}
