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
    let deals = type == "note" ? [] : try openDeals(of: record)
    let id = try write(type, with: record, notes: notes, on: deals)
    let words = [
      "record": record.name, "who": record.name, "text": notes, "notes": notes,
      "when": call.turn.values.moment(call.turn.context.now.local),
    ]
    var lines = [call.reply("done", words)]
    if let deal = deals.first {
      let names = deals.map(\.name).joined(separator: ", ")
      lines.append(call.turn.say(deals.count == 1 ? "log.linked" : "log.several", ["deal": deal.name, "deals": names]))
    }
    var outcome = Outcome.text(lines.joined(separator: "\n"), focus: [record.id, id])
    outcome.data = try RecordData(reader: call.reader).json(id)
    return outcome
  }

  /// An interaction that took place now.
  func write(_ type: String, with record: Record, notes: String, on deals: [Record]) throws -> RecordID {
    let now = Value.moment(call.turn.context.now)
    var values = links(to: record, on: deals)
    values.merge(
      [
        "type": .text(type), "subject": .text(Interactions.subject(notes)), "due": now, "done_at": now,
        "notes": .text(notes),
      ]
    ) { $1 }
    return try call.writing().create("activity", values)
  }

  /// Whom it is with, whose it is, and the one deal that it is about.
  func links(to record: Record, on deals: [Record]) -> [FieldID: Value] {
    var values: [FieldID: Value] = ["regarding": .record(record.id)]
    if deals.count == 1 { values["deal"] = .record(deals[0].id) }
    if let user = call.turn.context.speaker.user { values["owner"] = .record(user) }
    return values
  }

  /// The open deals whose primary contact it is.
  func openDeals(of record: Record) throws -> [Record] {
    guard record.id.kind == "contact", let open = call.schema["deal"]?.filter("open") else { return [] }
    let query = Query(
      "deal", where: open.predicate.and(.oneOf(.path(["primary_contact"]), [.record(record.id)])),
      sort: [Sort(["name"])])
    return try call.reader.page(query, offset: 0, size: 5, fields: []).records
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
    // A word that many names share ("pilot") means none of them.
    if best.count > 4, !best.span.isExact { return nil }
    if best.count > 1 {
      if let pinned = best.few.first(where: { call.turn.answers.slots["regarding"] == [$0.id] }) { return pinned.id }
      throw Interruption.choose(
        slot: "regarding", name: tokens[best.span.range].map(\.text).joined(separator: " "), among: best.few,
        total: best.count)
    }
    return best.few.first?.id
  }
}
