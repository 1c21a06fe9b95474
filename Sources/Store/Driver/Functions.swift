import GRDB
import Model
import Values

/// What SQL lacks: folding, and exact products of money.
enum Functions {
  static func install(in db: Database) {
    db.add(function: fold)
    db.add(function: moneyScale)
    db.add(function: DatabaseFunction("median", argumentCount: 1, pure: true, aggregate: Median.self))
  }

  /// `fold(text)`: `NameKey.fold`.
  private static let fold = DatabaseFunction("fold", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map { NameKey.fold($0) }
  }

  /// `money_scale(minor units, factor, divisor)`: multiplied, divided, and only then rounded half up to a minor unit;
  /// exact where factor and divisor have no more than nine decimals. NULL for a divisor of 0.
  private static let moneyScale = DatabaseFunction("money_scale", argumentCount: 3, pure: true) { values in
    guard let minor = Int64.fromDatabaseValue(values[0]), let factor = Double.fromDatabaseValue(values[1]),
      let divisor = Double.fromDatabaseValue(values[2])
    else { return nil }
    return Rounding.scale(minor, by: factor, over: divisor)
  }
}
