/// Where a window lies from now.
public enum WindowDirection: String, Codable, Hashable, Sendable {
  case past, future
  /// "within 30 days": in the preferred sense.
  case either
}
