import Model
import Values

extension Compiler {
  /// See `Predicate.compare` for what is true where a value is missing or a currency differs.
  func compare(_ left: Term, _ comparison: Comparison, _ right: Term) throws -> Fragment {
    switch (left.sort, right.sort) {
    case (.amounts, .money), (.amounts, .integer), (.amounts, .decimal), (.amounts, .amounts):
      return try amounts(left, comparison, right)
    case (.money, .amounts), (.integer, .amounts), (.decimal, .amounts):
      return try amounts(right, Self.turned(comparison), left)
    case (.money, .money): return moneys(left, comparison, right)
    case (.money, _) where right.isNumber:
      return Self.operation(left.sql, comparison, minor(right, in: left.currency ?? "''"))
    case (_, .money) where left.isNumber:
      return Self.operation(minor(left, in: right.currency ?? "''"), comparison, right.sql)
    case (.record, .record): return try records(left, comparison, right)
    case (.choice(let words), _) where right.isText: return choices(left, comparison, right, words)
    case (_, .choice(let words)) where left.isText: return choices(right, Self.turned(comparison), left, words)
    case (.moment, .moment):
      return Self.operation(left.utc ?? left.sql, comparison, right.utc ?? right.sql)
    default: return try plain(left, comparison, right)
    }
  }

  private func plain(_ left: Term, _ comparison: Comparison, _ right: Term) throws -> Fragment {
    if left.isTime, right.isTime { return Self.operation(left.day, comparison, right.day) }
    if left.isNumber, right.isNumber { return Self.operation(left.sql, comparison, right.sql) }
    if left.isText, right.isText {
      if case .currency = left.sort { return Self.operation("fold(\(left.sql))", comparison, right.text) }
      return Self.operation(left.text, comparison, right.text)
    }
    if left.isText, right.isNumber { return Self.operation(left.text, comparison, "CAST(\(right.sql) AS TEXT)") }
    if case .list = left.sort, case .text(let label)? = right.constant, comparison == .equal {
      return try condition(has: left, label)
    }
    throw QueryFault.mismatch("\(left.sort) \(comparison.rawValue) \(right.sort)")
  }

  private func condition(has list: Term, _ label: String) throws -> Fragment {
    "(instr(\(list.text), \(bind: Encoding.separator + NameKey.fold(label) + Encoding.separator)) > 0)"
  }

  private func moneys(_ left: Term, _ comparison: Comparison, _ right: Term) -> Fragment {
    let test = Self.operation(left.sql, comparison, right.sql)
    let same: Fragment = "\(left.currency ?? "NULL") = \(right.currency ?? "NULL")"
    return comparison == .notEqual ? "(\(test) AND IFNULL(\(same), 1))" : "(\(same) AND \(test))"
  }

  /// Sums over several currencies: with money, the sum in its currency; with a number, the largest of the sums.
  private func amounts(_ left: Term, _ comparison: Comparison, _ right: Term) throws -> Fragment {
    guard let sums = left.aggregate else { throw QueryFault.mismatch("amounts as a constant") }
    if case .money = right.sort {
      return Self.operation(sums.within(right.currency ?? "NULL"), comparison, right.sql)
    }
    let other: Fragment
    switch right.constant {
    case .integer(let number): other = .bound(Rounding.scaled(Double(number), digits: 3))
    case .decimal(let number): other = .bound(Rounding.scaled(number, digits: 3))
    default: other = right.aggregate?.largest ?? "\(right.sql) * 1000"
    }
    return Self.operation(sums.largest, comparison, other)
  }

  private func records(_ left: Term, _ comparison: Comparison, _ right: Term) throws -> Fragment {
    guard comparison == .equal || comparison == .notEqual else {
      throw QueryFault.mismatch("record \(comparison.rawValue) record")
    }
    let keys = Self.operation(left.sql, comparison, right.sql)
    if let kind = left.kind, let other = right.kind {
      return kind == other ? keys : comparison == .equal ? "0" : "1"
    }
    func kind(_ term: Term) -> Fragment { term.kindColumn ?? .bound(term.kind?.rawValue ?? "") }
    let kinds = Self.operation(kind(left), comparison, kind(right))
    return comparison == .equal ? "(\(keys) AND \(kinds))" : "(\(keys) OR \(kinds))"
  }

  /// Equal by the folded word; greater or less by the order in which the words are declared.
  private func choices(_ left: Term, _ comparison: Comparison, _ right: Term, _ words: [String]) -> Fragment {
    let value: Fragment
    if case .text(let text)? = right.constant {
      let key = NameKey.fold(text)
      value = .bound(words.first { NameKey.fold($0) == key } ?? text)
    } else {
      value = right.sql
    }
    if comparison == .equal || comparison == .notEqual { return Self.operation(left.sql, comparison, value) }
    return Self.operation(Term.rank(left.sql, words), comparison, Term.rank(value, words))
  }

  static func operation(_ left: Fragment, _ comparison: Comparison, _ right: Fragment) -> Fragment {
    let test: Fragment = "\(left) \(raw: comparison.rawValue) \(right)"
    return comparison == .notEqual ? "IFNULL(\(test), 1)" : "(\(test))"
  }

  static func turned(_ comparison: Comparison) -> Comparison {
    switch comparison {
    case .less: .greater
    case .atMost: .atLeast
    case .atLeast: .atMost
    case .greater: .less
    case .equal, .notEqual: comparison
    }
  }
}
