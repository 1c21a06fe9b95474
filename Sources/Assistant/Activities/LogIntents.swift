import CRM
import Conversation
import Language
import Model
import Values

/// A call, mail or meeting that took place, with what was said: on the timelines of the person, the account and the deal.
struct LogInteractionIntent: IntentHandler {
  static let intents = ["call.log", "email.log", "meeting.log"]

  func run(_ call: Call) throws -> Outcome {
    let who = try call.record("who")
    let notes = try call.text("notes")
    let type = String(call.intent.id.prefix { $0 != "." })
    return try Interactions(call: call).log(type, with: who, notes: notes)
  }
}

/// A note on the timeline.
struct NoteIntent: IntentHandler {
  static let intents = ["record.note"]

  func run(_ call: Call) throws -> Outcome {
    let record = try call.record("record")
    return try Interactions(call: call).log("note", with: record, notes: try call.text("text"))
  }
}

/// Writes activities.
struct Interactions {
  let call: Call

  func log(_ type: String, with record: Record, notes: String) throws -> Outcome {
    let now = call.turn.context.now
    let subject = Interactions.subject(notes)
    var values: [FieldID: Value] = [
      "type": .text(type), "subject": .text(subject), "regarding": .record(record.id), "due": .moment(now),
      "done_at": .moment(now), "notes": .text(notes),
    ]
    if let user = call.turn.context.speaker.user { values["owner"] = .record(user) }
    let id = try call.writing().create("activity", values)
    var outcome = Outcome.text(
      call.reply(
        "done",
        [
          "record": record.name, "who": record.name, "text": notes, "notes": notes,
          "when": call.turn.values.moment(now.local),
        ]),
      focus: [record.id, id])
    outcome.data = try RecordData(reader: call.reader).json(id)
    return outcome
  }

  /// The first words of a text, as a line of a list: to the end of its first sentence, 80 characters at most.
  static func subject(_ text: String) -> String {
    let first = text.split(whereSeparator: { "\n.。;；".contains($0) }).first.map(String.init) ?? text
    let line = first.count > 80 ? first.prefix(79) + "…" : Substring(first)
    return (line.first.map { $0.uppercased() } ?? "") + line.dropFirst()
  }

  /// The one customer or deal that a task's words name, if they name any. Several are asked about.
  func regarding(_ text: String) throws -> RecordID? {
    let tokens = NameKey.tokens(text)
    var best: (span: NameSpan, few: [NamedRecord], count: Int, kind: KindID)?
    let wanted: [KindID] = ["contact", "deal", "account", "lead"]
    for span in try call.reader.spans(in: tokens) {
      guard case .records(let kind, let count, let few) = span.target, let rank = wanted.firstIndex(of: kind) else {
        continue
      }
      let better =
        best.map { other in
          let known = wanted.firstIndex(of: other.kind) ?? 0
          return (span.range.count, span.isExact ? 1 : 0, -rank) > (
            other.span.range.count, other.span.isExact ? 1 : 0, -known
          )
        } ?? true
      if better { best = (span, few, count, kind) }
    }
    guard let best else { return nil }
    if best.count > 1 {
      if let pinned = best.few.first(where: { call.turn.answers.slots["regarding"] == [$0.id] }) { return pinned.id }
      throw Interruption.choose(
        slot: "regarding", name: tokens[best.span.range].map(\.text).joined(separator: " "), among: best.few,
        total: best.count)
    }
    return best.few.first?.id
  }
}
