import Model
import Values

/// What a search found of one kind.
public struct SearchHits: Sendable, Hashable {
  public let kind: KindID
  /// The best first; none that the speaker may not see.
  public let records: [RecordID]

  public init(kind: KindID, records: [RecordID]) {
    self.kind = kind
    self.records = records
  }
}

/// A sentence that was not understood.
public struct MissedSentence: Sendable, Hashable {
  public let text: String
  public let login: String
  public let at: Moment?

  public init(text: String, login: String, at: Moment?) {
    self.text = text
    self.login = login
    self.at = at
  }
}
