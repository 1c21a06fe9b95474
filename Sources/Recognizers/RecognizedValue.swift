import Values

/// What sort of value a phrase is. The raw values are those of the bot protocol.
public enum ValueKind: String, Sendable, Codable, CaseIterable {
  case date, time, datetime, range, duration, recurrence, number, percent, ordinal, money, phone, email, url, boolean
}

/// A value as it was said, relative times still unresolved.
public enum Payload: Hashable, Sendable, Codable {
  /// A date, a time, a date with a time, or a range.
  case time(TimeExpression)
  case duration(CalendarDuration)
  case recurrence(Recurrence)
  case number(Decimal64)
  /// 10 for 10 %. A Chinese discount (九折) is what is taken off: 10.
  case percent(Decimal64)
  /// Counted from 1; -1 is the last, -2 the last but one.
  case ordinal(Int)
  /// Without a currency when none was named.
  case money(amount: Decimal64, currency: Currency?)
  /// As written, without what stands around it; spelled-out digits are given as digits.
  case phone(String)
  case email(String)
  case url(String)
  case boolean(Bool)
}

/// One reading of one phrase of a sentence.
public struct RecognizedValue: Hashable, Sendable {
  /// Offsets of Unicode scalars in the sentence as it was given, half-open.
  public var range: Range<Int>
  public var kind: ValueKind
  public var payload: Payload

  public init(range: Range<Int>, kind: ValueKind, payload: Payload) {
    self.range = range
    self.kind = kind
    self.payload = payload
  }

  /// True for what is clearly meant as a time and cannot be one: 30 February, 25:00, "from 4 pm to 3 pm".
  public var isImpossible: Bool {
    switch payload {
    case .time(let expression): expression.isImpossible
    case .recurrence(let recurrence): recurrence.at.map { !$0.exists } ?? false
    default: false
    }
  }

  /// The symbolic time, where the value is one.
  public var time: TimeExpression? {
    if case .time(let expression) = payload { return expression }
    return nil
  }
}
