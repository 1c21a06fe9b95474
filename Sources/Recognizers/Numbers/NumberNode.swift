import Values

/// A number found in the sentence.
struct NumberNode {
  enum Style { case digits, words, han }

  var start: Int
  var end: Int
  var value: Decimal64
  var style: Style
  /// How many digits it was written with and nothing else, no separator, no scale; 0 otherwise.
  var plainDigits = 0
  /// Part of a longer code or word: "R9", "Q-1003", "3x". Only units that are written to it make it a value.
  var isGlued = false
  /// Written with a scale such as k, million or 万.
  var hasScale = false
  /// One short word such as "one" or 一, which is mostly not meant as a number.
  var isWeak = false

  var integer: Int? { value.integer.map { Int($0) } }
}

extension Decimal64 {
  /// The sum, or nil when it does not fit.
  func plus(_ other: Decimal64) -> Decimal64? {
    let digits = max(self.digits, other.digits)
    guard let a = scaled(to: digits), let b = other.scaled(to: digits) else { return nil }
    let (sum, over) = a.addingReportingOverflow(b)
    return over ? nil : Decimal64(units: sum, digits: digits)
  }

  /// A tenth, a hundredth… of it; nil when more than nine digits follow the point.
  func shifted(right places: Int) -> Decimal64? {
    let value = reduced
    return value.digits + places <= 9 ? Decimal64(units: value.units, digits: value.digits + places).reduced : nil
  }

  var negated: Decimal64 { Decimal64(units: -units, digits: digits) }
}
