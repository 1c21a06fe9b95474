import Model

extension CRMSchema {
  /// A company, or a person who buys (`kind`), that we deal with.
  static let account = KindSchema(
    "account", file: "accounts", code: "AC", name: "name",
    fields: accountFields + accountFigures,
    relations: [
      Relation("contacts", of: "contact", back: ["account"]),
      Relation("deals", of: "deal", back: ["account"]),
      Relation("activities", of: "activity", back: ["account"]),
      Relation("quotes", of: "quote", back: ["deal", "account"]),
      Relation("orders", of: "order", back: ["account"]),
      Relation("order_lines", of: "order_line", back: ["order", "account"]),
      Relation("payments", of: "payment", back: ["account"]),
      Relation("contracts", of: "contract", back: ["account"]),
      Relation("tickets", of: "ticket", back: ["account"]),
      Relation("subsidiaries", of: "account", back: ["parent"]),
      Relation("leads", of: "lead", back: ["converted_account"]),
      Relation("files", of: "file", back: ["account"]),
      Relation("market_notes", of: "market_note", back: ["account"]),
    ],
    filters: [
      NamedFilter("customer", .has("status", "customer")),
      NamedFilter("prospect", .has("status", "prospect")),
      NamedFilter("former", .has("status", "former")),
      NamedFilter("business", .has("kind", "business")),
      NamedFilter("person", .has("kind", "person")),
      NamedFilter("unowned", .empty("owner")),
      NamedFilter("owing", .exists("orders", isUnpaidOrder)),
      NamedFilter("no_contacts", .none("contacts")),
      NamedFilter("untouched", .empty("last_activity")),
    ],
    events: [
      Event("created", on: ["created"]),
      Event("ordered", on: ["ordered_on"], through: "orders"),
      Event("paid", on: ["received_on"], through: "payments"),
      Event("contacted", on: ["done_at"], implies: .filled("done_at"), through: "activities"),
      Event("won", on: ["closed_on"], implies: isWonDeal, through: "deals"),
      Event("lost", on: ["closed_on"], implies: isLostDeal, through: "deals"),
    ],
    naturalKey: ["name"],
    owner: ["owner"],
    columns: ["industry", "status", "owner", "last_activity", "city"],
    sort: [.by("name")])

  private static let accountFields: [Field] = [
    Field("name", .text, required: true),
    Field("industry", .category),
    Field("kind", .choice(["business", "person"])),
    Field("status", .choice(["customer", "prospect", "former"])),
    Field("website", .url),
    Field("phone", .phone, personal: true),
    Field("city", .category),
    Field("region", .category),
    Field("country", .category),
    Field("employees", .integer),
    Field("annual_revenue", .decimal),
    Field("owner", .reference("user")),
    Field("created", .day),
    Field("tags", .tags),
    Field("parent", .reference("account")),
    Field("grade", .choice(["A", "B", "C", "D"])),
    Field("year_established", .integer),
    Field("email", .email, personal: true),
    Field("address", .text, personal: true),
    Field("source", .category),
    Field("currency", .currency),
    Field("release_reason", .text),
    Field("external_id", .text),
    Field("notes", .longText),
  ]

  private static let accountFigures: [Field] = [
    Field("last_activity", .moment, formula: .latest("activities", "done_at", where: .filled("done_at"))),
    Field("next_step", .moment, formula: .earliest("activities", "due", where: isNextStep)),
    Field("won_value", .money(currency: .perCurrency), formula: .sum("deals", .of("amount"), where: isWonDeal)),
    Field("open_value", .money(currency: .perCurrency), formula: .sum("deals", .of("amount"), where: isOpenDeal)),
    Field("ordered_value", .money(currency: .perCurrency), formula: .sum("orders", .of("total"))),
    Field("balance", .money(currency: .perCurrency), formula: .sum("orders", .of("balance"))),
    Field("last_order", .day, formula: .latest("orders", "ordered_on")),
    Field(
      "satisfaction", .decimal,
      formula: .aggregate(
        .average, relation: "tickets", matching: .filled("satisfaction"), of: .of("satisfaction"))),
  ]
}
