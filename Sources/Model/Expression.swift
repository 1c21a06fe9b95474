import Values

/// Something computed from one record: a field, a sum over related records, days between two dates.
public indirect enum Expression: Hashable, Sendable, Codable {
  /// A field, reached through references: `[account, region]`. The path `[id]` is the record itself.
  case path([FieldID])
  case constant(Value)
  /// The user who speaks.
  case speaker
  /// Today in the speaker's zone.
  case today
  case now
  /// Over the related records that satisfy `matching`. `of` is nil for a count, else computed on the related record.
  /// Empty: count 0, sum 0, the others no value. Money sums are per currency unless `of` is in the record's own.
  case aggregate(Aggregate, relation: FieldID, matching: Predicate, of: Expression?)
  case sum(Expression, Expression)
  case difference(Expression, Expression)
  case product(Expression, Expression)
  /// No value where the divisor is 0.
  case quotient(Expression, Expression)
  /// Whole days from one day to another; no value where either has none.
  case days(from: Expression, to: Expression)
  /// Hours, with a fraction, from one moment to another.
  case hours(from: Expression, to: Expression)
  /// The start of the period that a day or moment is in, labelled `2026-11`, `2026-Q3`, `2026`, `2026-11-23`.
  case period(Expression, Grain)
}

public enum Aggregate: String, Hashable, Sendable, Codable {
  case count, sum, average, minimum, maximum, median
}

/// What is measured over a set of records, or over each of its groups.
public indirect enum Measure: Hashable, Sendable, Codable {
  /// `of` is nil for a count; only records satisfying `matching` enter.
  case aggregate(Aggregate, of: Expression?, matching: Predicate)
  /// A fraction; no value where the divisor is 0.
  case ratio(Measure, Measure)
  case difference(Measure, Measure)

  public static let count = Measure.aggregate(.count, of: nil, matching: .all([]))
}
