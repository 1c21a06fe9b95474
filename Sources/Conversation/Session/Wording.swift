import Language
import Model
import Values

/// What the program says, from the catalogue's messages; words of the data from its vocabulary.
public struct Wording: Sendable {
  public let language: LanguageCode
  private let messages: [String: String]
  private let kinds: [KindID: String]
  private let fields: [String: String]
  /// `account.status=customer` → what the language calls it; kept only where that differs from what is stored.
  private let stored: [String: String]
  /// `activity.type=follow-up` → follow-up: what some of a kind are called.
  private let special: [String: String]
  private let intents: [String: IntentTexts]

  public init(_ catalogue: Catalogue, _ language: LanguageCode) {
    self.language = language
    messages = catalogue.languages.filter { $0.language == language }.reduce(into: [:]) {
      $0.merge($1.messages) { _, new in new }
    }
    var kinds: [KindID: String] = [:]
    var fields: [String: String] = [:]
    var stored: [String: String] = [:]
    var special: [String: String] = [:]
    for entry in catalogue.vocabulary where entry.language == language {
      switch entry.meaning {
      case .noun(let kind, let conditions) where conditions.isEmpty: kinds[kind] = kinds[kind] ?? entry.phrase
      case .noun(let kind, let conditions) where conditions.count == 1:
        guard case .value(let field, let value) = conditions[0] else { continue }
        let some = "\(kind).\(field)=\(value)"
        special[some] = special[some] ?? entry.phrase
      case .field(let kind, let field): fields["\(kind).\(field)"] = fields["\(kind).\(field)"] ?? entry.phrase
      case .value(let kind, let field, let values) where values.count == 1 && language != .english:
        for key in ["\(kind).\(field)=\(values[0])", "\(field)=\(values[0])"] where stored[key] == nil {
          stored[key] = messages["value.\(key)"] ?? entry.phrase
        }
      default: break
      }
    }
    self.kinds = kinds
    self.stored = stored
    self.special = special
    self.fields = fields
    intents = Dictionary(
      catalogue.intents.compactMap { intent in intent.texts(language).map { (intent.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// A message with its placeholders filled; the key itself where the language lacks it.
  public func say(_ key: String, _ values: [String: String] = [:]) -> String {
    Wording.fill(messages[key] ?? key, values)
  }

  public func has(_ key: String) -> Bool { messages[key] != nil }

  /// The reply that an intent's file words, or the fallback message.
  public func reply(_ intent: String, _ name: String, _ values: [String: String]) -> String {
    guard let text = intents[intent]?.reply[name] else { return say("done", values) }
    return Wording.fill(text, values)
  }

  public func ask(_ intent: String, _ slot: String, _ values: [String: String]) -> String {
    guard let text = intents[intent]?.ask[slot] else { return say("ask.slot", ["slot": slot]) }
    return Wording.fill(text, values)
  }

  public func texts(of intent: String) -> IntentTexts? { intents[intent] }

  /// The noun of a kind, in the singular.
  public func noun(_ kind: KindID) -> String { kinds[kind] ?? kind.rawValue }

  /// "1 deal", "3 deals", 3个商机.
  public func count(_ number: Int, _ kind: KindID) -> String { count(number, of: noun(kind)) }

  /// The records that a query finds, by the noun for these in particular: "3 follow-ups".
  public func count(_ number: Int, _ query: Query) -> String { count(number, of: noun(query)) }

  public func noun(_ query: Query) -> String {
    let parts: [Predicate] = if case .all(let all) = query.predicate { all } else { [query.predicate] }
    for case .oneOf(.path(let path), let values) in parts where path.count == 1 && values.count == 1 {
      guard case .text(let value) = values[0], let field = path.first,
        let noun = special["\(query.kind).\(field)=\(value)"]
      else { continue }
      return noun
    }
    return noun(query.kind)
  }

  private func count(_ number: Int, of noun: String) -> String {
    if language == .english, number != 1 { return "\(number) \(plural(noun))" }
    return say(number == 1 ? "count.one" : "count.many", ["number": String(number), "noun": noun])
  }

  /// The noun of a kind, for several.
  public func nouns(_ kind: KindID) -> String { language == .english ? plural(noun(kind)) : noun(kind) }

  public func nouns(_ query: Query) -> String { language == .english ? plural(noun(query)) : noun(query) }

  private func plural(_ noun: String) -> String {
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    if noun.hasSuffix("s") || noun.hasSuffix("x") || noun.hasSuffix("ch") { return noun + "es" }
    return noun + "s"
  }

  public func label(_ field: FieldID, of kind: KindID) -> String {
    if let label = messages["label.\(kind).\(field)"] ?? fields["\(kind).\(field)"] { return label }
    return field.rawValue.split(separator: "_").joined(separator: " ")
  }

  /// A stored value as the language calls it, such as 谈判 for a deal's stage `negotiation`; itself where it has no word
  /// of its own, or is somebody's own.
  public func value(_ value: String, _ field: FieldID, of kind: KindID) -> String {
    stored["\(kind).\(field)=\(value)"] ?? value
  }

  /// The name of a record that is itself a value with a word, such as a stage.
  func value(_ name: String, _ kind: KindID) -> String { stored["\(kind)=\(name)"] ?? name }

  private static func fill(_ text: String, _ values: [String: String]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
