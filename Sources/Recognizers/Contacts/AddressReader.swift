extension Reading {
  /// Mail addresses and web addresses.
  func addresses(_ text: String, _ add: (RecognizedValue) -> Void) {
    let original = AddressText(text)
    var place = 0
    while place < sentence.count {
      guard isStop(sentence.scalar(place)) else {
        place += 1
        continue
      }
      if sentence.scalar(place) == 0x40, let range = email(place) {
        add(RecognizedValue(range: range, kind: .email, payload: .email(original[range])))
        place = range.upperBound
      } else if let range = url(place) {
        add(RecognizedValue(range: range, kind: .url, payload: .url(original[range])))
        place = max(range.upperBound, place + 1)
      } else {
        place += 1
      }
    }
  }

  /// The characters that an address cannot do without: @, the dot of a host, the colon of a scheme.
  private func isStop(_ scalar: UInt32) -> Bool { scalar == 0x40 || scalar == 0x2E || scalar == 0x3A }

  private func isName(_ place: Int) -> Bool {
    switch sentence.glyph(place) {
    case .letter, .digit: sentence.scalar(place) < 0x80
    default: false
    }
  }

  private func email(_ at: Int) -> Range<Int>? {
    var start = at
    while start > 0, isName(start - 1) || isLocalMark(sentence.scalar(start - 1)) { start -= 1 }
    while start < at, !isName(start) { start += 1 }
    guard start < at, let end = host(at + 1), labels(at + 1..<end).count >= 2, topLevel(at + 1..<end) >= 2 else {
      return nil
    }
    guard sentence.scalar(end) != 0x5F else { return nil }
    return start..<end
  }

  private func isLocalMark(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x2D || scalar == 0x2B || scalar == 0x25 || scalar == 0x27 || scalar == 0x5F
  }

  /// The end of a host name that starts here; no underscore, no dot at its end.
  private func host(_ start: Int) -> Int? {
    var end = start
    while end < sentence.count,
      isName(end) && sentence.scalar(end) != 0x5F
        || (sentence.scalar(end) == 0x2E || sentence.scalar(end) == 0x2D) && isName(end + 1) && end > start
    {
      end += 1
    }
    guard end > start else { return nil }
    return sentence.scalar(end) == 0x5F ? nil : end
  }

  private func labels(_ range: Range<Int>) -> [Range<Int>] {
    var labels: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where sentence.scalar(place) == 0x2E {
      labels.append(start..<place)
      start = place + 1
    }
    labels.append(start..<range.upperBound)
    return labels
  }

  private func topLevel(_ host: Range<Int>) -> Int {
    guard let last = labels(host).last, last.allSatisfy({ sentence.glyph($0) == .letter }) else { return 0 }
    return last.count
  }

  private func url(_ place: Int) -> Range<Int>? {
    if sentence.scalar(place) == 0x3A { return schemeURL(place) }
    guard isName(place - 1), isName(place + 1) else { return nil }
    var start = place
    while start > 0, isName(start - 1) || sentence.scalar(start - 1) == 0x2D { start -= 1 }
    guard
      start > 0
        ? sentence.scalar(start - 1) != 0x40 && sentence.scalar(start - 1) != 0x2F && sentence.scalar(start - 1) != 0x2E
        : true,
      let end = host(start), sentence.scalar(end) != 0x40, end > place
    else { return nil }
    let isWeb = sentence.text(start..<min(end, start + 4)) == "www."
    guard isWeb && labels(start..<end).count > 2 || isTopLevel(start..<end) else { return nil }
    return start..<path(end)
  }

  private func schemeURL(_ colon: Int) -> Range<Int>? {
    guard sentence.scalar(colon + 1) == 0x2F, sentence.scalar(colon + 2) == 0x2F else { return nil }
    var start = colon
    while start > 0, sentence.glyph(start - 1) == .letter { start -= 1 }
    let scheme = sentence.text(start..<colon)
    guard scheme == "http" || scheme == "https" || scheme == "ftp", let end = host(colon + 3) else { return nil }
    let range = colon + 3..<end
    guard
      labels(range).count > 1 && topLevel(range) >= 2 || sentence.text(range) == "localhost"
        || topLevel(range) == 0 && labels(range).count == 4
    else { return nil }
    return start..<path(end)
  }

  /// Port, path, query and fragment, without the punctuation of the sentence behind them.
  private func path(_ end: Int) -> Int {
    let next = sentence.scalar(end)
    guard next == 0x2F || next == 0x3F || next == 0x23 || next == 0x3A && sentence.glyph(end + 1) == .digit else {
      return end
    }
    var place = end
    while place < sentence.count, sentence.scalar(place) > 0x20, sentence.scalar(place) < 0x7F,
      !isQuote(sentence.scalar(place))
    { place += 1 }
    while place > end, isPunctuation(sentence.scalar(place - 1)) { place -= 1 }
    return place
  }

  private func isQuote(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar == 0x27 || scalar == 0x3C || scalar == 0x3E
  }

  private func isPunctuation(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x2C || scalar == 0x3B || scalar == 0x21 || scalar == 0x3F || scalar == 0x29
      || scalar == 0x3A
  }

  /// Common top-level domains: a file name such as deals.csv is no address.
  private func isTopLevel(_ host: Range<Int>) -> Bool {
    guard let last = labels(host).last else { return false }
    return AddressText.topLevels.contains(sentence.text(last))
  }
}

/// The sentence as written, for addresses whose capitals matter.
struct AddressText {
  private let scalars: String.UnicodeScalarView

  init(_ text: String) { scalars = text.unicodeScalars }

  subscript(range: Range<Int>) -> String {
    let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
    return String(scalars[start..<scalars.index(start, offsetBy: range.count)])
  }

  static let topLevels: Set<String> = [
    "com", "org", "net", "io", "co", "cn", "de", "uk", "fr", "eu", "us", "ca", "jp", "kr", "in", "au", "ai", "dev",
    "app",
    "biz", "gov", "edu", "example", "shop", "tech", "cloud", "hk", "tw", "sg", "ch", "at", "nl", "it", "es", "se", "br",
  ]
}
