import Model

extension CRMSchema {
  static let isOpenQuote = Predicate.has("status", "draft", "in approval", "approved", "sent")

  /// An offer on a deal, with lines; its number stays through its versions.
  static let quote = KindSchema(
    "quote", file: "quotes", code: "Q", codeField: "number", name: "number",
    fields: [
      Field("number", .text, required: true),
      Field("deal", .reference("deal"), required: true),
      Field("version", .integer),
      Field("issued", .day),
      Field("valid_until", .day),
      Field("status", .choice(["draft", "in approval", "approved", "sent", "accepted", "rejected", "expired"])),
      Field("currency", .currency),
      Field("tax_percent", .percent),
      Field("approved_by", .reference("user")),
      Field("reason", .text),
      Field("sent_on", .day),
      Field("partner", .reference("partner")),
      Field("notes", .longText),
      Field("account", .reference("account"), formula: .of("deal", "account")),
      Field("owner", .reference("user"), formula: .of("deal", "owner")),
      Field("total", .money(currency: "currency"), formula: .sum("lines", .of("total"))),
      Field(
        "discount_percent", .percent,
        formula: .aggregate(.maximum, relation: "lines", matching: .always, of: .of("discount_percent"))),
    ],
    relations: [
      Relation("lines", of: "quote_line", back: ["quote"], owned: true),
      Relation("orders", of: "order", back: ["quote"]),
    ],
    filters: [
      NamedFilter("open", isOpenQuote),
      NamedFilter("draft", .has("status", "draft")),
      NamedFilter("sent", .has("status", "sent")),
      NamedFilter("accepted", .has("status", "accepted")),
      NamedFilter("in_approval", .has("status", "in approval")),
      NamedFilter("expired", .all([isOpenQuote, .before("valid_until", .today)])),
      NamedFilter("expiring", .all([isOpenQuote, .withinDays("valid_until", 7)])),
    ],
    events: [
      Event("issued", on: ["issued"]),
      Event("expiring", on: ["valid_until"], implies: isOpenQuote, tense: .future),
    ],
    naturalKey: ["number"],
    owner: ["deal", "owner"],
    date: "issued",
    amount: "total",
    columns: ["deal", "status", "total", "issued", "valid_until"],
    sort: [.by("number")])

  /// One line of a quote.
  static let quoteLine = KindSchema(
    "quote_line", file: "quote_lines", code: "QL", name: "description",
    fields: [
      Field("quote", .reference("quote"), required: true),
      Field("product", .reference("product")),
      Field("quantity", .integer, required: true),
      Field("unit_price", .money(currency: "currency")),
      Field("discount_percent", .percent),
      Field("currency", .currency),
      Field("description", .text),
      Field(
        "total", .money(currency: "currency"),
        formula: .quotient(
          .product(
            .product(.of("unit_price"), .of("quantity")), .difference(.whole(100), .of("discount_percent"))),
          .whole(100))),
    ],
    naturalKey: ["quote", "product"],
    owner: ["quote", "deal", "owner"],
    amount: "total",
    columns: ["quote", "product", "quantity", "unit_price", "discount_percent", "total"],
    sort: [.by("quote")],
    isPart: true)
}
