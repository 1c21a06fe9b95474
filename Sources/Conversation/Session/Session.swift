import Model
import Values

/// What one person and Rapport have talked about in one conversation; kept in the database between messages.
public struct Session: Sendable, Hashable, Codable {
  /// Changes when the form does: a session of another version is forgotten, never misread.
  public static let version = 1

  public var version = Session.version
  /// What was talked about, the latest first; at most twelve.
  public var focus: [RecordID] = []
  public var list: ShownList?
  public var question: Question?
  /// The last command or question that was carried out, for repairs.
  public var last: LastTurn?
  /// The language replies come in, where the person chose one.
  public var language: LanguageCode?

  public init() {}

  /// The records that are now talked about, the most important first.
  public mutating func mention(_ records: [RecordID]) {
    focus = Array((records + focus.filter { !records.contains($0) }).prefix(12))
  }

  /// The last list that was shown, and how far.
  public struct ShownList: Sendable, Hashable, Codable {
    public var query: Query
    public var offset: Int
    public var shown: [RecordID]
    public var total: Int
    /// The record that going down the list ("call the next one") has come to.
    public var reached: RecordID?
    public init(query: Query, offset: Int, shown: [RecordID], total: Int) {
      self.query = query
      self.offset = offset
      self.shown = shown
      self.total = total
    }
  }

  public struct LastTurn: Sendable, Hashable, Codable {
    public var text: String
    public var changed: Bool
    public init(text: String, changed: Bool) {
      self.text = text
      self.changed = changed
    }
  }
}

/// A question that waits for its answer. The sentence it is about is read again with the answer put in, so nothing of a
/// reading has to be kept.
public struct Question: Sendable, Hashable, Codable {
  public enum Sort: Sendable, Hashable, Codable {
    /// A slot is missing.
    case slot(String)
    /// Which of these records a slot means; or, without a slot, which a name in the sentence means.
    case choose(slot: String?, name: String, among: [RecordID])
    /// A yes or a no.
    case confirm
  }

  public var sort: Sort
  public var text: String
  public var answers: Answers

  public init(_ sort: Sort, text: String, answers: Answers) {
    self.sort = sort
    self.text = text
    self.answers = answers
  }
}

/// What was answered so far about one sentence.
public struct Answers: Sendable, Hashable, Codable {
  /// The record that a slot means.
  public var slots: [String: [RecordID]] = [:]
  /// The record that a name in the sentence means, by the name's key.
  public var names: [String: RecordID] = [:]
  /// What fills a slot that was missing, as it was said.
  public var texts: [String: String] = [:]
  public var isConfirmed = false

  public init() {}
}
