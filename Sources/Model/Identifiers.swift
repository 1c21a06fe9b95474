/// A kind of record: `deal`, `account`, `ticket`.
public struct KindID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible,
  Comparable
{
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }
  public init(_ rawValue: String) { self.rawValue = rawValue }
  public var description: String { rawValue }
  public static func < (left: KindID, right: KindID) -> Bool { left.rawValue < right.rawValue }
}

/// A field of a kind of record, or a relation of it: `close_date`, `account`, `deals`.
public struct FieldID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible,
  Comparable
{
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }
  public init(_ rawValue: String) { self.rawValue = rawValue }
  public var description: String { rawValue }
  public static func < (left: FieldID, right: FieldID) -> Bool { left.rawValue < right.rawValue }
}

/// One record: its kind and its key inside this database.
public struct RecordID: Hashable, Sendable, Codable, CustomStringConvertible, Comparable {
  public let kind: KindID
  public let key: Int64

  public init(_ kind: KindID, _ key: Int64) {
    self.kind = kind
    self.key = key
  }

  public var description: String { "\(kind)/\(key)" }

  public static func < (left: RecordID, right: RecordID) -> Bool {
    left.kind == right.kind ? left.key < right.key : left.kind < right.kind
  }
}
