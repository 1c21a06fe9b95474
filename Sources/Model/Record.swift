/// A record as read from the store: its stored and computed fields, as far as they were asked for.
public struct Record: Sendable, Hashable {
  public let id: RecordID
  /// What people call it: `D-12`, `T-501`.
  public let code: String
  public let name: String
  public var values: [FieldID: Value]
  /// The names behind the references in `values`, for display; a user's login stands in `logins`.
  public var labels: [RecordID: String]

  public init(_ id: RecordID, code: String, name: String, values: [FieldID: Value], labels: [RecordID: String] = [:]) {
    self.id = id
    self.code = code
    self.name = name
    self.values = values
    self.labels = labels
  }

  public subscript(_ field: FieldID) -> Value? { values[field] }
}

/// What a query with measures, or a named computation, gives: rows of cells under typed columns.
public struct Table: Sendable, Hashable {
  public struct Column: Sendable, Hashable {
    public let name: String
    public let isKey: Bool
    public init(_ name: String, isKey: Bool) {
      self.name = name
      self.isKey = isKey
    }
  }

  public var columns: [Column]
  /// A cell is nil where there is no value: the group of deals without an account, an average of nothing.
  public var rows: [[Value?]]
  /// The names behind the references in the rows, for display.
  public var labels: [RecordID: String]

  public init(columns: [Column], rows: [[Value?]], labels: [RecordID: String] = [:]) {
    self.columns = columns
    self.rows = rows
    self.labels = labels
  }
}
