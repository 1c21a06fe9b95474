/// In which sense an open date is taken.
public enum TimePreference: String, Sendable, Codable {
  case future, past, nearest
}
