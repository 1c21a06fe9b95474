/// The one look back from the language to the data: which names stand in a sentence, for this speaker.
public protocol Gazetteer {
  /// Every span of the tokens that is a name, or whole words of one, of records and stored categories that the speaker
  /// may see. Spans may overlap. Does not grow slower with the number of names.
  func spans(in tokens: [NameToken]) throws -> [NameSpan]
  /// Names like this one that do exist, nearest first: for "did you mean", never for acting.
  func nearest(to text: String, kinds: [KindID], limit: Int) throws -> [NamedRecord]
  /// Whom or what such a word stands for in this conversation; nil where nothing of the sort was talked about.
  func meant(by pronoun: Pronoun) throws -> NamedRecord?
}

extension Gazetteer {
  public func meant(by pronoun: Pronoun) throws -> NamedRecord? { nil }
}

/// A word for somebody who was talked about, beside what is theirs: "deals with her", 他的跟进, "who works there".
public enum Pronoun: Sendable, Hashable {
  case person
  case company
}

/// A token of a sentence as the gazetteer sees it: folded letters and digits, or one Chinese character.
public struct NameToken: Sendable, Hashable {
  /// Folded by `NameKey.fold`.
  public let text: String
  /// One character of a script that does not put spaces between words.
  public let isIdeograph: Bool

  public init(_ text: String, isIdeograph: Bool) {
    self.text = text
    self.isIdeograph = isIdeograph
  }
}

public struct NameSpan: Sendable, Hashable {
  public enum Target: Sendable, Hashable {
    /// Records of one kind whose name the span is (exact) or is whole words of (partial). `few` holds at most ten of
    /// `count`, exact ones first.
    case records(KindID, count: Int, few: [NamedRecord])
    /// A stored value of a category field: `account.region` = Texas.
    case category(KindID, FieldID, stored: String)
  }

  /// In tokens, half-open.
  public let range: Range<Int>
  public let target: Target
  /// The span is the whole name, not a part of it.
  public let isExact: Bool

  public init(_ range: Range<Int>, _ target: Target, isExact: Bool) {
    self.range = range
    self.target = target
    self.isExact = isExact
  }
}

public struct NamedRecord: Sendable, Hashable {
  public let id: RecordID
  public let name: String
  /// What tells it from another of the same name: a contact's account, a deal's stage.
  public let hint: String

  public init(_ id: RecordID, name: String, hint: String) {
    self.id = id
    self.name = name
    self.hint = hint
  }
}
