import Model
import Values

/// Something that somebody is told without having asked. It is kept as a wording and its values, so that everybody reads
/// it in their own language, their own time zone, and with the names that records have by then.
///
/// Written in the transaction of the command that causes it; undoing that command withdraws it, unless it was delivered.
public struct Notice: Sendable, Hashable {
  public enum Recipient: Sendable, Hashable {
    case user(RecordID)
    /// Also whoever has no user record: a guest that a bridge knows by this name.
    case login(String)
  }

  /// Worded by the message `notice.TOPIC` of `Intents/_messages`; up to a dot it is the kind of a push (`reminder`).
  public let topic: String
  public let recipient: Recipient
  /// What stands for the message's placeholders. `{who}`, the one who caused it, need not be given.
  public let values: [String: Value]
  public let about: RecordID?

  public init(
    _ topic: String, to recipient: Recipient, _ values: [String: Value] = [:], about: RecordID? = nil
  ) {
    self.topic = topic
    self.recipient = recipient
    self.values = values
    self.about = about
  }
}

/// A notice as it is kept.
public struct StoredNotice: Sendable, Hashable {
  public let id: Int64
  public let topic: String
  /// The login it is for.
  public let login: String
  public let values: [String: Value]
  public let about: RecordID?
  /// The login of the one who caused it; empty for what fell due by itself.
  public let sender: String
  public let at: Moment
  public let isDelivered: Bool
  public let isRead: Bool

  public init(
    id: Int64, topic: String, login: String, values: [String: Value], about: RecordID?, sender: String, at: Moment,
    isDelivered: Bool, isRead: Bool
  ) {
    self.id = id
    self.topic = topic
    self.login = login
    self.values = values
    self.about = about
    self.sender = sender
    self.at = at
    self.isDelivered = isDelivered
    self.isRead = isRead
  }
}
