import CRM
import Conversation
import Model

/// A change in words: what it is now, and what it was.
struct ChangeText {
  let turn: Turn
  let schema: Schema
  var labels: [RecordID: String] = [:]

  /// The names of the records that fields referred to, and refer to now.
  static func labels(_ changes: [FieldChange], _ reader: any StoreReader) throws -> [RecordID: String] {
    var labels: [RecordID: String] = [:]
    for change in changes {
      for case .record(let id)? in [change.before, change.after] where labels[id] == nil {
        labels[id] = try reader.unrestricted.record(id)?.name
      }
    }
    return labels
  }

  /// What a field was, or is now.
  static func value(_ value: Value?, _ change: FieldChange, _ labels: [RecordID: String], _ values: ValueText) -> String
  {
    guard let field = change.field else { return values.text(value, labels: labels) }
    return values.text(value, field, of: change.record.kind, labels: labels)
  }

  func line(_ change: FieldChange) -> String {
    let noun = turn.wording.noun(change.record.kind)
    switch change.sort {
    case .create: return turn.say("change.created", ["noun": noun, "record": change.name])
    case .delete: return turn.say("change.deleted", ["noun": noun, "record": change.name])
    case .update:
      return turn.say(
        "change.field",
        [
          "record": change.name, "field": change.field.map { turn.wording.label($0, of: change.record.kind) } ?? "",
          "before": ChangeText.value(change.before, change, labels, turn.values),
          "after": ChangeText.value(change.after, change, labels, turn.values),
        ])
    }
  }
}
