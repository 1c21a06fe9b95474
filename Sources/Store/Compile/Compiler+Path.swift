import CRM
import Model

extension Compiler {
  /// The field at the end of a path of references; `[id]` is the record itself.
  func path(_ steps: [FieldID], _ place: Place) throws -> Term {
    guard let last = steps.last else { return Term(.record, place.key, kind: place.kind.id) }
    var place = place
    for step in steps.dropLast() { place = try follow(step, from: place) }
    return try field(last, place)
  }

  func field(_ id: FieldID, _ place: Place) throws -> Term {
    if id == "id" { return Term(.record, place.key, kind: place.kind.id) }
    if id == "exchange_id" { return Term(.text, place.column("exchange_id")) }
    guard let field = place.kind.field(id) else {
      throw QueryFault.unknownField(kind: place.kind.id.rawValue, path: id.rawValue)
    }
    if let formula = field.formula { return try computed(field, formula, place) }
    let column = place.column(id.rawValue)
    switch field.kind {
    case .text, .category, .email, .phone, .url:
      return Term(.text, column, folded: place.column(id.rawValue + "_key"))
    case .longText: return Term(.longText, column, folded: "fold(\(column))")
    case .choice(let words): return Term(.choice(words), column)
    case .currency: return Term(.currency, column)
    case .integer: return Term(.integer, column)
    case .decimal, .percent: return Term(.decimal, column)
    case .boolean: return Term(.boolean, column)
    case .money(let holder): return Term(.money, column, currency: try currency(holder, place))
    case .day: return Term(.day, column)
    case .moment: return Term(.moment, column, utc: place.column(id.rawValue + "_utc"))
    case .tags: return Term(.list, column, folded: place.column(id.rawValue + "_key"))
    case .reference(let kind): return Term(.record, column, kind: kind)
    case .anyReference: return Term(.record, column, kindColumn: place.column(id.rawValue + "_kind"))
    }
  }

  private func currency(_ holder: FieldID, _ place: Place) throws -> Fragment {
    let term = try field(holder, place)
    return "COALESCE(\(term.sql), \(bind: context.baseCurrency.code))"
  }

  /// A formula, as the kind its field declares.
  private func computed(_ field: Field, _ formula: Expression, _ place: Place) throws -> Term {
    guard case .money(let holder) = field.kind, holder != .perCurrency else {
      return typed(try term(formula, place), as: field.kind)
    }
    let own = try currency(holder, place)
    var result = try money(formula, place, own: own)
    result.sort = .money
    result.currency = own
    result.constant = nil
    return result
  }

  /// A formula's value in minor units of the record's own currency: related amounts in others are left out.
  private func money(_ formula: Expression, _ place: Place, own: Fragment) throws -> Term {
    switch formula {
    case .aggregate(let aggregate, let relation, let matching, let of):
      return try aggregated(aggregate, relation, matching, of, place, own: own)
    case .sum(let left, let right):
      return try arithmetic(.sum, money(left, place, own: own), money(right, place, own: own))
    case .difference(let left, let right):
      return try arithmetic(.difference, money(left, place, own: own), money(right, place, own: own))
    case .product(let left, let right):
      return try arithmetic(.product, money(left, place, own: own), money(right, place, own: own))
    case .quotient(let left, let right):
      return try arithmetic(.quotient, money(left, place, own: own), money(right, place, own: own))
    default: return try term(formula, place)
    }
  }

  private func typed(_ term: Term, as kind: Field.Kind) -> Term {
    var term = term
    switch (kind, term.sort) {
    case (.integer, .decimal): return Term(.integer, "CAST(ROUND(\(term.sql)) AS INTEGER)")
    case (.decimal, .integer), (.percent, .integer): return Term(.decimal, "CAST(\(term.sql) AS REAL)")
    case (.boolean, _) where term.isNumber: term.sort = .boolean
    case (.day, .moment): return Term(.day, term.day)
    case (.choice(let words), .text): return Term(.choice(words), term.sql)
    default: break
    }
    return term
  }

  /// A measure over related records, as a subquery: it never multiplies rows.
  func aggregated(
    _ aggregate: Aggregate, _ relation: FieldID, _ matching: Predicate, _ of: Expression?, _ place: Place,
    own: Fragment?
  ) throws -> Term {
    let (inner, link) = try related(relation, of: place)
    let matching = try condition(matching, inner.place)
    guard let of else {
      return Term(.integer, "(SELECT COUNT(*) FROM \(inner.from) WHERE \(link) AND (\(matching)))")
    }
    let term = try self.term(of, inner.place)
    let source: Fragment = "FROM \(inner.from) WHERE \(link) AND (\(matching))"
    if case .money = term.sort, aggregate != .count {
      let sums = MoneyAggregate(
        aggregate: aggregate, minor: term.sql, currency: term.currency ?? "NULL", source: source)
      guard let own else { return Term(.amounts, sums.perCurrency, aggregate: sums) }
      return Term(.money, sums.within(own), currency: own)
    }
    return try Self.over(term, aggregate) { "(SELECT \($0) \(source))" }
  }

  /// The aggregate of what is not money, put into a query by `wrap`.
  static func over(_ term: Term, _ aggregate: Aggregate, _ wrap: (Fragment) -> Fragment) throws -> Term {
    let sql = term.sql
    switch aggregate {
    case .count: return Term(.integer, wrap("COUNT(\(sql))"))
    case .sum where term.isNumber: return Term(term.sort, wrap("COALESCE(SUM(\(sql)), 0)"))
    case .average where term.isNumber: return Term(.decimal, wrap("AVG(\(sql))"))
    case .median where term.isNumber: return Term(.decimal, wrap("median(\(sql))"))
    case .minimum, .maximum:
      let function: Fragment = aggregate == .minimum ? "MIN" : "MAX"
      let text = wrap("\(function)(\(sql))")
      return Term(
        term.sort, text, folded: term.isText ? "fold(\(text))" : nil,
        utc: term.utc.map { wrap("\(function)(\($0))") }, kind: term.kind)
    case .sum, .average, .median: throw QueryFault.mismatch("\(aggregate.rawValue) of what is not a number")
    }
  }
}
