import Model

extension Predicate {
  /// Only records related to some others satisfy it, by what those have: users by a deal of theirs.
  var isOfRelated: Bool {
    switch self {
    case .exists: true
    case .all(let parts): parts.contains(where: \.isOfRelated)
    default: false
    }
  }

  /// Asks of one record to be two different ones: "Globex Incorporated … Globex Inc" is no single account.
  var isContradictory: Bool {
    guard case .all(let parts) = self else { return false }
    var values: [Expression: Set<Value>] = [:]
    var through: [FieldID: Predicate] = [:]
    for part in parts {
      switch part {
      case .oneOf(let expression, let allowed)
      where allowed.contains(where: { if case .record = $0 { true } else { false } }):
        let both = values[expression].map { $0.intersection(allowed) } ?? Set(allowed)
        if both.isEmpty { return true }
        values[expression] = both
      case .via(let field, let inner): through[field] = through[field].map { $0.and(inner) } ?? inner
      default: break
      }
    }
    return through.values.contains(where: \.isContradictory)
  }
}
