import Model

/// What goes with a record that is deleted, besides its own parts; each record in one list only.
///
/// References that would then lead nowhere are emptied by the store, where they may be.
struct Cascade {
  let record: Record
  let lookup: Lookup

  func changes() throws -> [Change] {
    switch record.id.kind {
    case "account": try ofAccount()
    case "contact":
      try delete("activity", onlyOn: "contact") + delete("campaign_member", "contact") + delete("deal_role", "contact")
        + files()
    case "deal": try delete("quote", "deal") + delete("activity", "deal") + delete("campaign_member", "deal") + files()
    case "lead": try delete("activity", onlyOn: "lead") + delete("campaign_member", "lead") + files()
    case "ticket": try delete("activity", onlyOn: "ticket")
    case "order": try delete("payment", "order")
    case "stage": try refuse(["deal": "stage", "stage_change": "stage"])
    case "product": try refuse(["order_line": "product", "quote_line": "product", "deal_line": "product"])
    case "user": try ofUser()
    default: []
    }
  }

  private func ofAccount() throws -> [Change] {
    let alone = Predicate.all([.empty("contact"), .empty("deal"), .empty("ticket"), .empty("lead")])
    return try delete("contact", "account") + delete("deal", "account") + delete("ticket", "account")
      + delete("payment", "account", where: .empty("order")) + delete("order", "account")
      + delete("contract", "account") + delete("activity", "account", where: alone)
      + delete("campaign_member", "account") + files()
  }

  /// Those that are kept with this very record.
  private func files() throws -> [Change] { try delete("file", "about") }

  /// Somebody's work is handed over first.
  private func ofUser() throws -> [Change] {
    try refuse([
      "account": "owner", "contact": "owner", "lead": "owner", "deal": "owner", "activity": "owner",
      "ticket": "assignee", "campaign": "owner", "user": "manager",
    ])
    return try delete("target", "user") + delete("deal_member", "user")
  }

  private func delete(_ kind: KindID, _ field: FieldID, where condition: Predicate = .always) throws -> [Change] {
    try lookup.all(kind, where: .points(field, to: record.id).and(condition)).map { .delete($0.id) }
  }

  /// Activities that hang on this record and on no other that keeps them.
  private func delete(_ kind: KindID, onlyOn field: FieldID) throws -> [Change] {
    let others = (["contact", "deal", "ticket", "lead"] as [FieldID]).filter { $0 != field }
    return try delete(kind, field, where: .all(others.map { .isEmpty(.path([$0])) }))
  }

  @discardableResult
  private func refuse(_ references: [KindID: FieldID]) throws -> [Change] {
    for (kind, field) in references.sorted(by: { $0.key < $1.key }) {
      let count = try lookup.count(kind, where: .points(field, to: record.id))
      if count > 0 {
        throw RuleRefusal.needs(
          record.id.kind, FieldID(kind.rawValue), name: record.name, reason: "in_use_by_\(count)")
      }
    }
    return []
  }
}
