/// Reads the digits and marks of a date or time of ISO 8601 one after the other.
struct ISODigits<Text: StringProtocol> {
  private var rest: Text.UTF8View.SubSequence

  init(_ text: Text) { rest = text.utf8[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// The number of exactly so many digits; nil, with anything taken, where others stand.
  mutating func number(of count: Int) -> Int? {
    var number = 0
    for _ in 0..<count {
      guard let byte = rest.first, 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
      rest.removeFirst()
    }
    return number
  }

  /// Steps over a byte if it is next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }
}
