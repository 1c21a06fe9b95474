/// A language that sentences come in, by its ISO 639 code: `en`, `zh`.
public struct LanguageCode: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }

  public static let english = LanguageCode("en")
  public static let chinese = LanguageCode("zh")

  public var description: String { rawValue }
}
