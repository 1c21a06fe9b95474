import Model
import Values

/// What a new record is filled with where nothing was said.
enum Defaults {
  static func fill(_ draft: Draft) throws {
    toMoments(draft)
    try fillOwner(draft)
    if let field = draft.lookup.schema[draft.kind]?.field("created") {
      draft.fill("created", field.kind == .moment ? .moment(draft.context.now) : .day(draft.context.today))
    }
    switch draft.kind {
    case "account":
      draft.fill("kind", .text("business"))
      draft.fill("status", .text("prospect"))
    case "contact": try fillContact(draft)
    case "lead": draft.fill("status", .text("new"))
    case "deal": try fillDeal(draft)
    case "activity": fillActivity(draft)
    case "product": try fillProduct(draft)
    case "user": try fillUser(draft)
    case "ticket": try fillTicket(draft)
    case "quote", "quote_line", "deal_line", "order", "order_line", "payment", "contract": try SaleDefaults.fill(draft)
    case "campaign": draft.fill("status", .text("planned"))
    case "campaign_member": draft.fill("status", .text("planned"))
    case "market_note": draft.fill("status", .text("open"))
    default: break
    }
    fillCurrency(draft)
  }

  /// A day without an hour, which the store keeps as its midnight, is nine o'clock where something is due, and now
  /// where it was done today.
  static func toMoments(_ draft: Draft) {
    for field in ["due", "done_at"] as [FieldID] where draft.changes(field) {
      guard let moment = draft.moment(field), moment.local.secondOfDay == 0 else { continue }
      if field == "due" {
        draft.values[field] = .moment(draft.context.speaker.zone.moment(local: LocalTime(moment.local.day, hour: 9)))
      } else if moment.local.day == draft.context.today {
        draft.values[field] = .moment(draft.context.now)
      }
    }
  }

  /// The speaker's, where people own such records; a lead that nobody from sales brings in goes to the pool.
  private static func fillOwner(_ draft: Draft) throws {
    guard let user = draft.context.speaker.user,
      let field = draft.lookup.schema[draft.kind]?.field("owner"), field.formula == nil
    else { return }
    let role = draft.context.speaker.role
    if draft.kind == "lead" {
      draft.fill("registered_by", .record(user))
      if role != .rep, role != .manager { return }
    }
    if draft.kind == "contact" {
      try draft.fill("owner", draft.lookup.reference("owner", of: draft.record("account")).map(Value.record))
    }
    draft.fill("owner", .record(user))
  }

  private static func fillContact(_ draft: Draft) throws { draft.fill("opted_out", .boolean(false)) }

  private static func fillDeal(_ draft: Draft) throws {
    try draft.fill(
      "stage",
      draft.lookup.first("stage", where: .has("kind", "open"), sort: [.by("position")]).map { .record($0.id) })
  }

  private static func fillActivity(_ draft: Draft) {
    let type = draft.text("type")
    if type != "follow-up", draft.values["due"] == nil {
      draft.fill("done_at", .moment(draft.context.now))
    }
    if type == "meeting", draft.values["until"] == nil, let due = draft.moment("due") {
      draft.values["until"] = .moment(Moment(local: due.local + 3600, offset: due.offset))
    }
  }

  private static func fillProduct(_ draft: Draft) throws {
    draft.fill("unit", .text("each"))
    draft.fill("active", .boolean(true))
    try draft.fill("sku", .text(NumberSeries(draft.lookup).stockNumber(for: draft.name)))
  }

  private static func fillUser(_ draft: Draft) throws {
    let speaker = draft.context.speaker
    draft.fill("role", .text("rep"))
    draft.fill("active", .boolean(true))
    draft.fill("timezone", .text(speaker.zone.identifier))
    draft.fill("locale", .text(speaker.language.rawValue))
    draft.fill("currency", .text(speaker.currency.code))
  }

  private static func fillTicket(_ draft: Draft) throws {
    try draft.fill("number", .text(NumberSeries(draft.lookup).next(of: "ticket")))
    draft.fill("priority", .text("normal"))
    draft.fill("status", .text("open"))
    draft.fill("opened", .moment(draft.context.now))
    try draft.fill("account", draft.lookup.reference("account", of: draft.record("contact")).map(Value.record))
  }

  /// The currency of an amount that was given, else the speaker's.
  private static func fillCurrency(_ draft: Draft) {
    guard let schema = draft.lookup.schema[draft.kind] else { return }
    for field in schema.fields {
      guard case .money(let currency) = field.kind, field.formula == nil, let money = draft.money(field.id) else {
        continue
      }
      draft.fill(currency, .text(money.currency.code))
    }
    guard schema.fields.contains(where: { $0.id == "currency" && $0.kind == .currency && $0.formula == nil }),
      draft.kind != "account"
    else { return }
    draft.fill("currency", .text(draft.context.speaker.currency.code))
  }
}
