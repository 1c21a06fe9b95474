import GRDB
import Model
import Values

/// A query with measures, compiled: one statement for all that is a plain value, and one more for each measure of
/// money, which has a value a currency. The rows meet by their group's key.
struct Measuring {
  struct Leaf {
    let term: Term?
    let aggregate: Aggregate
    let condition: Fragment?
  }

  let compiler: Compiler
  let query: Query
  private let place: Place
  private let groups: [Term]
  private let leaves: [Leaf]
  private let extras: [Fragment]
  private let rest: Fragment
  private let base: Currency

  init(_ query: Query, _ compiler: Compiler) throws {
    self.query = query
    self.compiler = compiler
    base = compiler.context.baseCurrency
    let scope = try compiler.scope(query.kind)
    let place = scope.place
    self.place = place
    let filter = try compiler.filter(query.predicate, place)
    groups = try query.groups.map { Self.spread(try compiler.term($0, place), compiler, scope) }
    leaves = try query.measures.flatMap(Self.leaves).map { aggregate, of, matching in
      Leaf(
        term: try of.map { try compiler.term($0, place) }, aggregate: aggregate,
        condition: matching == .always ? nil : try compiler.condition(matching, place))
    }
    extras = try query.sort.compactMap { sort in
      guard case .expression(let expression) = sort.key, !query.groups.contains(expression) else { return nil }
      return "MIN(\(try compiler.ordering(expression, place)))"
    }
    rest = "FROM \(scope.from) WHERE \(filter)"
  }

  /// A list stands in the group of each of its labels, or in the empty one.
  private static func spread(_ term: Term, _ compiler: Compiler, _ scope: Scope) -> Term {
    guard case .list = term.sort else { return term }
    compiler.aliases += 1
    let alias = "t\(compiler.aliases)"
    scope.join("LEFT JOIN json_each(\(term.sql)) AS \(raw: alias)")
    return Term(.text, "\(raw: alias).value", folded: "fold(\(raw: alias).value)")
  }

  private static func leaves(_ measure: Measure) -> [(Aggregate, Expression?, Predicate)] {
    switch measure {
    case .aggregate(let aggregate, let of, let matching): [(aggregate, of, matching)]
    case .ratio(let left, let right), .difference(let left, let right): leaves(left) + leaves(right)
    }
  }

  /// By leaf.
  var isMoney: [Bool] {
    leaves.map { leaf in
      guard let term = leaf.term, leaf.aggregate != .count else { return false }
      switch term.sort {
      case .money, .amounts: return true
      default: return false
      }
    }
  }

  private var keys: [Fragment] { groups.flatMap(\.groupColumns) }

  private func grouped(_ select: [Fragment], by: [Fragment], _ condition: Fragment? = nil) -> Fragment {
    var result: Fragment = "SELECT \(select.joined(", ")) \(rest)"
    if let condition { result = "\(result) AND \(condition)" }
    if !by.isEmpty {
      let places = by.indices.map { Fragment(sql: String($0 + 1)) }
      result = "\(result) GROUP BY \(places.joined(", "))"
    }
    return result
  }

