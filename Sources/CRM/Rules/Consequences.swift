import Model
import Values

/// What else changes when a record was made or changed.
struct Consequences {
  let record: RecordID
  /// What was written; of an update only the fields that differ.
  let changed: [FieldID: Value?]
  let before: Record?
  let lookup: Lookup

  /// A new stage is a line of history; a deal that is won makes its account a customer.
  func ofDeal() throws -> [Change] {
    guard case .record(let stage)?? = changed["stage"] else { return [] }
    var changes = try history(entering: stage)
    if try lookup.text("kind", of: stage) == "won",
      let account = try lookup.reference("account", of: record),
      try lookup.text("status", of: account) == "prospect"
    {
      changes.append(.update(account, ["status": .text("customer")]))
    }
    return changes
  }

  private func history(entering stage: RecordID) throws -> [Change] {
    var day = lookup.context.today
    if before == nil, case .day(let created)?? = changed["created"] { day = created }
    var changes: [Change] = []
    let open = try lookup.all(
      "stage_change", where: .all([.points("deal", to: record), .empty("left_on")]), fields: [])
    changes += open.map { .update($0.id, ["left_on": .day(day)]) }
    changes.append(
      .create("stage_change", ["deal": .record(record), "stage": .record(stage), "entered_on": .day(day)]))
    return changes
  }

  /// An interaction with a lead is its last activity.
  func ofActivity() throws -> [Change] {
    guard changed.keys.contains("done_at") || changed.keys.contains("lead"),
      let activity = try lookup.fields(["done_at", "lead"], of: record),
      case .record(let lead)? = activity["lead"], case .moment(let done)? = activity["done_at"],
      let known = try lookup.fields(["last_activity"], of: lead)
    else { return [] }
    if case .day(let last)? = known["last_activity"], last >= done.local.day { return [] }
    return [.update(lead, ["last_activity": .day(done.local.day)])]
  }
}
