import Conversation
import Language
import Model

/// A short overview by area, with sentences to try.
struct HelpIntent: IntentHandler {
  static let intents = ["talk.help"]

  func run(_ call: Call) throws -> Outcome {
    var lines = [call.turn.say("help.title")]
    for (area, topics) in HelpTopics(call).byArea {
      lines.append("")
      lines.append(call.turn.wording.has("area.\(area)") ? call.turn.say("area.\(area)") : area)
      lines += topics.prefix(4).map { "  \($0)" }
    }
    lines.append("")
    lines.append(call.turn.say("help.questions"))
    return .text(lines.joined(separator: "\n"))
  }
}

/// The phrases for one thing: "how do I log a call?"
struct HelpTopicIntent: IntentHandler {
  static let intents = ["talk.help_topic"]

  func run(_ call: Call) throws -> Outcome {
    let topic = try call.text("topic")
    let found = HelpTopics(call).about(topic)
    guard !found.isEmpty else {
      var outcome = Outcome.text(call.turn.say("help.none", ["topic": topic]))
      outcome.suggestions = Suggestions.start(call.turn)
      return outcome
    }
    return .text(([call.turn.say("help.topic", ["topic": topic])] + found.map { "  \($0)" }).joined(separator: "\n"))
  }
}

/// What can be said, from the intents' own help lines and examples.
struct HelpTopics {
  private let call: Call

  init(_ call: Call) { self.call = call }

  private var all: [(id: String, texts: IntentTexts)] {
    call.turn.engine.lexicon.intentTexts(call.turn.wording.language).filter { !$0.texts.examples.isEmpty }
  }

  var byArea: [(area: String, topics: [String])] {
    var areas: [(area: String, topics: [String])] = []
    for (id, texts) in all {
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

  /// Intents whose help or examples share the most words with the topic.
  func about(_ topic: String) -> [String] {
    let wanted = Set(NameKey.tokens(topic).map(\.text))
    let scored = all.map { _, texts -> (Int, [String]) in
      let words = Set(([texts.help] + texts.examples).flatMap { NameKey.tokens($0).map(\.text) })
      return (wanted.intersection(words).count, texts.examples)
    }
    guard let best = scored.map(\.0).max(), best > 0 else { return [] }
    return scored.filter { $0.0 == best }.flatMap(\.1)
  }
}
