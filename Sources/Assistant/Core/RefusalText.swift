import CRM
import Conversation
import Model

/// The rules' no in a sentence: which rule, and who can.
struct RefusalText {
  let turn: Turn

  func sentence(_ refusal: RuleRefusal) -> String {
    let wording = turn.wording
    switch refusal {
    case .notAllowed(let action, let kind, let name, let who, let rule):
      return turn.say(
        "refused.allowed", ["action": action, "noun": wording.noun(kind), "record": name, "who": who, "rule": rule])
    case .missing(let kind, let field):
      return turn.say("refused.missing", ["noun": wording.noun(kind), "field": wording.label(field, of: kind)])
    case .invalid(let kind, let field, let value, let reason):
      return turn.say(
        "refused.invalid",
        ["field": wording.label(field, of: kind), "value": turn.values.text(value), "reason": reason])
    case .notUnique(let kind, let field, let value):
      return turn.say(
        "refused.unique", ["noun": wording.noun(kind), "field": wording.label(field, of: kind), "value": value])
    case .noSuchRecord: return turn.say("refused.gone")
    case .already(let kind, let name, let field, let value):
      return turn.say(
        "refused.already", ["record": name, "field": wording.label(field, of: kind), "value": turn.values.text(value)])
    case .needs(let kind, let field, let name, let reason):
      return turn.say("refused.needs", ["record": name, "field": wording.label(field, of: kind), "reason": reason])
    case .readOnly(let kind, let field): return turn.say("refused.readonly", ["field": wording.label(field, of: kind)])
    }
  }

  func sentence(_ refusal: LedgerRefusal) -> String {
    switch refusal {
    case .nothingToUndo: turn.say("undo.nothing")
    case .nothingToRedo: turn.say("redo.nothing")
    case .changedSince(_, let name, _, let by): turn.say("undo.changed", ["record": name, "who": by])
    case .irreversible(let sentence): turn.say("undo.never", ["sentence": sentence])
    }
  }
}
