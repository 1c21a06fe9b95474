import GRDB
import Model
import Values

/// What SQL lacks: folding, and exact products of money.
enum Functions {
  static func install(in db: Database) {
    db.add(function: fold)
    db.add(function: moneyTimes)
    db.add(function: DatabaseFunction("median", argumentCount: 1, pure: true, aggregate: Median.self))
  }

  /// `fold(text)`: `NameKey.fold`.
  private static let fold = DatabaseFunction("fold", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map { NameKey.fold($0) }
  }

  /// `money_times(minor units, factor)`: rounded half up to a minor unit, exact for a factor of up to nine decimals.
  private static let moneyTimes = DatabaseFunction("money_times", argumentCount: 2, pure: true) { values in
    guard let minor = Int64.fromDatabaseValue(values[0]), let factor = Double.fromDatabaseValue(values[1]) else {
      return nil
    }
    return Rounding.times(minor, factor)
  }
}

/// Rounding of amounts: half away from zero, without passing through a `Double` where nine decimals are enough.
enum Rounding {
  static func times(_ minor: Int64, _ factor: Double) -> Int64? {
    guard let exact = Decimal64(plain(factor)) else { return whole(Double(minor) * factor) }
    let (high, low) = minor.multipliedFullWidth(by: exact.units)
    var scale: Int64 = 1
    for _ in 0..<exact.digits { scale *= 10 }
    let product = Int128(high) << 64 | Int128(low)
    return halfUp(product, Int128(scale))
  }

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

  private static func whole(_ number: Double) -> Int64? { Int64(exactly: number.rounded()) }

  /// Swift's shortest text of a number, unless it needs an exponent.
  private static func plain(_ number: Double) -> String { "\(number)" }
}
