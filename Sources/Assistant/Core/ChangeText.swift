import CRM
import Conversation
import Model

/// A change in words: what it is now, and what it was.
struct ChangeText {
  let turn: Turn
  let schema: Schema

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
          "before": turn.values.text(change.before), "after": turn.values.text(change.after),
        ])
    }
  }
}
