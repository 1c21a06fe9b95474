import Model
import Values

enum Operation { case sum, difference, product, quotient }

extension Compiler {
  func arithmetic(_ operation: Operation, _ left: Term, _ right: Term) throws -> Term {
    switch (left.sort, right.sort) {
    case (.money, .money): return try moneys(operation, left, right)
    case (.money, .integer), (.money, .decimal), (.money, .boolean): return try scaled(operation, left, right)
    case (.integer, .money), (.decimal, .money), (.boolean, .money):
      if case .product = operation { return try scaled(operation, right, left) }
      return try sameCurrency(operation, number: left, money: right)
    case (.day, _), (.moment, _): return try moved(operation, left, right)
    default:
      guard left.isNumber, right.isNumber else { throw QueryFault.mismatch("arithmetic on what is not a number") }
      return numbers(operation, left, right)
    }
  }

  private func numbers(_ operation: Operation, _ left: Term, _ right: Term) -> Term {
    var sort = Term.Sort.integer
    if case .decimal = left.sort { sort = .decimal }
    if case .decimal = right.sort { sort = .decimal }
    switch operation {
    case .sum: return Term(sort, "(\(left.sql) + \(right.sql))")
    case .difference: return Term(sort, "(\(left.sql) - \(right.sql))")
    case .product: return Term(sort, "(\(left.sql) * \(right.sql))")
    case .quotient: return Term(.decimal, "(CAST(\(left.sql) AS REAL) / NULLIF(\(right.sql), 0))")
    }
  }

  /// No value where the currencies differ. A quotient of amounts is a number.
  private func moneys(_ operation: Operation, _ left: Term, _ right: Term) throws -> Term {
    let (mine, other) = (left.currency ?? "NULL", right.currency ?? "NULL")
    let same: Fragment = mine.sql == other.sql && mine.values == other.values ? "1" : "\(mine) = \(other)"
    func checked(_ value: Fragment) -> Fragment { same.sql == "1" ? value : "(CASE WHEN \(same) THEN \(value) END)" }
    switch operation {
    case .sum: return Term(.money, checked("(\(left.sql) + \(right.sql))"), currency: left.currency)
    case .difference: return Term(.money, checked("(\(left.sql) - \(right.sql))"), currency: left.currency)
    case .quotient: return Term(.decimal, checked("(CAST(\(left.sql) AS REAL) / NULLIF(\(right.sql), 0))"))
    case .product: throw QueryFault.mismatch("a product of two amounts")
    }
  }

  private func scaled(_ operation: Operation, _ money: Term, _ number: Term) throws -> Term {
    switch (operation, number.sort) {
    case (.product, .integer), (.product, .boolean):
      return Term(.money, "(\(money.sql) * \(number.sql))", currency: money.currency)
    case (.product, _):
      var result = Term(.money, "money_scale(\(money.sql), \(number.sql), 1)", currency: money.currency)
      result.unrounded = (money.sql, number.sql)
      return result
    case (.quotient, _):
      let (minor, factor) = money.unrounded ?? (money.sql, "1")
      return Term(.money, "money_scale(\(minor), \(factor), \(number.sql))", currency: money.currency)
    case (.sum, _), (.difference, _):
      let amount = Term(.money, minor(number, in: money.currency ?? "''"), currency: money.currency)
      return try moneys(operation, money, amount)
    }
  }

  private func sameCurrency(_ operation: Operation, number: Term, money: Term) throws -> Term {
    let amount = Term(.money, minor(number, in: money.currency ?? "''"), currency: money.currency)
    return try moneys(operation, amount, money)
  }

  /// A bare number as minor units of a currency, half up.
  func minor(_ number: Term, in currency: Fragment) -> Fragment {
    func scaled(_ digits: Int) -> Fragment {
      switch number.constant {
      case .integer(let value): .bound(Rounding.scaled(Double(value), digits: digits))
      case .decimal(let value): .bound(Rounding.scaled(value, digits: digits))
      default: "CAST(ROUND(\(number.sql) * \(raw: digits == 0 ? "1" : digits == 2 ? "100" : "1000")) AS INTEGER)"
      }
    }
    return Amounts.byDigits(currency, scaled(0), scaled(2), scaled(3))
  }

  /// A day some days on; the difference of two is in days.
  private func moved(_ operation: Operation, _ left: Term, _ right: Term) throws -> Term {
    if right.isTime, case .difference = operation { return try days(right, left) }
    guard right.isNumber else { throw QueryFault.mismatch("a date and what is not a number of days") }
    let count: Fragment = "CAST(\(right.sql) AS INTEGER)"
    switch operation {
    case .sum: return Term(.day, "date(\(left.day), \(count) || ' days')")
    case .difference: return Term(.day, "date(\(left.day), -\(count) || ' days')")
    case .product, .quotient: throw QueryFault.mismatch("a product of a date")
    }
  }

  func days(_ from: Term, _ to: Term) throws -> Term {
    guard from.isTime, to.isTime else { throw QueryFault.mismatch("days between what are not dates") }
    return Term(.integer, "CAST(ROUND(julianday(\(to.day)) - julianday(\(from.day))) AS INTEGER)")
  }

  func hours(_ from: Term, _ to: Term) throws -> Term {
    guard from.isTime, to.isTime else { throw QueryFault.mismatch("hours between what are not times") }
    func instant(_ term: Term) -> Fragment { term.utc ?? "CAST(strftime('%s', \(term.sql)) AS INTEGER)" }
    return Term(.decimal, "((\(instant(to)) - \(instant(from))) / 3600.0)")
  }

  /// A period's label: `2026-11`, `2026-Q3`, `2026-H1`, `2026`, `2020s`; of a week its Monday.
  func period(_ term: Term, _ grain: Grain) throws -> Term {
    guard term.isTime else { throw QueryFault.mismatch("a period of what is not a date") }
    let (day, sql) = (term.day, term.sql)
    func half(_ letter: String, _ months: String) -> Fragment {
      """
      (substr(\(sql), 1, 4) || '-\(raw: letter)' || \
      ((CAST(substr(\(sql), 6, 2) AS INTEGER) + \(raw: months) - 1) / \(raw: months)))
      """
    }
    let label: Fragment =
      switch grain {
      case .second: sql
      case .minute: "substr(\(sql), 1, 16)"
      case .hour: "substr(\(sql), 1, 13)"
      case .day: day
      case .week: "date(\(day), 'weekday 0', '-6 days')"
      case .month: "substr(\(sql), 1, 7)"
      case .quarter: half("Q", "3")
      case .half: half("H", "6")
      case .year: "substr(\(sql), 1, 4)"
      case .decade: "(substr(\(sql), 1, 3) || '0s')"
      }
    return Term(.text, label)
  }
}
