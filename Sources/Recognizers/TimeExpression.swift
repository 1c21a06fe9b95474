import Values

/// Placeholder until the recognizers are merged.
public enum TimePreference: String, Hashable, Sendable, Codable { case future, past, nearest }
public indirect enum TimeExpression: Hashable, Sendable, Codable {
  case day(Day)
  public func resolve(at now: LocalTime, prefer: TimePreference) -> TimeSpan? {
    switch self {
    case .day(let day): TimeSpan(day)
    }
  }
}
