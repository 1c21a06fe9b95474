import Values

/// What a field of a record holds, or a cell of a table. An empty field holds no value (nil).
public enum Value: Hashable, Sendable, Codable {
  case text(String)
  case integer(Int64)
  /// A number with a fraction that is not money, such as a rate (0.55 is 55 %).
  case decimal(Double)
  case boolean(Bool)
  case money(Money)
  /// Sums of several currencies, one entry each, none of them zero unless it is the only one.
  case amounts([Money])
  case day(Day)
  case moment(Moment)
  case record(RecordID)
  /// Labels, such as an account's tags, in the order they were given.
  case list([String])
}
