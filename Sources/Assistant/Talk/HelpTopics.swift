import CRM
import Conversation
import Foundation
import Language
import Model

/// What can be said, from the intents' own help lines and examples.
struct HelpTopics {
  /// Their examples speak of all the others.
  private static let mute: Set<String> = ["talk.help", "talk.help_topic", "talk.explain", "talk.teach", "talk.repair"]

  /// What is meant where nothing more is said.
  private static let basic = [".log", ".add", ".create"]

  let turn: Turn
  private let own: [(id: String, texts: IntentTexts)]

  init(_ turn: Turn) {
    self.turn = turn
    own = turn.engine.lexicon.intentTexts(turn.wording.language).filter { !$0.texts.examples.isEmpty }
  }

  /// One example an intent, by area, in the order of the intents.
  var byArea: [(area: String, topics: [String])] {
    var areas: [(area: String, topics: [String])] = []
    for (id, texts) in own {
      let area = String(id.prefix { $0 != "." })
      let line = texts.examples[0]
      if let index = areas.firstIndex(where: { $0.area == area }) {
        areas[index].topics.append(line)
      } else {
        areas.append((area, [line]))
      }
    }
    return areas
  }

  func examples(of id: String) -> [String] { own.first { $0.id == id }?.texts.examples ?? [] }

  func help(of id: String) -> String? { own.first { $0.id == id }?.texts.help }

  /// The intents that a topic is about: what it would be if it were said, else those whose help and examples, in any
  /// language, share the rarest words with it. At most three.
  func about(_ topic: String, _ reader: any StoreReader) -> [String] {
    let read = asSaid(topic, reader)
    let wanted = Set(HelpTopics.words(topic))
    var shown: [String: Set<String>] = [:]
    var said: [String: Set<String>] = [:]
    for language in turn.engine.lexicon.languages {
      for (id, texts) in turn.engine.lexicon.intentTexts(language)
      where own.contains(where: { $0.id == id }) && !HelpTopics.mute.contains(id) {
        shown[id, default: []].formUnion(
          ([texts.help] + texts.examples + texts.tests.map(\.say)).flatMap(HelpTopics.words))
        said[id, default: []].formUnion(texts.sentences.flatMap(HelpTopics.own).flatMap(HelpTopics.words))
      }
    }
    let (rarely, hardly) = (HelpTopics.rarity(shown), HelpTopics.rarity(said))
    let scored = shown.map { id, words in
      let strong = wanted.intersection(words).reduce(0.0) { $0 + (rarely[$1] ?? 0) }
      let weak = wanted.intersection(said[id] ?? []).reduce(0.0) { $0 + (hardly[$1] ?? 0) }
      let named = Double(wanted.intersection(HelpTopics.words(id)).count) * 1.5
      let basic = HelpTopics.basic.contains { id.hasSuffix($0) } && strong > 0 ? 1.2 : 0
      return (
        id: id, score: named + basic + strong + weak / 2 + (read.firstIndex(of: id).map { 3 / Double($0 + 1) } ?? 0)
      )
    }.sorted { ($1.score, $0.id) < ($0.score, $1.id) }
    guard let best = scored.first, best.score > 1 else { return [] }
    return scored.prefix(3).filter { $0.score > best.score * 0.7 }.map(\.id)
  }

  /// How much a word tells: nothing, where all have it.
  private static func rarity(_ known: [String: Set<String>]) -> [String: Double] {
    var uses: [String: Int] = [:]
    for words in known.values { for word in words { uses[word, default: 0] += 1 } }
    return uses.mapValues { log(Double(known.count + 1) / Double($0)) }
  }

  /// The intents that the topic would be read as, the likeliest first: "log a call" is `call.log`, though nobody is named.
  private func asSaid(_ topic: String, _ reader: any StoreReader) -> [String] {
    let readings = (try? turn.engine.read(topic, gazetteer: reader, turn.situation)) ?? []
    return readings.prefix(6).compactMap { reading in
      guard reading.cost < 60, case .intent(let definition, _) = reading.content,
        own.contains(where: { $0.id == definition.id }), !HelpTopics.mute.contains(definition.id)
      else { return nil }
      return definition.id
    }
  }

  /// The words of a template, wherever they stand in it.
  private static func own(_ template: Template) -> [String] {
    switch template {
    case .words(let text): [text]
    case .slot, .rule: []
    case .optional(let inner): own(inner)
    case .sequence(let parts), .oneOf(let parts), .anyOrder(let parts): parts.flatMap(own)
    }
  }

  /// Words by their stems, Chinese by pairs of characters.
  private static func words(_ text: String) -> [String] {
    let tokens = NameKey.tokens(text)
    var words = tokens.filter { !$0.isIdeograph && $0.text.count > 2 }.map { word in
      word.text.count > 5 ? String(word.text.prefix(5)) : word.text
    }
    for (first, second) in zip(tokens, tokens.dropFirst()) where first.isIdeograph && second.isIdeograph {
      words.append(first.text + second.text)
    }
    return words
  }
}
