import Recognizers
import Values

/// A time that stays as it was said until it is needed: "this quarter" in a rule is the quarter in which the rule fires.
public struct TimeTerm: Hashable, Sendable, Codable {
  public let expression: TimeExpression
  public let preference: TimePreference

  public init(_ expression: TimeExpression, prefer preference: TimePreference) {
    self.expression = expression
    self.preference = preference
  }

  /// The span it is at `now` on the speaker's clock; nil for a time that does not exist, such as 30 February.
  public func resolve(at now: LocalTime) -> TimeSpan? { expression.resolve(at: now, prefer: preference) }
}
