/// A condition on one record.
public indirect enum Predicate: Hashable, Sendable, Codable {
  /// True when empty.
  case all([Predicate])
  /// False when empty.
  case any([Predicate])
  case not(Predicate)
  /// False where either side has no value, except that `!=` is then true. Money compares only within its own currency:
  /// another currency makes it false, and a bare number (`.decimal`, `.integer`) compares the amount alone.
  case compare(Expression, Comparison, Expression)
  /// Equal to one of these. Texts are compared folded: without case, accents, width.
  case oneOf(Expression, [Value])
  /// Inside a time that is resolved when the query runs.
  case within(Expression, TimeTerm)
  case isEmpty(Expression)
  /// The folded text contains this folded text.
  case contains(Expression, String)
  /// The list (tags) has this label, folded.
  case has(Expression, String)
  /// At least one related record satisfies it. The relation is the kind's own, by id.
  case exists(FieldID, Predicate)
  /// The record that a reference leads to satisfies it: `account` where region is Texas. False where it is empty.
  case via(FieldID, Predicate)

  public static let always = Predicate.all([])

  /// Both, flattened, without what is always true.
  public func and(_ other: Predicate) -> Predicate {
    var parts: [Predicate] = []
    for part in [self, other] {
      if case .all(let inner) = part { parts += inner } else { parts.append(part) }
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }
}

public enum Comparison: String, Hashable, Sendable, Codable {
  case less = "<"
  case atMost = "<="
  case equal = "="
  case notEqual = "!="
  case atLeast = ">="
  case greater = ">"
}
