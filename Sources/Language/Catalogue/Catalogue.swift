import Model
import Values

/// Everything the language engine knows of words: intents, vocabulary and grammar, of all languages together.
///
/// Made from the intent files at build time; a person's own files are laid over it at start.
public struct Catalogue: Sendable, Hashable {
  public var intents: [IntentDefinition]
  public var vocabulary: [VocabularyEntry]
  public var languages: [LanguageWords]

  public init(intents: [IntentDefinition] = [], vocabulary: [VocabularyEntry] = [], languages: [LanguageWords] = []) {
    self.intents = intents
    self.vocabulary = vocabulary
    self.languages = languages
  }
}

/// One intent, with all that its file says.
public struct IntentDefinition: Sendable, Hashable {
  public enum Effect: String, Sendable, CaseIterable { case read, write, delete }

  /// `deal.move`.
  public var id: String
  public var effect: Effect
  public var acts: Set<SpeechAct>
  public var slots: [SlotDefinition]
  /// One a language, in the file's order.
  public var texts: [IntentTexts]

  public init(id: String, effect: Effect, acts: Set<SpeechAct>, slots: [SlotDefinition], texts: [IntentTexts]) {
    self.id = id
    self.effect = effect
    self.acts = acts
    self.slots = slots
    self.texts = texts
  }

  public func slot(_ name: String) -> SlotDefinition? { slots.first { $0.name == name } }
  public func texts(_ language: LanguageCode) -> IntentTexts? { texts.first { $0.language == language } }
}

public struct SlotDefinition: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// One record of a kind; nil: of any.
    case record(KindID?)
    /// Any number of them.
    case records(KindID?)
    /// A recognised value: `date`, `time`, `datetime`, `range`, `duration`, `recurrence`, `number`, `percent`,
    /// `ordinal`, `money`, `phone`, `email`, `url`, `boolean`; or `field`, a field's word; `any`, whatever the field
    /// that another slot names can hold; `kind`, a kind's word; `deal.category`, a value of that field.
    case value(String)
    case text
    /// A whole sentence, read by itself.
    case sentence

    /// Only words that the data or the recognizers know can fill it, or may where nothing else speaks for a template.
    var isClosed: Bool {
      switch self {
      case .text, .sentence: false
      default: true
      }
    }
  }

  public var name: String
  public var kind: Kind
  public var isRequired: Bool
  /// A named filter that a record should satisfy: an open deal to move. Where it leaves one candidate, that is meant.
  public var prefers: String?
  /// A time leans to the past rather than to the future.
  public var isPast: Bool

  public init(name: String, kind: Kind, isRequired: Bool, prefers: String? = nil, isPast: Bool = false) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.prefers = prefers
    self.isPast = isPast
  }
}

/// A way of saying an intent, in hassil's syntax: `[optional]`, `(a|b)`, `(a;b)` in any order, `{slot}`, `<rule>`.
public indirect enum Template: Sendable, Hashable {
  /// Words as written, folded when matched.
  case words(String)
  case slot(String)
  case optional(Template)
  case sequence([Template])
  case oneOf([Template])
  case anyOrder([Template])
  /// A shared rule of the language, by name; expanded before matching.
  case rule(String)
}

/// What somebody does by saying a clause.
public enum SpeechAct: String, Sendable, CaseIterable {
  /// "move it", "please move it", "can you move it?"
  case command
  /// "it has moved", "I called Jane"
  case report
  case question
  /// "when a deal moves, …"
  case rule
  case wish
  case negated
  case hypothetical
  /// "Jane says that …"
  case hearsay
  case quotation
}
