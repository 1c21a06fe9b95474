import CRM
import Conversation
import Language
import Model
import Values

/// Every interaction and change of a record, newest first; or who changed it.
struct HistoryIntent: IntentHandler {
  static let intents = ["record.history", "record.audit"]

  func run(_ call: Call) throws -> Outcome {
    let record = try call.record("record")
    var entries: [(at: Int64, line: String)] = []
    for entry in try call.reader.history(of: record.id, limit: 50) {
      let changes = Array(entry.changes.filter { $0.record == record.id }.prefix(4))
      let labels = try ChangeText.labels(changes, call.reader)
      let what = changes.map { ChangeText(turn: call.turn, schema: call.schema, labels: labels).line($0) }.joined(
        separator: "; ")
      entries.append(
        (
          entry.at.epoch,
          call.turn.say(
            "history.change",
            [
              "when": call.turn.values.moment(entry.at.local), "who": entry.actor, "what": what,
              "sentence": entry.sentence,
            ])
        ))
    }
    if call.intent.id == "record.history" { entries += try interactions(call, record) }
    guard !entries.isEmpty else {
      return .text(call.turn.say("history.none", ["record": record.name]), focus: [record.id])
    }
    let lines = entries.sorted { $0.at > $1.at }.prefix(40).map(\.line)
    var outcome = Outcome.text(
      ([call.turn.say("history.title", ["record": record.name])] + lines).joined(separator: "\n"), focus: [record.id])
    outcome.data = .object([
      .init("kind", "report"), .init("record", RecordJSON.reference(record)),
      .init("lines", .array(lines.map { .string($0) })),
    ])
    return outcome
  }

  private func interactions(_ call: Call, _ record: Record) throws -> [(at: Int64, line: String)] {
    guard let activity = call.schema["activity"], activity.field(FieldID(record.id.kind.rawValue)) != nil else {
      return []
    }
    let query = Query(
      "activity", where: .oneOf(.path([FieldID(record.id.kind.rawValue)]), [.record(record.id)]),
      sort: [Sort(["due"], descending: true)])
    let page = try call.reader.page(query, offset: 0, size: 50, fields: ["type", "due", "done_at", "owner", "notes"])
    return page.records.compactMap { row in
      guard case .moment(let at)? = row["done_at"] ?? row["due"] else { return nil }
      let notes = row["notes"].map { ": " + call.turn.values.text($0) } ?? ""
      let line = call.turn.say(
        "history.interaction",
        [
          "when": call.turn.values.moment(at.local), "type": call.turn.values.text(row["type"]),
          "subject": row.name + notes, "who": call.turn.values.text(row["owner"], labels: row.labels),
        ])
      return (at.epoch, line)
    }
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
        "record": record.name, "when": call.turn.values.moment(at.local), "type": call.turn.values.text(row["type"]),
        "subject": row.name, "who": call.turn.values.text(row["owner"], labels: row.labels),
      ])
    return .text(text, data: ["kind": "value", "value": .string(at.description)], focus: [row.id, record.id])
  }
}
