extension Catalogue {
  /// This catalogue with a person's own files laid over it: an intent of the same id is replaced in the languages that
  /// its new file speaks, and kept in the others; vocabulary, grammar words and cues are added; a shared rule or message
  /// of the same name is replaced.
  public func overlaying(_ other: Catalogue) -> Catalogue {
    var result = self
    for intent in other.intents {
      if let index = result.intents.firstIndex(where: { $0.id == intent.id }) {
        let spoken = Set(intent.texts.map(\.language))
        let kept = result.intents[index].texts.filter { !spoken.contains($0.language) }
        result.intents[index] = intent
        result.intents[index].texts += kept
      } else {
        result.intents.append(intent)
      }
    }
    let known = Set(vocabulary)
    result.vocabulary += other.vocabulary.filter { !known.contains($0) }
    for words in other.languages {
      if let index = result.languages.firstIndex(where: { $0.language == words.language }) {
        result.languages[index].add(words)
      } else {
        result.languages.append(words)
      }
    }
    return result
  }
}

extension LanguageWords {
  mutating func add(_ other: LanguageWords) {
    grammar.merge(other.grammar) { own, new in own + new.filter { !own.contains($0) } }
    cues.merge(other.cues) { own, new in own + new.filter { !own.contains($0) } }
    rules.merge(other.rules) { _, new in new }
    messages.merge(other.messages) { _, new in new }
    shorthands.merge(other.shorthands) { own, new in own + new.filter { !own.contains($0) } }
    values.merge(other.values) { own, new in own + new.filter { !own.contains($0) } }
  }
}
