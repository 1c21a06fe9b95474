import Model
import Values

/// Defaults of quotes, orders, their lines, payments and contracts: numbers, dates, prices, currencies.
enum SaleDefaults {
  static func fill(_ draft: Draft) throws {
    switch draft.kind {
    case "quote": try fillQuote(draft)
    case "order": try fillOrder(draft)
    case "quote_line":
      draft.fill("discount_percent", .decimal(0))
      try fillLine(draft, parent: draft.record("quote"))
    case "deal_line":
      draft.fill("discount_percent", .decimal(0))
      try fillLine(draft, parent: draft.record("deal"))
    case "order_line": try fillLine(draft, parent: draft.record("order"))
    case "payment": try fillPayment(draft)
    default: try fillContract(draft)
    }
  }

  private static func fillQuote(_ draft: Draft) throws {
    let lookup = draft.lookup
    try draft.fill("number", .text(NumberSeries(lookup).next(of: "quote")))
    draft.fill("version", .integer(1))
    draft.fill("issued", .day(draft.context.today))
    if let issued = draft.day("issued") {
      try draft.fill("valid_until", .day(issued + lookup.setting("quote_valid_days", or: 30)))
    }
    draft.fill("status", .text("draft"))
    try draft.fill("currency", lookup.text("currency", of: draft.record("deal")).map(Value.text))
    try draft.fill("tax_percent", .decimal(Double(lookup.setting("tax_percent", or: 0))))
  }

  private static func fillOrder(_ draft: Draft) throws {
    try draft.fill("number", .text(NumberSeries(draft.lookup).next(of: "order")))
    draft.fill("ordered_on", .day(draft.context.today))
    draft.fill("status", .text("confirmed"))
    try draft.fill("account", draft.lookup.reference("account", of: draft.record("deal")).map(Value.record))
    try draft.fill("currency", currency(of: draft.record("account"), draft.lookup).map(Value.text))
  }

  /// At list price, in the parent's currency, unless said otherwise.
  private static func fillLine(_ draft: Draft, parent: RecordID?) throws {
    draft.fill("quantity", .integer(1))
    try draft.fill("currency", draft.lookup.text("currency", of: parent).map(Value.text))
    guard let product = draft.record("product"),
      let listed = try draft.lookup.fields(["price", "currency", "name"], of: product)
    else { return }
    if case .money(let price)? = listed["price"], draft.text("currency") ?? price.currency.code == price.currency.code {
      draft.fill("unit_price", .money(price))
    }
  }

  private static func fillPayment(_ draft: Draft) throws {
    try draft.fill("number", .text(NumberSeries(draft.lookup).next(of: "payment")))
    draft.fill("received_on", .day(draft.context.today))
    try draft.fill("account", draft.lookup.reference("account", of: draft.record("order")).map(Value.record))
  }

  private static func fillContract(_ draft: Draft) throws {
    try draft.fill("number", .text(NumberSeries(draft.lookup).next(of: "contract")))
    draft.fill("status", .text("active"))
    draft.fill("auto_renew", .boolean(false))
    if draft.values["value"] == nil {
      try draft.fill("currency", currency(of: draft.record("account"), draft.lookup).map(Value.text))
    }
  }

  /// The account's currency: its own, else that of its latest order or deal.
  static func currency(of account: RecordID?, _ lookup: Lookup) throws -> String? {
    guard let account else { return nil }
    if let own = try lookup.text("currency", of: account) { return own }
    let sources: [(KindID, FieldID)] = [("order", "ordered_on"), ("deal", "created")]
    for (kind, date) in sources {
      let latest = try lookup.first(
        kind, where: .points("account", to: account), sort: [.down(date)], fields: ["currency"])
      if case .text(let code)? = latest?["currency"] { return code }
    }
    return nil
  }
}
