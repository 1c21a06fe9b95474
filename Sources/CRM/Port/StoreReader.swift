import Model
import Values

/// A consistent view of the records for one speaker, within one transaction. What the speaker may not see is not there,
/// except through `unrestricted`.
public protocol StoreReader: Gazetteer {
  var schema: Schema { get }
  var context: Context { get }

  /// `size` records of a query without measures, from `offset`, with these fields (paths of one step; computed ones
  /// too), how many there are in all, and the total of the kind's `amount` field over all of them.
  func page(_ query: Query, offset: Int, size: Int, fields: [FieldID]) throws -> Page

  /// A query with measures: a row a group, or one row where there are no groups.
  func table(_ query: Query) throws -> Table

  /// nil where it does not exist or may not be seen. All stored and computed fields.
  func record(_ id: RecordID) throws -> Record?

  /// By the code people use: `D-12`, `t-501`, `Q-1001`; case and the hyphen do not matter.
  func record(code: String) throws -> RecordID?

  /// Records of a kind whose name's key (`NameKey.key`) is exactly this.
  func records(named key: String, kind: KindID) throws -> [NamedRecord]

  /// Records of a kind that share one of these keys, by the keys' order, each with the key it was found by.
  func alike(
    _ kind: KindID, _ keys: [DuplicateKey], limit: Int
  ) throws -> [(record: NamedRecord, sort: DuplicateKey.Sort)]

  /// Pairs of records of a kind that share keys of these sorts. What more than a handful share is left out.
  func likelyPairs(_ kind: KindID, sorts: [DuplicateKey.Sort], limit: Int) throws -> [LikelyPair]

  func setting(_ key: String) throws -> String?

  /// Entries of the ledger that touched this record, newest first.
  func history(of record: RecordID, limit: Int) throws -> [HistoryEntry]

  /// The records whose texts have these words, by kind, the kind with the best first. What stands between spaces is one
  /// phrase; whole words of a Latin script, or their beginnings.
  func search(_ words: String) throws -> [SearchHits]

  /// The sentences that were not understood since an instant (ISO 8601 in one zone; nil: ever), the latest first.
  func missed(since start: String?) throws -> [MissedSentence]

  /// How many commands of these intents the speaker has given today and not taken back.
  func commandsToday(_ intents: [String]) throws -> Int

  /// The same view without the speaker's limits, for rules that must count what the speaker cannot see.
  var unrestricted: any StoreReader { get }
}

public struct Page: Sendable {
  public let records: [Record]
  /// Of all pages.
  public let total: Int
  /// The sum of the kind's `amount` field over all pages, one entry a currency.
  public let amounts: [Money]

  public init(records: [Record], total: Int, amounts: [Money]) {
    self.records = records
    self.total = total
    self.amounts = amounts
  }
}

public struct HistoryEntry: Sendable {
  public let at: Moment
  public let actor: String
  public let sentence: String
  public let changes: [FieldChange]

  public init(at: Moment, actor: String, sentence: String, changes: [FieldChange]) {
    self.at = at
    self.actor = actor
    self.sentence = sentence
    self.changes = changes
  }
}
