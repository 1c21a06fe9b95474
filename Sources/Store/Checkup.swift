/// What the doctor finds.
public struct Checkup: Sendable, Hashable {
  /// SQLite's own words; empty when all is well.
  public let problems: [String]
  public let schemaVersion: Int
  public let knownVersion: Int
  /// `wal` for a file.
  public let journal: String
  /// What is acknowledged survives a loss of power.
  public let isDurable: Bool
  public let hasForeignKeys: Bool
  public let bytes: Int64
  /// Unix permissions of the file; nil in memory.
  public let fileMode: Int?
}
