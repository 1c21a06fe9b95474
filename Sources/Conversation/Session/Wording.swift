import Language
import Model
import Values

/// What the program says, from the catalogue's messages; words of the data from its vocabulary.
public struct Wording: Sendable {
  public let language: LanguageCode
  private let messages: [String: String]
  private let kinds: [KindID: String]
  private let fields: [String: String]
  private let intents: [String: IntentTexts]

  public init(_ catalogue: Catalogue, _ language: LanguageCode) {
    self.language = language
    // What a language does not say yet is said in English.
    messages = [LanguageCode.english, language].reduce(into: [:]) { all, language in
      for words in catalogue.languages where words.language == language { all.merge(words.messages) { _, new in new } }
    }
    var kinds: [KindID: String] = [:]
    var fields: [String: String] = [:]
    let own = catalogue.vocabulary.filter { $0.language == language }
    for entry in language == .english ? own : own + catalogue.vocabulary.filter({ $0.language == .english }) {
      switch entry.meaning {
      case .noun(let kind, let conditions) where conditions.isEmpty: kinds[kind] = kinds[kind] ?? entry.phrase
      case .field(let kind, let field): fields["\(kind).\(field)"] = fields["\(kind).\(field)"] ?? entry.phrase
      default: break
      }
    }
    self.kinds = kinds
    self.fields = fields
    intents = Dictionary(
      catalogue.intents.compactMap { intent in (intent.texts(language) ?? intent.texts(.english)).map { (intent.id, $0) } },
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
  public func count(_ number: Int, _ kind: KindID) -> String {
    let noun = noun(kind)
    if language == .english, number != 1 { return "\(number) \(plural(noun))" }
    return say(number == 1 ? "count.one" : "count.many", ["number": String(number), "noun": noun])
  }

  private func plural(_ noun: String) -> String {
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    if noun.hasSuffix("s") || noun.hasSuffix("x") || noun.hasSuffix("ch") { return noun + "es" }
    return noun + "s"
  }

  public func label(_ field: FieldID, of kind: KindID) -> String {
    if let label = fields["\(kind).\(field)"] { return label }
    return field.rawValue.split(separator: "_").joined(separator: " ")
  }

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
