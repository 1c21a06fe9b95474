import Model
import Values

/// What must hold between the fields of one kind of record.
enum KindChecks {
  static func check(_ draft: Draft) throws {
    switch draft.kind {
    case "deal": try deal(draft)
    case "stage": try stage(draft)
    case "account": try loop(draft, "parent")
    case "user": try user(draft)
    case "activity": try order(draft, "due", "until")
    case "contract", "campaign": try order(draft, "starts", "ends")
    case "quote": try quote(draft)
    case "quote_line": try currency(draft, "unit_price", of: "quote")
    case "deal_line": try currency(draft, "unit_price", of: "deal")
    case "deal_member": try member(draft)
    case "order_line": try currency(draft, "unit_price", of: "order")
    case "payment": try currency(draft, "amount", of: "order")
    case "ticket": try order(draft, "opened", "resolved")
    case "target": try target(draft)
    case "file": try file(draft)
    default: break
    }
  }

  /// Lost needs a reason; closed on a day ⇔ the stage is won or lost; closed not before it was created.
  private static func deal(_ draft: Draft) throws {
    guard let stage = draft.record("stage") else { return }
    let kind = try draft.lookup.text("kind", of: stage) ?? "open"
    if kind == "lost", draft.values["lost_reason"] == nil {
      throw RuleRefusal.needs("deal", "lost_reason", name: draft.name, reason: "lost")
    }
    if kind != "lost", let reason = draft.values["lost_reason"] {
      throw RuleRefusal.invalid("deal", "lost_reason", reason, reason: "not_lost")
    }
    if kind == "open", let day = draft.values["closed_on"] {
      throw RuleRefusal.invalid("deal", "closed_on", day, reason: "still_open")
    }
    if kind != "open", draft.values["closed_on"] == nil {
      throw RuleRefusal.needs("deal", "closed_on", name: draft.name, reason: "closed")
    }
    if draft.changes("closed_on") || draft.changes("created") { try order(draft, "created", "closed_on") }
    try lines(draft)
  }

  /// With product lines the amount is their total.
  private static func lines(_ draft: Draft) throws {
    guard draft.changes("amount"), let own = draft.before?.id, let amount = draft.values["amount"],
      try draft.lookup.count("deal_line", where: .points("deal", to: own)) > 0,
      let total = try draft.lookup.fields(["lines_total"], of: own)?["lines_total"], amount != total
    else { return }
    throw RuleRefusal.invalid("deal", "amount", amount, reason: "lines")
  }

  /// Somebody is on a team once.
  private static func member(_ draft: Draft) throws {
    guard let deal = draft.record("deal"), let user = draft.record("user") else { return }
    try shares(draft, of: deal)
    guard draft.before == nil,
      try draft.lookup.count(
        "deal_member", where: .points("deal", to: deal).and(.points("user", to: user))) > 0
    else { return }
    throw RuleRefusal.already("deal_member", name: draft.name, "user", .record(user))
  }

  /// What the owner leaves to others is no more than all.
  private static func shares(_ draft: Draft, of deal: RecordID) throws {
    guard draft.changes("share_percent"), case .decimal(let own)? = draft.values["share_percent"] else { return }
    var others = 0.0
    for member in try draft.lookup.all("deal_member", where: .points("deal", to: deal), fields: ["share_percent"])
    where member.id != draft.before?.id {
      if case .decimal(let share)? = member["share_percent"] { others += share }
    }
    if own + others > 100 {
      throw RuleRefusal.invalid("deal_member", "share_percent", .decimal(own), reason: "over_100")
    }
  }

  /// Won is 100 %, lost 0 %.
  private static func stage(_ draft: Draft) throws {
    guard case .decimal(let probability)? = draft.values["probability"] else { return }
    let expected: Double? = draft.text("kind") == "won" ? 100 : draft.text("kind") == "lost" ? 0 : nil
    if let expected, probability != expected {
      throw RuleRefusal.invalid("stage", "probability", .decimal(probability), reason: "closed_stage")
    }
  }

  private static func user(_ draft: Draft) throws {
    try loop(draft, "manager")
    if let zone = draft.text("timezone"), draft.changes("timezone"), Zone(zone) == nil {
      throw RuleRefusal.invalid("user", "timezone", .text(zone), reason: "timezone")
    }
  }

  /// A reference of a kind to itself may not come back to the record.
  private static func loop(_ draft: Draft, _ field: FieldID) throws {
    guard let own = draft.before?.id, draft.changes(field), let target = draft.record(field) else { return }
    var current: RecordID? = target
    for _ in 0..<64 {
      guard let id = current else { return }
      if id == own { throw RuleRefusal.invalid(draft.kind, field, .record(target), reason: "loop") }
      current = try draft.lookup.reference(field, of: id)
    }
  }

  /// The second of two dates is not before the first.
  private static func order(_ draft: Draft, _ first: FieldID, _ second: FieldID) throws {
    guard draft.changes(first) || draft.changes(second), let value = draft.values[second] else { return }
    let isBefore: Bool
    if let from = draft.moment(first), let to = draft.moment(second) {
      isBefore = to.epoch < from.epoch
    } else if let from = draft.day(first), let to = draft.day(second) {
      isBefore = to < from
    } else {
      return
    }
    if isBefore { throw RuleRefusal.invalid(draft.kind, second, value, reason: "before_\(first)") }
  }

  /// A quote is sent only when its discount is within the limit, or somebody has approved it.
  private static func quote(_ draft: Draft) throws {
    try order(draft, "issued", "valid_until")
    guard draft.changes("status"), draft.text("status") == "sent", draft.values["approved_by"] == nil,
      let own = draft.before, case .decimal(let discount)? = own["discount_percent"]
    else { return }
    if discount > Double(try draft.lookup.setting("discount_limit_percent", or: 100)) {
      throw RuleRefusal.needs("quote", "approved_by", name: draft.name, reason: "discount")
    }
  }

  /// A line or a payment is in the currency of what it belongs to.
  private static func currency(_ draft: Draft, _ amount: FieldID, of parent: FieldID) throws {
    guard draft.changes(amount) || draft.changes(parent), let money = draft.money(amount),
      let expected = try draft.lookup.text("currency", of: draft.record(parent)), money.currency.code != expected
    else { return }
    throw RuleRefusal.invalid(draft.kind, amount, .money(money), reason: "currency_\(expected)")
  }

  /// Which bytes a file has never changes: another content is another file.
  private static func file(_ draft: Draft) throws {
    guard draft.before != nil else { return }
    for field in ["checksum", "bytes"] as [FieldID] where draft.changes(field) {
      throw RuleRefusal.readOnly("file", field)
    }
  }

  private static func target(_ draft: Draft) throws {
    guard let period = draft.text("period") else { return }
    if Period(period) == nil { throw RuleRefusal.invalid("target", "period", .text(period), reason: "period") }
    if draft.values["amount"] == nil, draft.values["count"] == nil {
      throw RuleRefusal.missing("target", "amount")
    }
  }
}
