/// Which records, in which order, and what is measured over them.
public struct Query: Hashable, Sendable, Codable {
  public var kind: KindID
  public var predicate: Predicate
  public var sort: [Sort]
  /// Of records, or of groups where `groups` is not empty.
  public var limit: Int?
  /// Empty for a list. Else one row a group, in the order of `sort` (a measure's place, see `Sort`), else of the keys.
  public var groups: [Expression]
  /// Empty for a list.
  public var measures: [Measure]

  public init(
    _ kind: KindID, where predicate: Predicate = .always, sort: [Sort] = [], limit: Int? = nil,
    groups: [Expression] = [], measures: [Measure] = []
  ) {
    self.kind = kind
    self.predicate = predicate
    self.sort = sort
    self.limit = limit
    self.groups = groups
    self.measures = measures
  }
}

public struct Sort: Hashable, Sendable, Codable {
  public enum Key: Hashable, Sendable, Codable {
    case expression(Expression)
    /// The n-th of the query's measures, from 0.
    case measure(Int)
  }

  public let key: Key
  public let isDescending: Bool

  public init(_ key: Key, descending: Bool = false) {
    self.key = key
    isDescending = descending
  }

  public init(_ path: [FieldID], descending: Bool = false) {
    self.init(.expression(.path(path)), descending: descending)
  }
}
