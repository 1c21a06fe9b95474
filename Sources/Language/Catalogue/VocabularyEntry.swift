import Model
import Values

/// A word or phrase of one language and what it means for the data.
public struct VocabularyEntry: Sendable, Hashable {
  public var language: LanguageCode
  public var phrase: String
  public var meaning: Meaning

  public init(language: LanguageCode, phrase: String, meaning: Meaning) {
    self.language = language
    self.phrase = phrase
    self.meaning = meaning
  }
}

/// What a word of the vocabulary stands for. Words are data; the meanings are declared in the schema.
public enum Meaning: Sendable, Hashable {
  /// A kind of record, perhaps with conditions on it: `call` is an activity whose type is call, `win` a deal that is won.
  case noun(KindID, [Condition])
  case field(KindID, FieldID)
  /// A value of a field, as stored; several where the same thing is stored in several languages.
  case value(KindID, FieldID, [String])
  /// A named filter of the kind.
  case filter(KindID, String)
  /// An event of the kind.
  case event(KindID, String)
  /// A named measure over a kind: `win_rate` of deals.
  case measure(KindID, String)

  public enum Condition: Sendable, Hashable {
    case value(FieldID, String)
    case filter(String)
  }
}
