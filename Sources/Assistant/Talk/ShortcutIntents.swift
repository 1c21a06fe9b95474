import CRM
import Conversation
import Language
import Model

/// "when I say hot list I mean …": a phrase of the speaker's own for a whole sentence.
struct TeachIntent: IntentHandler {
  static let intents = ["talk.teach"]

  func run(_ call: Call) throws -> Outcome {
    guard let user = call.turn.context.speaker.user else { throw Interruption.refused(call.reply("guest", [:])) }
    let phrase = try call.text("phrase")
    let sentence = try call.text("sentence")
    try check(phrase, sentence, call)
    let words = ["phrase": phrase, "sentence": sentence]
    let writer = try call.writing()
    if let known = try Shortcuts(reader: call.reader).shortcut(phrase) {
      try writer.update(known.id, ["sentence": .text(sentence)])
      return .text(call.reply("changed", words), focus: [known.id])
    }
    let id = try writer.create(
      "shortcut", ["phrase": .text(phrase), "sentence": .text(sentence), "user": .record(user)])
    var outcome = Outcome.text(call.reply("done", words), focus: [id])
    outcome.data = try RecordData(reader: call.reader).json(id)
    outcome.suggestions = [Suggestion(title: phrase, send: phrase)]
    return outcome
  }

  /// The sentence is understood, and the phrase is not a command already.
  private func check(_ phrase: String, _ sentence: String, _ call: Call) throws {
    let situation = call.turn.situation
    let readings = try call.turn.engine.read(sentence, gazetteer: call.reader, situation)
    guard let best = readings.first, best.cost < 250 else {
      throw Interruption.refused(call.reply("unread", ["sentence": sentence]))
    }
    let own = try call.turn.engine.read(phrase, gazetteer: call.reader, situation).first
    if let own, own.cost < 12, own.corrections.isEmpty, case .intent(_, let slots) = own.content, slots.isEmpty {
      throw Interruption.refused(call.reply("taken", ["phrase": phrase]))
    }
  }
}

/// The speaker's own phrases.
struct TaughtIntent: IntentHandler {
  static let intents = ["talk.taught"]

  func run(_ call: Call) throws -> Outcome {
    let own = Query("shortcut", where: .compare(.path(["user"]), .equal, .speaker))
    let outcome = try Listing(turn: call.turn, reader: call.reader).list(own, offset: 0)
    guard outcome.list?.total == 0 else { return outcome }
    return .text(call.reply("none", [:]), data: outcome.data)
  }
}

/// "forget hot list".
struct ForgetIntent: IntentHandler {
  static let intents = ["talk.forget"]

  func run(_ call: Call) throws -> Outcome {
    let shortcut = try call.record("shortcut")
    try call.writing().delete(shortcut.id)
    return .text(call.reply("done", ["phrase": shortcut.name]))
  }
}

/// The phrases that a speaker has taught.
struct Shortcuts {
  let reader: any StoreReader

  /// The speaker's own shortcut of this name.
  func shortcut(_ phrase: String) throws -> Record? {
    guard let user = reader.context.speaker.user else { return nil }
    for found in try reader.records(named: NameKey.key(phrase), kind: "shortcut") {
      if let record = try reader.record(found.id), record["user"] == .record(user) { return record }
    }
    return nil
  }

  /// The sentence that a whole message stands for, with "show" or "please" around it or not; nil for most messages.
  func sentence(of text: String, _ wordings: some Sequence<Wording>) throws -> String? {
    guard reader.context.speaker.user != nil, text.utf8.count < 120 else { return nil }
    let folded = Call.trimmed(NameKey.fold(text))
    for said in [text] + wordings.compactMap({ Shortcuts.bare(folded, $0) }) {
      if case .text(let sentence)? = try shortcut(Call.trimmed(said))?["sentence"] { return sentence }
    }
    return nil
  }

  /// Without the words that may stand around a phrase; nil where none do.
  private static func bare(_ text: String, _ wording: Wording) -> String? {
    let (bar, space) = (UInt8(ascii: "|"), UInt8(ascii: " "))
    var rest = text.utf8[...]
    for word in wording.say("shortcut.before").utf8.split(separator: bar) where rest.starts(with: word) {
      rest = rest.dropFirst(word.count).drop { $0 == space }
    }
    for word in wording.say("shortcut.after").utf8.split(separator: bar)
    where rest.count >= word.count && rest.suffix(word.count).elementsEqual(word) {
      rest = rest.dropLast(word.count)
    }
    return rest.count == text.utf8.count || rest.isEmpty ? nil : String(Substring(rest))
  }
}
