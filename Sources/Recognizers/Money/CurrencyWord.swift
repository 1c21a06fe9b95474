import Values

/// The currency that a word names, small enough to copy freely: three letters of a code, or the dollar whose country
/// was not said.
struct CurrencyWord: Hashable, ExpressibleByStringLiteral {
  private let packed: UInt32

  /// A code such as "USD", or "$".
  init(stringLiteral code: StaticString) {
    packed = code.withUTF8Buffer { bytes in bytes.reduce(0) { $0 << 8 | UInt32($1) } }
  }

  /// Three letters, or `$`; nil for anything else.
  init?(_ code: String) {
    guard code == "$" || Currency(code) != nil else { return nil }
    packed = code.uppercased().utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// "dollars", `$`: whichever dollar the speaker counts in.
  static let dollar: CurrencyWord = "$"

  /// nil for the dollar that has no country.
  var currency: Currency? {
    guard self != .dollar else { return nil }
    let letters = [packed >> 16, packed >> 8, packed].map { UInt8(truncatingIfNeeded: $0) }
    return Currency(String(decoding: letters, as: UTF8.self))
  }
}
