import Language
import Model
import Synchronization
import Values

/// What the program says, from the catalogue's messages; words of the data from its vocabulary.
public struct Wording: Sendable {
  public let language: LanguageCode
  private let messages: [String: String]
  private let names: Names
  private let intents: [String: IntentTexts]

  public init(_ catalogue: Catalogue, _ language: LanguageCode) {
    self.language = language
    let own = catalogue.languages.filter { $0.language == language }.map(\.messages)
    messages = own.dropFirst().reduce(own.first ?? [:]) { $0.merging($1) { _, new in new } }
    names = Names(catalogue, language)
    intents = Dictionary(
      catalogue.intents.compactMap { intent in intent.texts(language).map { (intent.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What kinds and fields are called, looked for when first something is to be named.
  private final class Names: Sendable {
    struct FieldKey: Hashable {
      let kind: KindID
      let field: FieldID
    }

    struct Found {
      var kinds: [KindID: String] = [:]
      var fields: [FieldKey: String] = [:]
    }

    private let vocabulary: [VocabularyEntry]
    private let language: LanguageCode
    private let made = Mutex<Found?>(nil)

    init(_ catalogue: Catalogue, _ language: LanguageCode) {
      vocabulary = catalogue.vocabulary
      self.language = language
    }

    func kind(_ kind: KindID) -> String? { found { $0.kinds[kind] } }
    func field(_ field: FieldID, of kind: KindID) -> String? { found { $0.fields[FieldKey(kind: kind, field: field)] } }

    private func found(_ pick: (Found) -> String?) -> String? {
      made.withLock { made in
        if let made { return pick(made) }
        var found = Found()
        for entry in vocabulary where entry.language == language {
          switch entry.meaning {
          case .noun(let kind, let conditions) where conditions.isEmpty:
            found.kinds[kind] = found.kinds[kind] ?? entry.phrase
          case .field(let kind, let field):
            let key = FieldKey(kind: kind, field: field)
            found.fields[key] = found.fields[key] ?? entry.phrase
          default: break
          }
        }
        made = found
        return pick(found)
      }
    }
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
  public func noun(_ kind: KindID) -> String { names.kind(kind) ?? kind.rawValue }

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
    if let label = names.field(field, of: kind) { return label }
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
