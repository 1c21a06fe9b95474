import Language
import Values

/// What intents leave out, or say twice: nothing that keeps the files from being used.
struct CoverageCheck {
  struct Finding: Hashable {
    var intent: String
    var language: LanguageCode?
    /// Of the intent's sentences in that language, from 0.
    var sentence: Int?
    var message: String
    var remedy: String
  }

  /// How many ways of saying it an intent should have in a language.
  static let sentences = 8

  let catalogue: Catalogue
  private let rules: [LanguageCode: [String: Template]]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    rules = Dictionary(catalogue.languages.map { ($0.language, $0.rules) }, uniquingKeysWith: { first, _ in first })
  }

  var findings: [Finding] {
    catalogue.intents.flatMap { intent in
      catalogue.languages.map(\.language).flatMap { findings(of: intent, in: $0) }
    } + sameSentences()
  }

  private func findings(of intent: IntentDefinition, in language: LanguageCode) -> [Finding] {
    guard let texts = intent.texts(language), !texts.sentences.isEmpty else {
      return [
        Finding(
          intent: intent.id, language: language, message: "\(intent.id) cannot be said in \(language).",
          remedy: "Add “\(language): {sentences: […]}”.")
      ]
    }
    var result: [Finding] = []
    func add(_ message: String, _ remedy: String) {
      result.append(Finding(intent: intent.id, language: language, message: message, remedy: remedy))
    }
    let ways = texts.sentences.reduce(0) { min(1000, $0 + self.ways($1, language, depth: 0)) }
    if intent.effect != .read, ways < Self.sentences {
      add("\(intent.id) can be said in only \(ways) ways in \(language).", "Write at least \(Self.sentences).")
    }
    if texts.tests.isEmpty {
      add("\(intent.id) has no tests in \(language).", "Add “tests: [{say: …, slots: {…}}]”.")
    }
    if texts.help.isEmpty {
      add("\(intent.id) has no help in \(language).", "Add a line “help: …”.")
    }
    for (number, template) in texts.sentences.enumerated()
    where intent.effect != .read && isBare(template, language, depth: 0) {
      result.append(
        Finding(
          intent: intent.id, language: language, sentence: number,
          message: "a sentence of \(intent.id) can be said without a word of its own, and takes those of others.",
          remedy: "Leave a word of it outside the brackets."))
    }
    let used = texts.sentences.reduce(into: Set<String>()) { $0.formUnion(slots($1, language, depth: 0)) }
    for slot in intent.slots {
      if slot.isRequired, texts.ask[slot.name] == nil {
        add("“\(slot.name)” is required, but nothing asks for it in \(language).", "Add “ask: {\(slot.name): …?}”.")
      }
      if !used.contains(slot.name) {
        add("no sentence of \(language) has the slot “\(slot.name)”.", "Write {\(slot.name)} into a sentence.")
      }
    }
    return result
  }

  /// Whether slots alone can be a sentence of it.
  private func isBare(_ template: Template, _ language: LanguageCode, depth: Int) -> Bool {
    switch template {
    case .words: false
    case .slot, .optional: true
    case .rule(let name):
      depth < 8 ? rules[language]?[name].map { isBare($0, language, depth: depth + 1) } ?? false : false
    case .oneOf(let parts): parts.contains { isBare($0, language, depth: depth) }
    case .sequence(let parts), .anyOrder(let parts): parts.allSatisfy { isBare($0, language, depth: depth) }
    }
  }

  // MARK: The same sentence twice

  /// A sentence that two intents have, word for word and slot for slot.
  private func sameSentences() -> [Finding] {
    var owner: [String: String] = [:]
    var result: [Finding] = []
    for intent in catalogue.intents {
      for texts in intent.texts {
        for (number, template) in texts.sentences.enumerated() {
          let spoken = concrete(template, intent, texts.language, depth: 0).forms(limit: 2000) ?? []
          var other: (id: String, form: String)?
          for form in spoken {
            let key = "\(texts.language) \(form)"
            if let first = owner[key], first != intent.id {
              other = other ?? (first, form)
            } else {
              owner[key] = intent.id
            }
          }
          guard let other else { continue }
          result.append(
            Finding(
              intent: intent.id, language: texts.language, sentence: number,
              message: "\(other.id) has this sentence too: “\(other.form)”.", remedy: "Leave it to one of them."))
        }
      }
    }
    return result
  }

  /// The template with rules written out and slots as words that show their type.
  private func concrete(
    _ template: Template, _ intent: IntentDefinition, _ language: LanguageCode, depth: Int
  ) -> Template {
    let each = { (parts: [Template]) in parts.map { concrete($0, intent, language, depth: depth) } }
    switch template {
    case .words: return template
    case .slot(let name): return .words("{\(intent.slot(name)?.kind.code ?? name)}")
    case .rule(let name):
      guard depth < 8, let rule = rules[language]?[name] else { return .words("<\(name)>") }
      return concrete(rule, intent, language, depth: depth + 1)
    case .optional(let inner): return .optional(concrete(inner, intent, language, depth: depth))
    case .sequence(let parts): return .sequence(each(parts))
    case .oneOf(let parts): return .oneOf(each(parts))
    case .anyOrder(let parts): return .anyOrder(each(parts))
    }
  }

  // MARK: Ways and slots

  /// How many ways of saying it a template has, not counting what may be left out.
  private func ways(_ template: Template, _ language: LanguageCode, depth: Int) -> Int {
    switch template {
    case .words, .slot: return 1
    case .rule(let name):
      guard depth < 8, let rule = rules[language]?[name] else { return 1 }
      return ways(rule, language, depth: depth + 1)
    case .optional: return 1
    case .sequence(let parts): return parts.reduce(1) { min(1000, $0 * ways($1, language, depth: depth)) }
    case .oneOf(let parts): return parts.reduce(0) { min(1000, $0 + ways($1, language, depth: depth)) }
    case .anyOrder(let parts):
      return parts.indices.reduce(1) { min(1000, $0 * ($1 + 1) * ways(parts[$1], language, depth: depth)) }
    }
  }

  private func slots(_ template: Template, _ language: LanguageCode, depth: Int) -> Set<String> {
    switch template {
    case .words: return []
    case .slot(let name): return [name]
    case .rule(let name):
      guard depth < 8, let rule = rules[language]?[name] else { return [] }
      return slots(rule, language, depth: depth + 1)
    case .optional(let inner): return slots(inner, language, depth: depth)
    case .sequence(let parts), .oneOf(let parts), .anyOrder(let parts):
      return parts.reduce(into: []) { $0.formUnion(slots($1, language, depth: depth)) }
    }
  }
}
