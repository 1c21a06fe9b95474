import CRM
import Conversation
import Language
import Model

/// Any field of any record: "set Acme's industry to logistics". Old and new value are said.
struct SetFieldIntent: IntentHandler {
  static let intents = ["record.set"]

  func run(_ call: Call) throws -> Outcome {
    let record = try call.record("record")
    let field = try SetFieldIntent.field(call, of: record)
    let value = try ValueReader(turn: call.turn).value(call, for: field, of: record)
    if record.id.kind == "contact", field.id == "account", case .record(let account)? = value {
      return try ContactMove(call: call).move(record, to: account)
    }
    if call.schema[record.id.kind]?.owner == [field.id], case .record(let owner)? = value, value != record[field.id] {
      try NewOwner(call: call).tell(owner, [record.id])
    }
    return try Change(call: call).set(record, [field.id: value])
  }

  /// The field that the word means for this record.
  static func field(_ call: Call, of record: Record) throws -> Field {
    guard case .field(let meanings)? = call.slots["field"]?.term else { throw Interruption.ask(slot: "field") }
    for case .field(record.id.kind, let id) in meanings {
      if let field = call.schema[record.id.kind]?.field(id) { return field }
    }
    throw Interruption.refused(
      call.turn.say(
        "field.none",
        ["field": call.slots["field"]?.text ?? "", "noun": call.wording.noun(record.id.kind), "record": record.name]))
  }
}

/// Empties a field.
struct ClearFieldIntent: IntentHandler {
  static let intents = ["record.clear"]

  func run(_ call: Call) throws -> Outcome {
    let record = try call.record("record")
    let field = try SetFieldIntent.field(call, of: record)
    return try Change(call: call).set(record, [field.id: nil as Value?])
  }
}

struct RenameIntent: IntentHandler {
  static let intents = ["record.rename"]

  func run(_ call: Call) throws -> Outcome {
    let record = try call.record("record")
    guard let field = call.schema[record.id.kind]?.nameField else { throw Interruption.ask(slot: "record") }
    let name = try call.text("name")
    guard
      name.unicodeScalars.contains(where: { NameKey.isLetter($0) || NameKey.isDigit($0) || NameKey.isIdeograph($0) })
    else { throw Interruption.ask(slot: "name") }
    return try Change(call: call).set(record, [field: .text(name)])
  }
}

/// Writes fields, and says what they were and are.
struct Change {
  let call: Call

  func set(_ record: Record, _ values: [FieldID: Value?], reply: String = "done", _ more: [String: String] = [:]) throws
    -> Outcome
  {
    let changes = try call.writing().update(record.id, values)
    guard !changes.isEmpty else {
      return .text(call.turn.say("already", ["record": record.name]), focus: [record.id])
    }
    let main =
      changes.first { $0.record == record.id && $0.field.map { values.keys.contains($0) } ?? false } ?? changes[0]
    let labels = try ChangeText.labels(changes, call.reader)
    var words = [
      "record": record.name, "field": main.field.map { call.wording.label($0, of: record.id.kind) } ?? "",
      "before": text(main.before, main, labels), "after": text(main.after, main, labels),
    ]
    words.merge(more) { _, new in new }
    var lines = [call.reply(reply, words)]
    for change in changes where change != main {
      if change.record == record.id, change.sort == .update { lines.append("  " + line(change, labels)) }
    }
    var outcome = Outcome.text(lines.joined(separator: "\n"), focus: [record.id])
    outcome.data = try RecordData(reader: call.reader).json(record.id)
    return outcome
  }

  private func line(_ change: FieldChange, _ labels: [RecordID: String]) -> String {
    call.turn.say(
      "change.field",
      [
        "record": change.name, "field": change.field.map { call.wording.label($0, of: change.record.kind) } ?? "",
        "before": text(change.before, change, labels), "after": text(change.after, change, labels),
      ])
  }

  private func text(_ value: Value?, _ change: FieldChange, _ labels: [RecordID: String]) -> String {
    ChangeText.value(value, change, labels, call.turn.values)
  }
}

/// A record as a reply's data, after a change.
struct RecordData {
  let reader: any StoreReader

  func json(_ id: RecordID) throws -> JSON? {
    guard let record = try reader.record(id), let kind = reader.schema[id.kind] else { return nil }
    let fields = kind.fields.map(\.id).filter { record[$0] != nil }
    return .object([.init("kind", "record"), .init("record", RecordJSON.record(record, fields))])
  }
}
