import Values

/// An intent in one language.
///
/// What a compiled catalogue holds of it is read anew whenever it is asked for: most messages need it of one intent, or of
/// none, and reading all of them at start would cost more than they do.
public struct IntentTexts: Sendable {
  public struct Test: Sendable, Hashable {
    public var say: String
    /// Slot name → a text that its value must show.
    public var slots: [String: String]
    public init(say: String, slots: [String: String]) {
      self.say = say
      self.slots = slots
    }
  }

  fileprivate struct Parts: Sendable, Hashable {
    var sentences: [Template] = []
    var ask: [String: String] = [:]
    var reply: [String: String] = [:]
    var help = ""
    var examples: [String] = []
    var tests: [Test] = []
    var not: [String] = []
  }

  private enum Content: Sendable {
    case parts(Parts)
    /// As `Catalogue.text` writes them.
    case lines(Substring)
  }

  public var language: LanguageCode
  private var content: Content

  public init(language: LanguageCode) {
    self.language = language
    content = .parts(Parts())
  }

  init(language: LanguageCode, lines: Substring) {
    self.language = language
    content = .lines(lines)
  }

  private var parts: Parts {
    switch content {
    case .parts(let parts): parts
    case .lines(let lines): CatalogueTextReader.texts(lines, language)?.parts ?? Parts()
    }
  }

  private mutating func change(_ body: (inout Parts) -> Void) {
    var changed = parts
    content = .parts(Parts())
    body(&changed)
    content = .parts(changed)
  }

  public var sentences: [Template] {
    get { parts.sentences }
    set { change { $0.sentences = newValue } }
  }

  /// Slot name → the question for it, with `{slot}` placeholders.
  public var ask: [String: String] {
    get { parts.ask }
    set { change { $0.ask = newValue } }
  }

  /// Reply name → wording with `{placeholder}`s.
  public var reply: [String: String] {
    get { parts.reply }
    set { change { $0.reply = newValue } }
  }

  /// One line for the help, and sentences to try.
  public var help: String {
    get { parts.help }
    set { change { $0.help = newValue } }
  }

  public var examples: [String] {
    get { parts.examples }
    set { change { $0.examples = newValue } }
  }

  public var tests: [Test] {
    get { parts.tests }
    set { change { $0.tests = newValue } }
  }

  /// Sentences that must not be read as this intent.
  public var not: [String] {
    get { parts.not }
    set { change { $0.not = newValue } }
  }
}

extension IntentTexts: Hashable {
  public static func == (left: IntentTexts, right: IntentTexts) -> Bool {
    left.language == right.language && left.parts == right.parts
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(language)
    hasher.combine(parts)
  }
}
