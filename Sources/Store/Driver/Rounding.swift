import Values

/// Rounding of amounts: half away from zero, without passing through a `Double` where nine decimals are enough.
enum Rounding {
  static func times(_ minor: Int64, _ factor: Double) -> Int64? { scale(minor, by: factor, over: 1) }

  static func scale(_ minor: Int64, by factor: Double, over divisor: Double) -> Int64? {
    if divisor == 0 { return nil }
    guard let above = Decimal64("\(factor)"), let below = Decimal64("\(divisor)") else {
      return Int64(exactly: (Double(minor) * factor / divisor).rounded())
    }
    let (high, low) = minor.multipliedFullWidth(by: above.units)
    let product = Int128(high) << 64 | Int128(low)
    let (numerator, over) = product.multipliedReportingOverflow(by: power(below.digits))
    let (denominator, over2) = Int128(below.units).multipliedReportingOverflow(by: power(above.digits))
    guard !over, !over2 else { return Int64(exactly: (Double(minor) * factor / divisor).rounded()) }
    return denominator < 0 ? halfUp(-numerator, -denominator) : halfUp(numerator, denominator)
  }

  private static func power(_ digits: Int) -> Int128 { (0..<digits).reduce(1) { power, _ in power * 10 } }

  /// `total ÷ count`.
  static func mean(_ total: Int64, _ count: Int64) -> Int64? { halfUp(Int128(total), Int128(count)) }

  /// A number in minor units of so many digits: 12.345 with two digits is 1235.
  static func scaled(_ number: Double, digits: Int) -> Int64 {
    var scale: Int64 = 1
    for _ in 0..<digits { scale *= 10 }
    return times(scale, number) ?? (number < 0 ? .min : .max)
  }

  private static func halfUp(_ number: Int128, _ divisor: Int128) -> Int64? {
    guard divisor > 0 else { return nil }
    let doubled = number.magnitude * 2 + divisor.magnitude
    let rounded = Int128(doubled / (divisor.magnitude * 2))
    return Int64(exactly: number < 0 ? -rounded : rounded)
  }
}
