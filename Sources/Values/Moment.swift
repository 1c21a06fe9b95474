/// An instant together with the offset of the clock it was said on, so that its local day never shifts.
public struct Moment: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What the clock on the wall showed.
  public let local: LocalTime
  /// Seconds that this clock is ahead of UTC.
  public let offset: Int

  public init(local: LocalTime, offset: Int) {
    self.local = local
    self.offset = offset
  }

  /// Seconds since 1970-01-01T00:00:00Z.
  public var epoch: Int64 { local.seconds - Int64(offset) }

  /// Reads ISO 8601 with an offset: `2026-11-23T09:00:00-05:00`, `…Z`; nil without one.
  public init?(iso text: some StringProtocol) {
    var text = Substring(text)
    if text.last == "Z" || text.last == "z" {
      text.removeLast()
      guard let local = LocalTime(iso: text) else { return nil }
      self.init(local: local, offset: 0)
      return
    }
    guard let sign = text.dropFirst(11).lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
    let digits = text[sign...].dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 4, let number = Int(digits), let local = LocalTime(iso: text[..<sign]),
      number % 100 < 60
    else { return nil }
    let seconds = number / 100 * 3600 + number % 100 * 60
    self.init(local: local, offset: text[sign] == "-" ? -seconds : seconds)
  }

  /// `2026-11-23T09:00:00-05:00`.
  public var description: String {
    let minutes = abs(offset) / 60
    return "\(local.sortable)\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }
}
