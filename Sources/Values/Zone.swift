import Foundation

/// A time zone of the IANA database, such as `America/New_York`.
public struct Zone: Hashable, Sendable, Codable, CustomStringConvertible {
  public let identifier: String
  private let zone: TimeZone

  /// nil for a name the system does not know.
  public init?(_ identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    self.zone = zone
  }

  public static let utc = Zone(identifier: "UTC", zone: .gmt)

  private init(identifier: String, zone: TimeZone) {
    self.identifier = identifier
    self.zone = zone
  }

  /// What a clock in this zone shows at an instant, given in seconds since 1970-01-01T00:00:00Z.
  public func moment(epoch: Int64) -> Moment {
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(epoch)))
    return Moment(local: LocalTime(seconds: epoch + Int64(offset)), offset: offset)
  }

  /// The instant at which clocks here show `local`. In the hour that a spring change skips, the time after the change;
  /// in the hour an autumn change repeats, the first.
  public func moment(local: LocalTime) -> Moment {
    let before = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(local.seconds - 86_400)))
    let first = moment(epoch: local.seconds - Int64(before))
    if first.local == local { return first }
    let after = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(local.seconds + 86_400)))
    let second = moment(epoch: local.seconds - Int64(after))
    return second.local == local ? second : first
  }

  public var description: String { identifier }

  public static func == (left: Zone, right: Zone) -> Bool { left.identifier == right.identifier }
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

  public init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    guard let zone = Zone(name) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no zone: \(name)"))
    }
    self = zone
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(identifier)
  }
}
