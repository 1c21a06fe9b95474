import Model
import Values

/// Numbers and amounts as files write them: `64000.00`, `1,234.5`, `1.234,50`, `$1,200`, `(50)`, `5万`, `12%`.
enum NumberText {
  /// The number, and the currency where a sign or code stands beside it; nil where it is no number.
  static func read(_ text: String) -> (number: Decimal64, currency: Currency?)? {
    if let number = Decimal64(text) { return (number, nil) }
    var body = Remains(text)
    let currency = body.takeCurrency()
    let isNegative = body.takeParentheses()
    let factor = body.takeFactor()
    guard let plain = plain(body.text), let number = Decimal64(plain)?.times(isNegative ? -factor : factor) else {
      return nil
    }
    return (number, currency)
  }

  /// With a point for the fraction and nothing between the digits.
  private static func plain(_ text: String) -> String? {
    var digits = text.replacing(" ", with: "").replacing("\u{A0}", with: "").replacing("'", with: "")
    guard !digits.isEmpty else { return nil }
    let points = digits.count { $0 == "." }
    let commas = digits.count { $0 == "," }
    if points > 0, commas > 0 {
      let isCommaLast =
        (digits.lastIndex(of: ",") ?? digits.startIndex) > (digits.lastIndex(of: ".") ?? digits.startIndex)
      digits = digits.replacing(isCommaLast ? "." : ",", with: "").replacing(",", with: ".")
    } else if commas > 0 {
      digits = digits.replacing(",", with: isGrouped(digits) ? "" : ".")
    } else if points > 1 {
      digits = digits.replacing(".", with: "")
    }
    return digits
  }

  /// Groups of three after each comma: `12,000`.
  private static func isGrouped(_ digits: String) -> Bool {
    var run = 0
    var isFirst = true
    for byte in digits.utf8 {
      if byte == UInt8(ascii: ",") {
        guard isFirst || run == 3 else { return false }
        isFirst = false
        run = 0
      } else {
        run += 1
      }
    }
    return run == 3
  }

  /// What is left of a cell while signs are taken off it.
  private struct Remains {
    var text: String

    init(_ text: String) {
      self.text = NameKey.fold(text).trimmed
    }

    private static let signs: [(sign: String, code: String)] = [
      ("us$", "USD"), ("hk$", "HKD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "CNY"), ("元", "CNY"),
      ("人民币", "CNY"), ("rmb", "CNY"), ("美元", "USD"), ("欧元", "EUR"),
    ]

    mutating func takeCurrency() -> Currency? {
      for (sign, code) in Remains.signs where take(sign) { return Currency(code) }
      let letters = text.prefix { $0.isASCII && $0.isLetter }
      if letters.count == 3, let currency = Currency(String(letters)) {
        text = String(text.dropFirst(3)).trimmed
        return currency
      }
      let tail = text.suffix(3)
      if text.count > 3, tail.allSatisfy({ $0.isASCII && $0.isLetter }), let currency = Currency(String(tail)) {
        text = String(text.dropLast(3)).trimmed
        return currency
      }
      return nil
    }

    mutating func takeParentheses() -> Bool {
      guard text.hasPrefix("("), text.hasSuffix(")") else { return false }
      text = String(text.dropFirst().dropLast()).trimmed
      return true
    }

    mutating func takeFactor() -> Int64 {
      _ = take("%")
      let factors: [(String, Int64)] = [("亿", 100_000_000), ("万", 10_000), ("k", 1000), ("m", 1_000_000)]
      for (sign, factor) in factors where text.hasSuffix(sign) && take(sign) { return factor }
      return 1
    }

    private mutating func take(_ sign: String) -> Bool {
      if text.hasPrefix(sign) {
        text = String(text.dropFirst(sign.count)).trimmed
        return true
      }
      guard text.hasSuffix(sign) else { return false }
      text = String(text.dropLast(sign.count)).trimmed
      return true
    }
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.unicodeScalars.first, first.properties.isWhitespace { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, last.properties.isWhitespace { text.unicodeScalars.removeLast() }
    return String(text)
  }
}
