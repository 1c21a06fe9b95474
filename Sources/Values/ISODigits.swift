/// Reads the digits and marks of a date or time of ISO 8601 one after the other.
struct ISODigits {
  private let text: String.UTF8View
  private var next: String.Index

  init(_ text: String) {
    self.text = text.utf8
    next = text.startIndex
  }

  var isAtEnd: Bool { next == text.endIndex }

  /// The number of exactly so many digits; nil, with anything taken, where others stand.
  mutating func number(of count: Int) -> Int? {
    var number = 0
    for _ in 0..<count {
      guard !isAtEnd, case let byte = text[next], 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
      text.formIndex(after: &next)
    }
    return number
  }

  /// Steps over a byte if it is next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard !isAtEnd, text[next] == byte else { return false }
    text.formIndex(after: &next)
    return true
  }
}
