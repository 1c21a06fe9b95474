import Model
import Recognizers
import Values

/// Collects the words of a catalogue.
struct LexiconBuilder {
  private let catalogue: Catalogue
  private(set) var words = WordNumbers()
  private(set) var phrases = PhraseTable()
  private(set) var automaton: AutomatonBuilder
  private(set) var ideographs: Set<String> = []

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    ideographs = Set(Recognizers.calendarIdeographs)
    automaton = AutomatonBuilder(catalogue.intents)
    _ = words.number("-")
  }

  mutating func addGrammar() {
    for language in catalogue.languages {
      for (word, all) in language.grammar.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        for phrase in all {
          phrases.add(phrase, LexiconTables.Entry.number(of: word), words: &words)
          note(phrase)
        }
      }
      for (act, patterns) in language.cues.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        for phrase in patterns.flatMap(PhrasePattern.phrases) {
          phrases.add(phrase, LexiconTables.Entry.number(of: act), words: &words)
        }
      }
    }
  }

  mutating func addVocabulary() {
    var places: [Meaning: Int] = [:]
    for (index, (meaning, _)) in catalogue.meanings.enumerated() { places[meaning] = index }
    for entry in catalogue.vocabulary {
      let number = LexiconTables.Entry.number(ofMeaning: places[entry.meaning] ?? 0)
      phrases.add(entry.phrase, number, words: &words)
      note(entry.phrase)
    }
  }

  mutating func addTemplates() {
    let rules = Dictionary(
      catalogue.languages.map { ($0.language, $0.rules) }, uniquingKeysWith: { first, _ in first })
    let bare = bareTemplates()
    for (index, intent) in catalogue.intents.enumerated() {
      for texts in intent.texts {
        var known = Set(texts.sentences)
        for (place, template) in texts.sentences.enumerated() {
          automaton.add(
            template, intent: index, place: place, language: texts.language, rules: rules[texts.language] ?? [:],
            definition: intent, words: &words)
          noteWords(of: template)
          if let bare = bare[texts.language]?.bare(of: template, intent), known.insert(bare).inserted {
            automaton.add(
              bare, intent: index, place: place, language: texts.language, rules: rules[texts.language] ?? [:],
              definition: intent, isBare: true, words: &words)
          }
        }
      }
    }
  }

  private func bareTemplates() -> [LanguageCode: BareTemplate] {
    var nouns: Set<String> = []
    for entry in catalogue.vocabulary {
      guard case .noun = entry.meaning else { continue }
      for phrase in PhrasePattern.phrases(entry.phrase) { nouns.insert(NameKey.fold(phrase)) }
    }
    return Dictionary(
      catalogue.languages.map { ($0.language, BareTemplate($0, nouns: nouns)) }, uniquingKeysWith: { first, _ in first }
    )
  }

  private mutating func noteWords(of template: Template) {
    switch template {
    case .words(let text): note(text)
    case .optional(let inner): noteWords(of: inner)
    case .sequence(let parts), .oneOf(let parts), .anyOrder(let parts): for part in parts { noteWords(of: part) }
    case .slot, .rule: break
    }
  }

  private mutating func note(_ phrase: String) {
    guard let first = phrase.unicodeScalars.first, NameKey.isIdeograph(first) else { return }
    if phrase.unicodeScalars.count > 1, phrase.unicodeScalars.allSatisfy(NameKey.isIdeograph) {
      ideographs.insert(phrase)
    }
  }
}
