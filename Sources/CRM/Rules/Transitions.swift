import Model
import Values

/// What a change of state brings with it in the same record: a deal that is won is closed today.
enum Transitions {
  static func apply(_ draft: Draft) throws {
    if draft.before != nil { Defaults.toMoments(draft) }
    switch draft.kind {
    case "deal": try deal(draft)
    case "ticket": ticket(draft)
    case "lead": lead(draft)
    case "order": order(draft)
    case "quote": if draft.changes("status"), draft.text("status") == "sent" { stamp(draft, "sent_on") }
    case "activity": activity(draft)
    default: break
    }
  }

  /// Won or lost ⇔ closed on a day; only a lost deal has a reason.
  private static func deal(_ draft: Draft) throws {
    guard draft.changes("stage"), let stage = draft.record("stage"),
      let kind = try draft.lookup.text("kind", of: stage)
    else { return }
    if kind == "open" {
      for field in ["closed_on", "lost_reason"] as [FieldID] where !draft.changes(field) || draft.before == nil {
        draft.values[field] = nil
      }
      return
    }
    if !draft.changes("closed_on") || draft.values["closed_on"] == nil {
      draft.values["closed_on"] = .day(draft.context.today)
    }
    if kind == "won" { draft.values["lost_reason"] = nil }
  }

  private static func ticket(_ draft: Draft) {
    guard draft.changes("status") else { return }
    if draft.text("status") == "resolved" {
      draft.fill("resolved", .moment(draft.context.now))
    } else if !draft.changes("resolved") {
      draft.values["resolved"] = nil
    }
  }

  private static func lead(_ draft: Draft) {
    guard draft.changes("status") else { return }
    if draft.text("status") == "converted" { stamp(draft, "converted_on") }
  }

  private static func order(_ draft: Draft) {
    guard draft.changes("status") else { return }
    if draft.text("status") == "shipped" { stamp(draft, "shipped_on") }
    if draft.text("status") == "delivered" { stamp(draft, "delivered_on") }
  }

  /// A meeting that is moved keeps its length.
  private static func activity(_ draft: Draft) {
    guard let before = draft.before, draft.changes("due"), !draft.changes("until"), let due = draft.moment("due"),
      case .moment(let oldDue)? = before["due"], case .moment(let oldUntil)? = before["until"]
    else { return }
    let length = Int(oldUntil.epoch - oldDue.epoch)
    draft.values["until"] = .moment(Moment(local: due.local + length, offset: due.offset))
  }

  private static func stamp(_ draft: Draft, _ field: FieldID) {
    if !draft.changes(field) || draft.values[field] == nil { draft.values[field] = .day(draft.context.today) }
  }
}
