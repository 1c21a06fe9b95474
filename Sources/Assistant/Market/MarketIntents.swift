import CRM
import Conversation
import Language
import Model
import Values

/// What somebody heard about the market, under a topic; an account that it names is remembered with it.
struct MarketNoteIntent: IntentHandler {
  static let intents = ["market.note"]

  func run(_ call: Call) throws -> Outcome {
    let text = try call.text("text")
    let today = call.turn.context.today
    let query = Query("market_note", where: .oneOf(.path(["text"]), [.text(text)]))
    if let known = try call.reader.page(query, offset: 0, size: 1, fields: ["owner"]).records.first {
      let owner = call.turn.values.text("owner", of: known)
      return .text(call.reply("same", ["owner": owner]), focus: [known.id])
    }
    let topic = MarketNoteIntent.topic(call) ?? call.reply("general", [:])
    var values: [FieldID: Value] = [
      "text": .text(text), "topic": .text(topic), "created": .day(today), "status": .text("open"),
    ]
    let account = try named(text, call)
    if let account { values["account"] = .record(account.id) }
    if let user = call.turn.context.speaker.user { values["owner"] = .record(user) }
    let id = try call.writing().create("market_note", values)
    var lines = [call.reply("done", ["text": text, "topic": topic])]
    if let account { lines.append(call.reply("names", ["account": account.name])) }
    var outcome = Outcome.text(lines.joined(separator: " "), focus: [id])
    outcome.data = try RecordData(reader: call.reader).json(id)
    return outcome
  }

  /// As said; a word for a topic that is there already gives that one.
  static func topic(_ call: Call) -> String? {
    guard let said = call.optionalText("topic"), !said.isEmpty else { return nil }
    return call.turn.engine.lexicon.value(of: said, kind: "market_note", field: "topic") ?? said
  }

  func normalForm(_ call: Call) -> [JSON.Member]? {
    guard let text = call.optionalText("text") else { return nil }
    return [.init("text", ["text": .string(text)])]
      + (MarketNoteIntent.topic(call).map { [.init("topic", .string($0))] } ?? [])
  }

  /// The one account whose whole name stands in the text.
  private func named(_ text: String, _ call: Call) throws -> NamedRecord? {
    let spans = try call.reader.spans(in: NameKey.tokens(text)).filter { span in
      if case .records("account", 1, _) = span.target { true } else { false }
    }
    let best = spans.max { ($0.range.count, $0.isExact ? 1 : 0) < ($1.range.count, $1.isExact ? 1 : 0) }
    guard let best, case .records(_, _, let few) = best.target else { return nil }
    return few.first
  }
}

/// A manager confirms or rejects what was heard.
struct DecideMarketNoteIntent: IntentHandler {
  static let intents = ["market.confirm", "market.reject"]

  func run(_ call: Call) throws -> Outcome {
    let note = try call.record("note")
    let status = call.intent.id == "market.confirm" ? "confirmed" : "rejected"
    let user = call.turn.context.speaker.user
    return try Change(call: call).set(
      note,
      [
        "status": .text(status), "decided_by": user.map(Value.record), "decided_on": .day(call.turn.context.today),
      ], ["note": note.name])
  }
}
