/// An ISO 4217 currency, by its three-letter code.
public struct Currency: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Three upper-case letters, such as `USD`.
  public let code: String

  /// Any three ASCII letters, in either case; nil for anything else.
  public init?(_ code: String) {
    let letters = code.uppercased()
    guard letters.utf8.count == 3, letters.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    self.code = letters
  }

  private init(known code: String) { self.code = code }

  public static let usd = Currency(known: "USD")
  public static let cny = Currency(known: "CNY")
  public static let eur = Currency(known: "EUR")

  /// How many digits stand after the decimal point of an amount (ISO 4217's minor unit).
  public var digits: Int {
    switch code {
    case "JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF", "XPF": 0
    case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
    default: 2
    }
  }

  /// 10 to the power of `digits`: how many minor units make one.
  public var scale: Int64 { digits == 0 ? 1 : digits == 3 ? 1000 : 100 }

  public var description: String { code }

  public init(from decoder: any Decoder) throws {
    let code = try decoder.singleValueContainer().decode(String.self)
    guard let currency = Currency(code) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no currency: \(code)"))
    }
    self = currency
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
