import Model
import Values

extension Consequences {
  /// A repeated follow-up that is done plans the next one.
  func ofRepeated() throws -> [Change] {
    guard case .moment?? = changed["done_at"], before != nil, before?["done_at"] == nil else { return [] }
    let kept: [FieldID] = [
      "type", "subject", "regarding", "owner", "notes", "account", "contact", "deal", "lead", "ticket", "asked_by",
      "location", "topic", "recurrence",
    ]
    guard let done = try lookup.fields(kept + ["due", "until"], of: record),
      case .text(let rule)? = done["recurrence"], let repetition = Repetition(rule),
      case .moment(let due)? = done["due"]
    else { return [] }
    let zone = try zone(of: done["owner"])
    let start = max(due.local, zone.moment(epoch: lookup.context.now.epoch).local)
    guard let next = repetition.next(after: start, began: due.local) else { return [] }
    var values = done.values.filter { kept.contains($0.key) }
    values["due"] = .moment(zone.moment(local: next))
    if case .moment(let until)? = done["until"] {
      values["until"] = .moment(zone.moment(local: next + Int(until.epoch - due.epoch)))
    }
    return [.create("activity", values)]
  }

  private func zone(of owner: Value?) throws -> Zone {
    let own = lookup.context.speaker.zone
    guard case .record(let user)? = owner, user != lookup.context.speaker.user,
      let name = try lookup.text("timezone", of: user)
    else { return own }
    return Zone(name) ?? own
  }

  /// The deal's amount is the total of its lines.
  func ofDealLine() throws -> [Change] {
    guard let deal = try lookup.reference("deal", of: record),
      let known = try lookup.fields(["lines_total", "amount"], of: deal), let total = known["lines_total"],
      known["amount"] != total
    else { return [] }
    return [.update(deal, ["amount": total])]
  }
}
