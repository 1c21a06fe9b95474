import Language
import Values
import Yams

/// Checks what templates refer to: slots of the intent, shared rules of the language, rules that run in circles.
struct ReferenceCheck {
  /// The slots that each rule of a language reaches, through other rules too; nil for a rule that runs in a circle.
  private var reach: [LanguageCode: [String: Set<String>?]] = [:]

  init(base: Catalogue, languages: [LanguageFile]) {
    var rules: [LanguageCode: [String: Template]] = [:]
    for words in base.languages { rules[words.language, default: [:]].merge(words.rules) { $1 } }
    for file in languages { rules[file.words.language, default: [:]].merge(file.words.rules) { $1 } }
    for (language, named) in rules {
      reach[language] = named.mapValues { Self.slots(of: $0, in: named, visited: []) }
    }
  }

  func problems(of languages: [LanguageFile]) -> [Problem] {
    var result: [Problem] = []
    for file in languages {
      for (name, rule) in file.rules.sorted(by: { $0.key < $1.key }) {
        let unknown = unknownRules(rule.parsed, rule.scalar, file.words.language, file.source)
        result += unknown
        if unknown.isEmpty, case .some(.none) = reach[file.words.language]?[name] {
          result.append(
            file.source.problem(
              "the rule “\(name)” leads back to itself.", at: file.source.place(of: .scalar(rule.scalar)),
              remedy: "Write the repeated part out as alternatives."))
        }
      }
    }
    return result
  }

  func problems(of intents: [IntentFile]) -> [Problem] {
    intents.flatMap { file in
      file.sentences.flatMap { problems(of: $0, in: file) } + unusedSlots(of: file)
    }
  }

  private func problems(of sentence: IntentFile.Sentence, in file: IntentFile) -> [Problem] {
    let names = file.definition.slots.map(\.name)
    var result = unknownRules(sentence.parsed, sentence.scalar, sentence.language, file.source)
    for slot in sentence.parsed.slots where !names.contains(slot.name) {
      result.append(
        file.source.problem(
          "the intent has no slot “\(slot.name)”.", at: file.source.place(in: sentence.scalar, at: slot.offset),
          remedy: Nearest.remedy(for: slot.name, among: names)))
    }
    for rule in sentence.parsed.rules {
      for slot in slots(of: rule, sentence.language).subtracting(names).sorted() {
        result.append(
          file.source.problem(
            "the rule “\(rule.name)” needs a slot “\(slot)”, which the intent has not.",
            at: file.source.place(in: sentence.scalar, at: rule.offset), remedy: "Add the slot, or leave the rule out.")
        )
      }
    }
    return result
  }

  private func unknownRules(
    _ parsed: ParsedTemplate, _ scalar: Node.Scalar, _ language: LanguageCode, _ source: SourceFile
  ) -> [Problem] {
    let known = reach[language] ?? [:]
    return parsed.rules.filter { known[$0.name] == nil }.map {
      source.problem(
        "there is no rule “\($0.name)” in \(language).", at: source.place(in: scalar, at: $0.offset),
        remedy: Nearest.remedy(for: $0.name, among: known.keys.sorted()))
    }
  }

  /// Slots that no sentence of any language fills.
  private func unusedSlots(of file: IntentFile) -> [Problem] {
    guard !file.sentences.isEmpty else { return [] }
    var used: Set<String> = []
    for sentence in file.sentences {
      used.formUnion(sentence.parsed.slots.map(\.name))
      for rule in sentence.parsed.rules { used.formUnion(slots(of: rule, sentence.language)) }
    }
    return file.definition.slots.filter { !used.contains($0.name) }.map {
      file.source.problem(
        "no sentence has the slot “\($0.name)”.", at: file.slotPlaces[$0.name] ?? file.place,
        remedy: "Write {\($0.name)} into a sentence, or remove the slot.")
    }
  }

  private func slots(of rule: ParsedTemplate.Reference, _ language: LanguageCode) -> Set<String> {
    (reach[language]?[rule.name] ?? nil) ?? []
  }

  private static func slots(of template: Template, in rules: [String: Template], visited: Set<String>) -> Set<String>? {
    switch template {
    case .words: return []
    case .slot(let name): return [name]
    case .rule(let name):
      if visited.contains(name) { return nil }
      guard let inner = rules[name] else { return [] }
      return slots(of: inner, in: rules, visited: visited.union([name]))
    case .optional(let inner): return slots(of: inner, in: rules, visited: visited)
    case .sequence(let parts), .oneOf(let parts), .anyOrder(let parts):
      var result: Set<String> = []
      for part in parts {
        guard let inner = slots(of: part, in: rules, visited: visited) else { return nil }
        result.formUnion(inner)
      }
      return result
    }
  }
}
