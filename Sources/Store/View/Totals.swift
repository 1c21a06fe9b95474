import Model
import Values

/// The amounts of records added up by currency, as `View` has SQLite do it for sets that are not read whole.
struct Totals {
  /// nil for a currency in which no record has an amount.
  private var sums: [String: Int64?] = [:]
  /// Of amounts without a currency, which count only where the others are all of one.
  private var bare: Int64?
  private var isTooLarge = false

  mutating func add(_ code: String?, _ minor: Int64?) {
    guard let code else { return bare = sum(bare, minor) }
    sums[code] = .some(sum(sums[code] ?? nil, minor))
  }

  private mutating func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
    guard let left, let right else { return left ?? right }
    let (sum, overflow) = left.addingReportingOverflow(right)
    if overflow { isTooLarge = true }
    return sum
  }

  /// nil where a sum is beyond what an integer holds.
  func amounts(base: Currency) -> [Money]? {
    var all = self
    if sums.count == 1, let code = sums.keys.first { all.add(code, bare) }
    if all.isTooLarge { return nil }
    let known = all.sums.compactMapValues(\.self)
    return known.isEmpty ? [] : Amounts.list(known, base: base)
  }
}
