import Model

extension CRMSchema {
  /// A colleague who speaks to the CRM and owns records.
  static let user = KindSchema(
    "user", file: "users", code: "U", codeField: "login", name: "name",
    fields: [
      Field("login", .text, required: true),
      Field("name", .text, required: true, personal: true),
      Field("role", .choice(["rep", "manager", "support", "marketing", "admin", "partner", "guest"]), required: true),
      Field("team", .category),
      Field("manager", .reference("user")),
      Field("email", .email, personal: true),
      Field("timezone", .text),
      Field("locale", .text),
      Field("currency", .currency),
      Field("active", .boolean),
      Field("partner", .reference("partner")),
      Field("last_logged", .moment, formula: .latest("activities", "done_at", where: .filled("done_at"))),
      Field(
        "won_value", .money(currency: .perCurrency),
        formula: .sum("deals", .of("amount"), where: .has(["stage", "kind"], "won"))),
      Field(
        "open_value", .money(currency: .perCurrency),
        formula: .sum("deals", .of("amount"), where: .has(["stage", "kind"], "open"))),
      Field("load", .integer, formula: .count("tickets", where: .has("status", "open", "waiting"))),
    ],
    relations: [
      Relation("reports", of: "user", back: ["manager"]),
      Relation("accounts", of: "account", back: ["owner"]),
      Relation("contacts", of: "contact", back: ["owner"]),
      Relation("leads", of: "lead", back: ["owner"]),
      Relation("deals", of: "deal", back: ["owner"]),
      Relation("activities", of: "activity", back: ["owner"]),
      Relation("tickets", of: "ticket", back: ["assignee"]),
      Relation("targets", of: "target", back: ["user"]),
      Relation("campaigns", of: "campaign", back: ["owner"]),
      Relation("quotes", of: "quote", back: ["deal", "owner"]),
      Relation("orders", of: "order", back: ["account", "owner"]),
      Relation("payments", of: "payment", back: ["account", "owner"]),
      Relation("contracts", of: "contract", back: ["account", "owner"]),
    ],
    filters: [
      NamedFilter("rep", .has("role", "rep")),
      NamedFilter("manager", .has("role", "manager")),
      NamedFilter("support", .has("role", "support")),
      NamedFilter("inactive", .compare(.of("active"), .equal, .constant(.boolean(false)))),
    ],
    naturalKey: ["login"],
    columns: ["role", "team", "manager", "email"],
    sort: [.by("login")],
    nameFields: ["login"])
}
