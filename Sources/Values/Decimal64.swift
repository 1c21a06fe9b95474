/// An exact decimal number: `units` ÷ 10^`digits`.
///
/// For amounts and quantities as people write them; arithmetic on money stays in minor units.
public struct Decimal64: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  public let units: Int64
  /// 0 to 9.
  public let digits: Int

  public init(units: Int64, digits: Int) {
    self.units = units
    self.digits = digits
  }

  public init(_ whole: Int) { self.init(units: Int64(whole), digits: 0) }

  /// Reads `-12.50`, digits and one optional point only; nil for anything else or too large a number.
  public init?(_ text: some StringProtocol) {
    var units: Int64 = 0
    var digits = 0
    var seenPoint = false
    var seenDigit = false
    var negative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 45 where index == 0: negative = true
      case 43 where index == 0: break
      case 46 where !seenPoint: seenPoint = true
      case 48...57:
        seenDigit = true
        if seenPoint, digits == 9 {
          guard byte == 48 else { return nil }
          continue
        }
        let (product, over) = units.multipliedReportingOverflow(by: 10)
        let (sum, over2) = product.addingReportingOverflow(Int64(byte - 48))
        guard !over, !over2 else { return nil }
        units = sum
        if seenPoint { digits += 1 }
      default: return nil
      }
    }
    guard seenDigit else { return nil }
    self.init(units: negative ? -units : units, digits: digits)
  }

  /// The number in units of 10^-`count`, or nil where that would lose a digit or overflow.
  public func scaled(to count: Int) -> Int64? {
    var units = units
    var have = digits
    while have > count {
      guard units % 10 == 0 else { return nil }
      units /= 10
      have -= 1
    }
    while have < count {
      let (product, over) = units.multipliedReportingOverflow(by: 10)
      guard !over else { return nil }
      units = product
      have += 1
    }
    return units
  }

  /// Multiplies exactly, or nil when the result does not fit.
  public func times(_ factor: Int64) -> Decimal64? {
    let (product, over) = units.multipliedReportingOverflow(by: factor)
    return over ? nil : Decimal64(units: product, digits: digits).reduced
  }

  /// The same number with no trailing zero digit after the point.
  public var reduced: Decimal64 {
    var (units, digits) = (units, digits)
    while digits > 0, units % 10 == 0 {
      units /= 10
      digits -= 1
    }
    return Decimal64(units: units, digits: digits)
  }

  public var doubleValue: Double {
    var divisor = 1.0
    for _ in 0..<digits { divisor *= 10 }
    return Double(units) / divisor
  }

  /// The whole number, or nil where there is a fraction.
  public var integer: Int64? { scaled(to: 0) }

  public static func == (left: Decimal64, right: Decimal64) -> Bool {
    let (l, r) = (left.reduced, right.reduced)
    return l.units == r.units && l.digits == r.digits
  }

  public func hash(into hasher: inout Hasher) {
    let value = reduced
    hasher.combine(value.units)
    hasher.combine(value.digits)
  }

  public static func < (left: Decimal64, right: Decimal64) -> Bool {
    if let l = left.scaled(to: 9), let r = right.scaled(to: 9) { return l < r }
    return left.doubleValue < right.doubleValue
  }

  public var description: String {
    guard digits > 0 else { return String(units) }
    let text = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let point = padded.index(padded.endIndex, offsetBy: -digits)
    return (units < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
  }
}
