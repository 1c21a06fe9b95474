import GRDB
import Model
import Values

/// An expression compiled: its SQL, and what it takes to compare, sort, select and read it.
struct Term: Sendable {
  enum Sort: Sendable {
    case text, longText, currency, integer, decimal, boolean, money, amounts, day, moment, record, list
    case choice([String])
  }

  var sort: Sort
  /// Of money the minor units, of a moment the local time, of a record its key.
  var sql: Fragment
  /// Folded text.
  var folded: Fragment?
  /// Of money.
  var currency: Fragment?
  /// Of a moment: seconds since 1970.
  var utc: Fragment?
  /// Of a record: its kind, or the column that says it.
  var kind: KindID?
  var kindColumn: Fragment?
  /// Of amounts.
  var aggregate: MoneyAggregate?
  /// Of a product of money: its factors, so that a division that follows rounds but once.
  var unrounded: (Fragment, Fragment)?
  /// The constant that it is.
  var constant: Value?

  init(
    _ sort: Sort, _ sql: Fragment, folded: Fragment? = nil, currency: Fragment? = nil, utc: Fragment? = nil,
    kind: KindID? = nil, kindColumn: Fragment? = nil, aggregate: MoneyAggregate? = nil, constant: Value? = nil
  ) {
    self.sort = sort
    self.sql = sql
    self.folded = folded
    self.currency = currency
    self.utc = utc
    self.kind = kind
    self.kindColumn = kindColumn
    self.aggregate = aggregate
    self.constant = constant
  }

  var isText: Bool {
    switch sort {
    case .text, .longText, .currency, .choice: true
    default: false
    }
  }

  var isNumber: Bool {
    switch sort {
    case .integer, .decimal, .boolean: true
    default: false
    }
  }

  var isTime: Bool {
    switch sort {
    case .day, .moment: true
    default: false
    }
  }

  /// As text is compared: folded.
  var text: Fragment { folded ?? sql }

  /// The local day, as ISO text.
  var day: Fragment {
    if case .moment = sort { return "substr(\(sql), 1, 10)" }
    return sql
  }

  /// What it is put in order by.
  var order: Fragment {
    switch sort {
    case .money: Amounts.milli(sql, currency ?? "''")
    case .amounts: aggregate?.largest ?? sql
    case .choice(let words): Self.rank(sql, words)
    default: text
    }
  }

  static func rank(_ sql: Fragment, _ words: [String]) -> Fragment {
    let cases = words.enumerated().map { Fragment("WHEN \(bind: $1) THEN \(raw: String($0))") }
    return cases.isEmpty ? sql : "(CASE \(sql) \(cases.joined(" ")) END)"
  }

  /// The columns it is read from.
  var columns: [Fragment] {
    switch sort {
    case .money: [sql, currency ?? "NULL"]
    case .moment: [sql, utc ?? "NULL"]
    case .record: kindColumn.map { [sql, $0] } ?? [sql]
    case .amounts: [aggregate?.perCurrency ?? sql]
    default: [sql]
    }
  }

  /// What makes one group of it.
  var groupColumns: [Fragment] {
    switch sort {
    case .text: [text]
    default: columns
    }
  }
}
