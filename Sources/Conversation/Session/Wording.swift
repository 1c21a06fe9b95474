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
    // What a language does not say yet is said in English.
    let wanted = language == .english ? [language] : [.english, language]
    let own = wanted.flatMap { code in catalogue.languages.filter { $0.language == code }.map(\.messages) }
    let messages = own.dropFirst().reduce(own.first ?? [:]) { $0.merging($1) { _, new in new } }
    self.messages = messages
    names = Names(catalogue.vocabulary, language, messages)
    intents = Dictionary(
      catalogue.intents.compactMap { intent in
        (intent.texts(language) ?? intent.texts(.english)).map { (intent.id, $0) }
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// What kinds, fields and values are called, gathered when first something is to be named.
  private final class Names: Sendable {
    struct Found {
      var kinds: [KindID: String] = [:]
      var fields: [String: String] = [:]
      /// `account.status=customer` → what the language calls it; kept only where that differs from what is stored.
      var stored: [String: String] = [:]
      /// `activity.type=follow-up` → follow-up: what some of a kind are called.
      var special: [String: String] = [:]
    }

    private let vocabulary: [VocabularyEntry]
    private let language: LanguageCode
    private let messages: [String: String]
    private let made = Mutex<Found?>(nil)

    init(_ vocabulary: [VocabularyEntry], _ language: LanguageCode, _ messages: [String: String]) {
      (self.vocabulary, self.language, self.messages) = (vocabulary, language, messages)
    }

    func first(_ pick: (Found) -> String?) -> String? {
      made.withLock { made in
        let found = made ?? gather()
        made = found
        return pick(found)
      }
    }

    private func gather() -> Found {
      var found = Found()
      for entry in vocabulary where entry.language == language {
        switch entry.meaning {
        case .noun(let kind, let conditions) where conditions.isEmpty:
          found.kinds[kind] = found.kinds[kind] ?? entry.phrase
        case .noun(let kind, let conditions) where conditions.count == 1:
          guard case .value(let field, let value) = conditions[0] else { continue }
          let some = "\(kind).\(field)=\(value)"
          found.special[some] = found.special[some] ?? entry.phrase
        case .field(let kind, let field):
          found.fields["\(kind).\(field)"] = found.fields["\(kind).\(field)"] ?? entry.phrase
        case .value(let kind, let field, let values) where values.count == 1 && language != .english:
          for key in ["\(kind).\(field)=\(values[0])", "\(field)=\(values[0])"] where found.stored[key] == nil {
            found.stored[key] = messages["value.\(key)"] ?? entry.phrase
          }
        default: break
        }
      }
      guard language != .english else { return found }
      for entry in vocabulary where entry.language == .english {
        switch entry.meaning {
        case .noun(let kind, let conditions) where conditions.isEmpty:
          found.kinds[kind] = found.kinds[kind] ?? entry.phrase
        case .field(let kind, let field):
          found.fields["\(kind).\(field)"] = found.fields["\(kind).\(field)"] ?? entry.phrase
        default: break
        }
      }
      return found
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
  public func noun(_ kind: KindID) -> String { names.first { $0.kinds[kind] } ?? kind.rawValue }

  /// "1 deal", "3 deals", 3个商机.
  public func count(_ number: Int, _ kind: KindID) -> String { count(number, of: noun(kind)) }

  /// The records that a query finds, by the noun for these in particular: "3 follow-ups".
  public func count(_ number: Int, _ query: Query) -> String { count(number, of: noun(query)) }

  public func noun(_ query: Query) -> String {
    let parts: [Predicate] = if case .all(let all) = query.predicate { all } else { [query.predicate] }
    for case .oneOf(.path(let path), let values) in parts where path.count == 1 && values.count == 1 {
      guard case .text(let value) = values[0], let field = path.first,
        let noun = names.first({ $0.special["\(query.kind).\(field)=\(value)"] })
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
    if let label = messages["label.\(kind).\(field)"] ?? names.first({ $0.fields["\(kind).\(field)"] }) { return label }
    return field.rawValue.split(separator: "_").joined(separator: " ")
  }

  /// A stored value as the language calls it, such as 谈判 for a deal's stage `negotiation`; itself where it has no word
  /// of its own, or is somebody's own.
  public func value(_ value: String, _ field: FieldID, of kind: KindID) -> String {
    names.first { $0.stored["\(kind).\(field)=\(value)"] } ?? value
  }

  /// The name of a record that is itself a value with a word, such as a stage.
  func value(_ name: String, _ kind: KindID) -> String { names.first { $0.stored["\(kind)=\(name)"] } ?? name }

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
