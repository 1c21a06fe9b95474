import Model
import Values

/// Sums of money, by currency.
enum Amounts {
  /// The base currency first, then by code; zeros left out unless all are.
  static func list(_ sums: [String: Int64], base: Currency) -> [Money] {
    let all = sums.compactMap { code, minor in Currency(code).map { Money(minor: minor, $0) } }
    let kept = all.filter { $0.minor != 0 }
    if kept.isEmpty { return [all.min { rank($0, base) < rank($1, base) } ?? Money(minor: 0, base)] }
    return kept.sorted { rank($0, base) < rank($1, base) }
  }

  static func value(_ sums: [String: Int64], base: Currency) -> Value { .amounts(list(sums, base: base)) }

  private static func rank(_ money: Money, _ base: Currency) -> String {
    money.currency == base ? "" : money.currency.code
  }

  /// Codes by how many digits follow the point, where those are not two.
  static let whole = codes(digits: 0)
  static let thousandths = codes(digits: 3)

  /// Currencies of ISO 4217 that have not two digits.
  private static func codes(digits: Int) -> String {
    [
      "BHD", "BIF", "CLP", "DJF", "GNF", "IQD", "ISK", "JOD", "JPY", "KMF", "KRW", "KWD", "LYD", "OMR", "PYG", "RWF",
      "TND", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
    ]
    .filter { Currency($0)?.digits == digits }.map { "'\($0)'" }.joined(separator: ", ")
  }

  /// An amount in thousandths of its currency, so that numbers of different currencies can be put in order.
  static func milli(_ minor: Fragment, _ currency: Fragment) -> Fragment {
    "(\(minor)) * \(byDigits(currency, "1000", "10", "1"))"
  }

  /// One of three, by the digits of a currency; the commonest are asked first.
  static func byDigits(_ currency: Fragment, _ none: Fragment, _ two: Fragment, _ three: Fragment) -> Fragment {
    """
    (CASE \(currency) WHEN 'USD' THEN \(two) WHEN 'EUR' THEN \(two) WHEN 'CNY' THEN \(two) ELSE \
    CASE WHEN \(currency) IN (\(raw: whole)) THEN \(none) \
    WHEN \(currency) IN (\(raw: thousandths)) THEN \(three) ELSE \(two) END END)
    """
  }
}
