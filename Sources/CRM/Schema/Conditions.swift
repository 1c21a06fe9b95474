import Model
import Values

extension Expression {
  /// The field at the end of these references: `.of("stage", "kind")`.
  static func of(_ path: FieldID...) -> Expression { .path(path) }

  static func whole(_ number: Int64) -> Expression { .constant(.integer(number)) }

  static func sum(_ relation: FieldID, _ field: Expression, where condition: Predicate = .always) -> Expression {
    .aggregate(.sum, relation: relation, matching: condition, of: field)
  }

  static func count(_ relation: FieldID, where condition: Predicate = .always) -> Expression {
    .aggregate(.count, relation: relation, matching: condition, of: nil)
  }

  static func latest(_ relation: FieldID, _ field: FieldID, where condition: Predicate = .always) -> Expression {
    .aggregate(.maximum, relation: relation, matching: condition, of: .path([field]))
  }

  static func earliest(_ relation: FieldID, _ field: FieldID, where condition: Predicate = .always) -> Expression {
    .aggregate(.minimum, relation: relation, matching: condition, of: .path([field]))
  }
}

extension Predicate {
  /// A field, reached through references, is this stored word, or one of these.
  static func has(_ path: [FieldID], _ words: String...) -> Predicate {
    words.count == 1
      ? .compare(.path(path), .equal, .constant(.text(words[0]))) : .oneOf(.path(path), words.map { .text($0) })
  }

  static func has(_ field: FieldID, _ words: String...) -> Predicate {
    words.count == 1
      ? .compare(.path([field]), .equal, .constant(.text(words[0]))) : .oneOf(.path([field]), words.map { .text($0) })
  }

  static func filled(_ path: FieldID...) -> Predicate { .not(.isEmpty(.path(path))) }
  static func empty(_ path: FieldID...) -> Predicate { .isEmpty(.path(path)) }
  static func isTrue(_ path: FieldID...) -> Predicate { .compare(.path(path), .equal, .constant(.boolean(true))) }
  static func none(_ relation: FieldID, _ condition: Predicate = .always) -> Predicate {
    .not(.exists(relation, condition))
  }
  static func before(_ field: FieldID, _ time: Expression) -> Predicate { .compare(.path([field]), .less, time) }
  static func onOrAfter(_ field: FieldID, _ time: Expression) -> Predicate { .compare(.path([field]), .atLeast, time) }

  /// A day field from today to `days` days ahead.
  static func withinDays(_ field: FieldID, _ days: Int64) -> Predicate {
    .all([
      .compare(.days(from: .today, to: .path([field])), .atLeast, .whole(0)),
      .compare(.days(from: .today, to: .path([field])), .atMost, .whole(days)),
    ])
  }
}

extension FieldID {
  /// Stands where a money field names the field with its currency, for a sum over related records of any currencies:
  /// such a field holds one amount a currency (`Value.amounts`).
  public static let perCurrency: FieldID = "*"
}

extension Sort {
  static func by(_ path: FieldID...) -> Sort { Sort(path) }
  static func down(_ path: FieldID...) -> Sort { Sort(path, descending: true) }
}
