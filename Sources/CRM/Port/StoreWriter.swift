import Model
import Values

/// The view inside a write transaction: what has been written so far is seen.
///
/// Each call validates, asks the policy, lets the rules complete and follow up the change (unless the command is an
/// import), and writes it with its ledger lines. Whatever throws rolls the whole command back.
public protocol StoreWriter: StoreReader {
  func create(_ kind: KindID, _ values: [FieldID: Value]) throws -> RecordID
  /// A field mapped to nil is emptied. Returns what changed, consequences included; empty if all was so already.
  @discardableResult func update(_ id: RecordID, _ values: [FieldID: Value?]) throws -> [FieldChange]
  /// With all that belongs to it (relations that are owned, and what the rules say goes with it).
  @discardableResult func delete(_ id: RecordID) throws -> [FieldChange]
  /// Tells somebody of this command: see `Notice`. Asks no policy. Nothing for a recipient that does not exist.
  func notify(_ notice: Notice) throws
  /// Somebody is told of this command.
  var hasNotices: Bool { get }
  /// Makes everything that refers to a record refer to another of its kind, whoever may change what refers. Only the two
  /// are asked about: the first as for a delete, the second as for a change. Returns how many references were moved.
  @discardableResult func redirect(_ id: RecordID, to other: RecordID) throws -> Int
  /// All changes of this command so far, consequences included.
  var changes: [FieldChange] { get }
  /// As `RecordStore.remember`, in this transaction: the reply to a change is durable with it.
  func remember(_ memory: Memory) throws
}

/// Why the rules say no: facts only, worded elsewhere.
public enum RuleRefusal: Error, Sendable, Hashable {
  case notAllowed(action: String, kind: KindID, name: String, who: String, rule: String)
  case missing(KindID, FieldID)
  case invalid(KindID, FieldID, Value, reason: String)
  case notUnique(KindID, FieldID, String)
  case noSuchRecord(RecordID)
  case already(KindID, name: String, FieldID, Value)
  case needs(KindID, FieldID, name: String, reason: String)
  case readOnly(KindID, FieldID)
}

/// What a rule adds to a change.
public enum Change: Sendable, Hashable {
  case create(KindID, [FieldID: Value])
  case update(RecordID, [FieldID: Value?])
  case delete(RecordID)
  /// Somebody is told.
  case notify(Notice)
}
