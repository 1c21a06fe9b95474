import Model
import Values

/// What a measure comes to in one group.
enum MeasureValue {
  case none
  case plain(Value)
  case amounts([String: Int64])

  /// Reads the leaves of `measure` from a line, `next` being the number of its first.
  init(_ measure: Measure, _ line: Line, isMoney: [Bool], next: inout Int) {
    switch measure {
    case .aggregate(let aggregate, _, _):
      defer { next += 1 }
      if isMoney[next] {
        let sums = line.sums[next] ?? [:]
        self = sums.isEmpty && aggregate != .sum ? .none : .amounts(sums)
      } else {
        self = line.values[next].map { .plain($0) } ?? .none
      }
    case .ratio(let left, let right):
      let (a, b) = Self.both(left, right, line, isMoney, &next)
      self = a.divided(by: b)
    case .difference(let left, let right):
      let (a, b) = Self.both(left, right, line, isMoney, &next)
      self = a.minus(b)
    }
  }

  private static func both(
    _ left: Measure, _ right: Measure, _ line: Line, _ isMoney: [Bool], _ next: inout Int
  ) -> (MeasureValue, MeasureValue) {
    let first = MeasureValue(left, line, isMoney: isMoney, next: &next)
    return (first, MeasureValue(right, line, isMoney: isMoney, next: &next))
  }

  func value(base: Currency) -> Value? {
    switch self {
    case .none: nil
    case .plain(let value): value
    case .amounts(let sums): Amounts.value(sums, base: base)
    }
  }

  private var number: Double? {
    switch self {
    case .plain(.integer(let number)): Double(number)
    case .plain(.decimal(let number)): number
    default: nil
    }
  }

  /// Amounts by a number are amounts; by amounts, a fraction where both are of one and the same currency.
  private func divided(by other: MeasureValue) -> MeasureValue {
    if case .amounts(let sums) = self {
      if case .amounts(let others) = other {
        let codes = Set(sums.filter { $0.value != 0 }.keys).union(others.filter { $0.value != 0 }.keys)
        guard codes.count == 1, let code = codes.first, let divisor = others[code], divisor != 0 else { return .none }
        return .plain(.decimal(Double(sums[code] ?? 0) / Double(divisor)))
      }
      guard let divisor = other.number, divisor != 0 else { return .none }
      return .amounts(
        sums.mapValues {
          Int64(exactly: divisor).flatMap { [minor = $0] count in Rounding.mean(minor, count) }
            ?? Rounding.times($0, 1 / divisor) ?? 0
        })
    }
    guard let number, let divisor = other.number, divisor != 0 else { return .none }
    return .plain(.decimal(number / divisor))
  }

  private func minus(_ other: MeasureValue) -> MeasureValue {
    switch (self, other) {
    case (.amounts(let left), .amounts(let right)): .amounts(left.merging(right.mapValues(-)) { $0 + $1 })
    case (.plain(.integer(let left)), .plain(.integer(let right))): .plain(.integer(left - right))
    default:
      if let left = number, let right = other.number { .plain(.decimal(left - right)) } else { .none }
    }
  }

  /// What groups are put in order by; amounts by the largest, in thousandths.
  var order: Double? {
    switch self {
    case .none: nil
    case .amounts(let sums):
      sums.compactMap { code, minor in Currency(code).map { Double(minor) / Double($0.scale) } }.max() ?? 0
    case .plain(.day(let day)): Double(day.number)
    case .plain(.moment(let moment)): Double(moment.epoch)
    case .plain: number
    }
  }
}
