import CRM
import Conversation
import Language
import Model
import Values

/// Every interaction and change of a record, newest first; or who changed it.
struct HistoryIntent: IntentHandler {
  static let intents = ["record.history", "record.audit"]
  private static let most = 60

  func run(_ call: Call) throws -> Outcome {
    let record = try call.record("record")
    let isAudit = call.intent.id == "record.audit"
    let timeline = Timeline(turn: call.turn, reader: call.reader, wording: isAudit ? "history.audit" : "history.change")
    let all = try isAudit ? timeline.changes(of: record) : timeline.lines(of: record)
    guard !all.isEmpty else {
      return .text(call.turn.say("history.none", ["record": record.name]), focus: [record.id])
    }
    let lines = all.prefix(HistoryIntent.most).map(\.text)
    var shown = [call.turn.say("history.title", ["record": record.name])] + lines.map { "  " + $0 }
    if all.count > lines.count {
      shown.append(call.turn.say("and.more", ["count": String(all.count - lines.count)]))
    }
    var outcome = Outcome.text(shown.joined(separator: "\n"), focus: [record.id])
    outcome.data = .object([
      .init("kind", "report"), .init("record", RecordJSON.reference(record)),
      .init("lines", .array(lines.map { .string($0) })), .init("total", .integer(Int64(all.count))),
    ])
    return outcome
  }
}

/// When we last talked: date, channel, who, subject.
struct LastContactIntent: IntentHandler {
  static let intents = ["account.last"]

  func run(_ call: Call) throws -> Outcome {
    let record = try call.record("record")
    let field = FieldID(record.id.kind.rawValue)
    guard call.schema["activity"]?.field(field) != nil else {
      throw Interruption.refused(call.turn.say("history.none", ["record": record.name]))
    }
    let condition = Predicate.all([.oneOf(.path([field]), [.record(record.id)]), .not(.isEmpty(.path(["done_at"])))])
    let query = Query("activity", where: condition, sort: [Sort(["done_at"], descending: true)], limit: 1)
    let page = try call.reader.page(query, offset: 0, size: 1, fields: ["type", "done_at", "owner"])
    guard let row = page.records.first, case .moment(let at)? = row["done_at"] else {
      return .text(call.turn.say("history.none", ["record": record.name]), focus: [record.id])
    }
    let text = call.turn.say(
      "last.contact",
      [
        "record": record.name, "when": call.turn.values.moment(at.local),
        "type": call.turn.values.text("type", of: row),
        "subject": row.name, "who": call.turn.values.text("owner", of: row),
      ])
    return .text(text, data: ["kind": "value", "value": .string(at.description)], focus: [row.id, record.id])
  }
}
