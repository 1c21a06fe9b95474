/// Stable identifiers of records across databases: UUIDs of version 7 (RFC 9562), which sort by the time they were made.
struct ExchangeIDs: Sendable {
  /// Random bytes, this many.
  let bytes: @Sendable (Int) -> [UInt8]

  static let random = ExchangeIDs { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// The next identifier at a time in milliseconds since 1970.
  func next(milliseconds: Int64) -> String {
    var octets = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> Int64(40 - 8 * $0)) } + bytes(10)
    octets[6] = octets[6] & 0x0F | 0x70
    octets[8] = octets[8] & 0x3F | 0x80
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (index, octet) in octets.enumerated() {
      if index == 4 || index == 6 || index == 8 || index == 10 { text.append(45) }
      text.append(Self.digits[Int(octet >> 4)])
      text.append(Self.digits[Int(octet & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits: [UInt8] = Array("0123456789abcdef".utf8)
}
