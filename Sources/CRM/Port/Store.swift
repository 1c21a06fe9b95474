import Model
import Values

/// Where records are kept. Several processes may share one; every block below is one transaction.
public protocol RecordStore: Sendable {
  /// A consistent view for one speaker: what they may not see does not exist in it.
  func read<Result>(_ context: Context, _ body: (any StoreReader) throws -> Result) throws -> Result

  /// One immediate transaction and one ledger entry (none, if the body changed nothing). When this returns, all of it is
  /// durable; when it throws, nothing was written.
  func write<Result>(_ context: Context, _ command: Command, _ body: (any StoreWriter) throws -> Result) throws
    -> Result

  /// Reverses the speaker's last command that is not reversed yet, whole. A change like any other: durable on return.
  /// Throws `LedgerRefusal` where there is none, or somebody else has changed the same field since.
  func undo(_ context: Context, _ command: Command) throws -> Reversal

  /// Makes the speaker's last reversed command again, if nothing was commanded since it was reversed.
  func redo(_ context: Context, _ command: Command) throws -> Reversal

  /// Remembers what is not a record: see `Memory`. Durable on return, not in the ledger, not undone.
  func remember(_ memory: Memory) throws
  /// The session kept for this user in this conversation.
  func session(login: String, conversation: String) throws -> String?
  /// The text and the reply of a message that was answered before.
  func answered(conversation: String, message: String) throws -> (text: String, reply: String)?
  /// The speaker of a login; nil for an unknown one.
  func speaker(login: String) throws -> Speaker?
  /// A copy of everything as it is now, into a file that is not there yet, while others work.
  @discardableResult func backup(to path: String) throws -> Int
  /// Every login, sorted.
  func logins() throws -> [String]

  /// Makes the notices that time has brought since this was last asked, each once, whichever process asks. The first
  /// time on a database nothing is old enough to be announced.
  func announceDue(at now: Moment) throws
  /// Notices that were not delivered yet, the oldest first: of one login, or of all.
  func undelivered(to login: String?) throws -> [StoredNotice]
  /// The notices of a login, the newest first, and how many of all its notices it has not read.
  func notices(to login: String, limit: Int) throws -> (notices: [StoredNotice], unread: Int)
  /// Remembers that these reached whom they are for.
  func markDelivered(_ ids: [Int64], at now: Moment) throws
  /// Remembers that the login has read all its notices up to this one; they count as delivered.
  func markRead(by login: String, upTo id: Int64, at now: Moment) throws
}

/// What is kept beside the records: the session after a message, its reply for replays, a sentence not understood.
public struct Memory: Sendable, Hashable {
  public let login: String
  public let conversation: String
  public let session: String
  public let message: String?
  public let text: String
  public let reply: String?
  public let wasMissed: Bool
  public let at: Moment?

  public init(
    login: String, conversation: String, session: String, message: String?, text: String, reply: String?,
    wasMissed: Bool, at: Moment? = nil
  ) {
    self.at = at
    self.login = login
    self.conversation = conversation
    self.session = session
    self.message = message
    self.text = text
    self.reply = reply
    self.wasMissed = wasMissed
  }
}

/// What is done, for the ledger: who and when stand in the context.
public struct Command: Sendable, Hashable {
  public let intent: String
  /// As it was said.
  public let sentence: String
  public let conversation: String
  /// The message that brought it, for replays; nil where there are no messages.
  public let message: String?
  /// An import writes what rows say: rules add nothing to it, and the ledger keeps ids, not images.
  public let isImport: Bool

  public init(intent: String, sentence: String, conversation: String, message: String? = nil, isImport: Bool = false) {
    self.intent = intent
    self.sentence = sentence
    self.conversation = conversation
    self.message = message
    self.isImport = isImport
  }
}

/// What an undo or a redo has done.
public struct Reversal: Sendable, Hashable {
  /// The sentence and intent of the command that was reversed or made again.
  public let sentence: String
  public let intent: String
  /// The fields as they now stand, for saying it in words; `before` is what they were until now.
  public let changes: [FieldChange]
  /// The logins of those who had been told of the command already; they were now told that it was taken back.
  public let told: [String]

  public init(sentence: String, intent: String, changes: [FieldChange], told: [String] = []) {
    self.sentence = sentence
    self.intent = intent
    self.changes = changes
    self.told = told
  }
}

/// One field of one record, before and after a change; a created record has no `before` anywhere, a deleted no `after`.
public struct FieldChange: Sendable, Hashable {
  public enum Sort: String, Sendable, Codable { case create, update, delete }

  public let record: RecordID
  public let name: String
  public let sort: Sort
  /// nil for a creation or deletion, which is one such entry a record.
  public let field: FieldID?
  public let before: Value?
  public let after: Value?

  public init(record: RecordID, name: String, sort: Sort, field: FieldID?, before: Value?, after: Value?) {
    self.record = record
    self.name = name
    self.sort = sort
    self.field = field
    self.before = before
    self.after = after
  }
}

public enum LedgerRefusal: Error, Sendable, Hashable {
  case nothingToUndo
  case nothingToRedo
  /// Somebody else changed this field of this record after the command.
  case changedSince(record: RecordID, name: String, field: FieldID?, by: String)
  /// The command cannot be reversed (an erasure).
  case irreversible(sentence: String)
}