  /// Runs all of it: a line a group, its keys read, its leaves measured, in no order.
  func lines(_ db: Database) throws -> [Line] {
    var lines = try plainLines(db)
    let places = Dictionary(lines.indices.map { (lines[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
    for (number, leaf) in leaves.enumerated() {
      guard let term = leaf.term, leaf.aggregate != .count else { continue }
      switch term.sort {
      case .money: try money(db, leaf, term) { lines[places[$0] ?? 0].sums[number, default: [:]][$1] = $2 }
      case .amounts:
        try amounts(db, leaf, term) { lines[places[$0] ?? 0].sums[number, default: [:]][$1, default: 0] += $2 }
      default: continue
      }
    }
    return lines
  }

  private func plainLines(_ db: Database) throws -> [Line] {
    var select = keys
    var readers: [(Column, Int)] = []
    var index = 0
    for group in groups {
      if case .text = group.sort {
        readers.append((Column(group), select.count))
        select.append("MIN(\(group.sql))")
      } else {
        readers.append((Column(group), index))
      }
      index += group.groupColumns.count
    }
    var cells: [(number: Int, column: Column, index: Int)] = []
    for (number, leaf) in leaves.enumerated() {
      guard let term = try plain(leaf) else { continue }
      cells.append((number, Column(term), select.count))
      select += term.columns
    }
    let extra = select.count
    select += extras
    if select.isEmpty { select = ["COUNT(*)"] }
    var lines: [Line] = []
    try db.each(grouped(select, by: keys)) { row in
      var line = Line(key: (0..<keys.count).map { row[$0] as DatabaseValue })
      line.groups = readers.map { $0.0.read(row, $0.1, base: base) }
      for cell in cells { line.values[cell.number] = cell.column.read(row, cell.index, base: base) }
      line.extras = extras.indices.map { row[extra + $0] as DatabaseValue }
      lines.append(line)
    }
    return lines
  }

  /// The column of a leaf that is no money; nil for one that is.
  private func plain(_ leaf: Leaf) throws -> Term? {
    guard let term = leaf.term else {
      return Term(.integer, leaf.condition.map { "COUNT(CASE WHEN \($0) THEN 1 END)" } ?? "COUNT(*)")
    }
    var sort = term.sort
    switch term.sort {
    case .money, .amounts:
      guard leaf.aggregate == .count else { return nil }
    case .boolean: sort = .integer
    default: break
    }
    guard let condition = leaf.condition else {
      return try Compiler.over(with(term, sort, \.self), leaf.aggregate) { $0 }
    }
    return try Compiler.over(with(term, sort) { "CASE WHEN \(condition) THEN \($0) END" }, leaf.aggregate) { $0 }
  }

  private func with(_ term: Term, _ sort: Term.Sort, _ wrap: (Fragment) -> Fragment) -> Term {
    Term(sort, wrap(term.sql), folded: term.folded, utc: term.utc.map(wrap), kind: term.kind)
  }

  private func money(_ db: Database, _ leaf: Leaf, _ term: Term, _ add: ([DatabaseValue], String, Int64) -> Void) throws
  {
    let sums = MoneyAggregate(aggregate: leaf.aggregate, minor: term.sql, currency: term.currency ?? "NULL", source: "")
    let by = keys + [sums.currency]
    var condition: Fragment = "\(term.sql) IS NOT NULL"
    if let own = leaf.condition { condition = "\(condition) AND \(own)" }
    try db.each(grouped(by + [sums.value], by: by, condition)) { row in
      guard let code = row[keys.count] as String?, let minor = row[keys.count + 1] as Int64? else { return }
      add((0..<keys.count).map { row[$0] as DatabaseValue }, code, minor)
    }
  }

  /// Sums of sums: every record has several amounts.
  private func amounts(
    _ db: Database, _ leaf: Leaf, _ term: Term, _ add: ([DatabaseValue], String, Int64) -> Void
  ) throws {
    guard leaf.aggregate == .sum else { throw QueryFault.mismatch("\(leaf.aggregate.rawValue) of several currencies") }
    try db.each(grouped(keys + term.columns, by: [], leaf.condition)) { row in
      for (code, minor) in row.amounts(keys.count) {
        add((0..<keys.count).map { row[$0] as DatabaseValue }, code, minor)
      }
    }
  }
}

/// One group of a query with measures.
struct Line {
  let key: [DatabaseValue]
  var groups: [Value?] = []
  /// By the number of the leaf.
  var values: [Int: Value] = [:]
  var sums: [Int: [String: Int64]] = [:]
  /// What groups are put in order by that is none of their keys.
  var extras: [DatabaseValue] = []

  init(key: [DatabaseValue]) { self.key = key }
}
