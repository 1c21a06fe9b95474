/// An amount of one currency, exact to its minor unit.
public struct Money: Hashable, Sendable, Codable, CustomStringConvertible {
  /// In minor units: cents for dollars, yen for yen.
  public var minor: Int64
  public var currency: Currency

  public init(minor: Int64, _ currency: Currency) {
    self.minor = minor
    self.currency = currency
  }

  /// Reads a plain decimal such as `-1234.5`; nil where there is anything else in it, more digits than the
  /// currency has (unless they are zeros), or more than `Int64` holds.
  public init?(decimal text: some StringProtocol, _ currency: Currency) {
    guard let value = Decimal64(text), let minor = value.scaled(to: currency.digits) else { return nil }
    self.init(minor: minor, currency)
  }

  /// With the currency's own number of digits and no grouping: `24000.00`.
  public var decimal: String { Decimal64(units: minor, digits: currency.digits).description }

  public var description: String { "\(decimal) \(currency.code)" }
}
