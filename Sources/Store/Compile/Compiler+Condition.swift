import GRDB
import Model
import Values

extension Compiler {
  /// A predicate as SQL whose NULL counts as false; `not` closes that gap before it negates.
  func condition(_ predicate: Predicate, _ place: Place) throws -> Fragment {
    switch predicate {
    case .all(let parts): try joined(parts, " AND ", empty: "1", place)
    case .any(let parts): try joined(parts, " OR ", empty: "0", place)
    case .not(let inner): "NOT IFNULL(\(try condition(inner, place)), 0)"
    case .compare(let left, let comparison, let right):
      try compare(term(left, place), comparison, term(right, place))
    case .oneOf(let expression, let values): try oneOf(term(expression, place), values)
    case .within(let expression, let time): try within(term(expression, place), time)
    case .isEmpty(let expression): "(\(try term(expression, place).sql) IS NULL)"
    case .contains(let expression, let text):
      "(instr(\(try term(expression, place).text), \(bind: NameKey.fold(text))) > 0)"
    case .has(let expression, let label): try has(term(expression, place), label)
    case .exists(let relation, let inner): try exists(relation, inner, place)
    case .via(let reference, let inner): try via(reference, inner, place)
    }
  }

  private func joined(_ parts: [Predicate], _ word: String, empty: Fragment, _ place: Place) throws -> Fragment {
    if parts.isEmpty { return empty }
    return "(\(try parts.map { try condition($0, place) }.joined(word)))"
  }

  private func exists(_ relation: FieldID, _ inner: Predicate, _ place: Place) throws -> Fragment {
    let (scope, link) = try related(relation, of: place)
    let condition = try condition(inner, scope.place)
    return "EXISTS (SELECT 1 FROM \(scope.from) WHERE \(link) AND \(condition))"
  }

  private func via(_ reference: FieldID, _ inner: Predicate, _ place: Place) throws -> Fragment {
    if case .anyReference(let kinds)? = place.kind.field(reference)?.kind {
      let parts = kinds.compactMap { kind in try? viaAny(reference, kind, inner, place) }
      if parts.isEmpty { throw QueryFault.unknownField(kind: place.kind.id.rawValue, path: reference.rawValue) }
      return "(\(parts.joined(" OR ")))"
    }
    let next = try follow(reference, from: place)
    return "(\(next.key) IS NOT NULL AND \(try condition(inner, next)))"
  }

  private func viaAny(_ reference: FieldID, _ kind: KindID, _ inner: Predicate, _ place: Place) throws -> Fragment {
    let scope = try scope(kind)
    let condition = try filter(inner, scope.place)
    let term = try field(reference, place)
    return """
      (\(term.kindColumn ?? "NULL") = \(bind: kind.rawValue) AND EXISTS (SELECT 1 FROM \(scope.from) \
      WHERE \(scope.place.key) = \(term.sql) AND \(condition)))
      """
  }

  private func has(_ term: Term, _ label: String) throws -> Fragment {
    let key = NameKey.fold(label)
    if case .list = term.sort {
      return "(instr(\(term.text), \(bind: Encoding.separator + key + Encoding.separator)) > 0)"
    }
    return "(\(term.text) = \(bind: key))"
  }

  private func oneOf(_ term: Term, _ values: [Value]) throws -> Fragment {
    if values.isEmpty { return "0" }
    let texts = values.compactMap { value -> Fragment? in
      if case .text(let text) = value { return .bound(NameKey.fold(text)) }
      return nil
    }
    if texts.count == values.count, case .text = term.sort {
      return "(\(term.text) IN (\(texts.joined(", "))))"
    }
    let records = values.compactMap { value -> Fragment? in
      if case .record(let id) = value, id.kind == term.kind { return .bound(id.key) }
      return nil
    }
    if records.count == values.count { return "(\(term.sql) IN (\(records.joined(", "))))" }
    let parts = try values.map { try compare(term, .equal, constant($0)) }
    return "(\(parts.joined(" OR ")))"
  }

  /// A day inside by whole days; a moment by what the clock showed, so that its day never shifts.
  private func within(_ term: Term, _ time: TimeTerm) throws -> Fragment {
    guard let span = resolve(time) else { return "0" }
    guard term.isTime else { throw QueryFault.mismatch("a time and what is not a date") }
    var parts: [Fragment] = []
    if case .day = term.sort {
      if let from = span.from { parts.append("\(term.sql) >= \(bind: from.day.description)") }
      if let to = span.to { parts.append("\(term.sql) < \(bind: Self.dayAfter(span.from, to).description)") }
    } else {
      if let from = span.from { parts.append("\(term.sql) >= \(bind: from.sortable)") }
      if let to = span.to { parts.append("\(term.sql) < \(bind: Self.end(span, to).sortable)") }
    }
    if parts.isEmpty { return "(\(term.sql) IS NOT NULL)" }
    return "(\(parts.joined(" AND ")))"
  }

  private static func dayAfter(_ from: LocalTime?, _ to: LocalTime) -> Day {
    to.secondOfDay == 0 && from != to ? to.day : to.day + 1
  }

  /// An instant is as long as it was said: 3 pm is that minute.
  private static func end(_ span: TimeSpan, _ to: LocalTime) -> LocalTime {
    guard span.from == to else { return to }
    return to + (span.grain == .second ? 1 : 60)
  }
}
