import Values

/// The user who says a sentence, and the clock they say it by.
public struct Speaker: Sendable, Hashable {
  public enum Role: String, Sendable, Codable, CaseIterable {
    case rep, manager, support, marketing, admin, partner, guest
  }

  /// The user's record; nil for a guest.
  public let user: RecordID?
  public let login: String
  public let name: String
  public let role: Role
  public let team: String
  public let zone: Zone
  public let language: LanguageCode
  public let currency: Currency

  public init(
    user: RecordID?, login: String, name: String, role: Role, team: String, zone: Zone, language: LanguageCode,
    currency: Currency
  ) {
    self.user = user
    self.login = login
    self.name = name
    self.role = role
    self.team = team
    self.zone = zone
    self.language = language
    self.currency = currency
  }
}

/// Who asks, and when: what every query and every command is run with.
public struct Context: Sendable {
  public let speaker: Speaker
  /// The instant, on the speaker's clock.
  public let now: Moment
  public let baseCurrency: Currency

  public init(speaker: Speaker, now: Moment, baseCurrency: Currency) {
    self.speaker = speaker
    self.now = now
    self.baseCurrency = baseCurrency
  }

  public var today: Day { now.local.day }
}
