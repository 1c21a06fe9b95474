import Model

/// Money summed over related records: the parts of a subquery, put together as it is needed.
struct MoneyAggregate {
  let aggregate: Aggregate
  let minor: Fragment
  let currency: Fragment
  /// From `FROM` on, up to the end of its `WHERE`.
  let source: Fragment

  var value: Fragment {
    switch aggregate {
    case .count: "COUNT(\(minor))"
    case .sum: "COALESCE(SUM(\(minor)), 0)"
    case .average: "CAST(ROUND(SUM(\(minor)) * 1.0 / COUNT(\(minor))) AS INTEGER)"
    case .minimum: "MIN(\(minor))"
    case .maximum: "MAX(\(minor))"
    case .median: "CAST(ROUND(median(\(minor))) AS INTEGER)"
    }
  }

  /// `USD 1200,EUR -5`; NULL for nothing.
  var perCurrency: Fragment {
    """
    (SELECT group_concat("c" || ' ' || "v") FROM (SELECT \(currency) AS "c", \(value) AS "v" \(source) \
    AND \(currency) IS NOT NULL AND \(minor) IS NOT NULL GROUP BY 1))
    """
  }

  /// Within one currency.
  func within(_ code: Fragment) -> Fragment { "(SELECT \(value) \(source) AND \(currency) = \(code))" }

  /// In thousandths, of the currency that has most; a sum of nothing is 0.
  var largest: Fragment {
    let milli = Amounts.milli("\"v\"", "\"c\"")
    let most: Fragment =
      "(SELECT MAX(\(milli)) FROM (SELECT \(currency) AS \"c\", \(value) AS \"v\" \(source) GROUP BY 1))"
    return aggregate == .sum ? "COALESCE(\(most), 0)" : most
  }
}
