import Model

extension CRMSchema {
  static let isActiveContract = Predicate.has("status", "active")

  /// An agreement with an account over a term.
  static let contract = KindSchema(
    "contract", file: "contracts", code: "C", codeField: "number", name: "title",
    fields: [
      Field("number", .text, required: true),
      Field("account", .reference("account"), required: true),
      Field("title", .text, required: true),
      Field("starts", .day, required: true),
      Field("ends", .day, required: true),
      Field("value", .money(currency: "currency")),
      Field("currency", .currency),
      Field("auto_renew", .boolean),
      Field("status", .choice(["draft", "in approval", "active", "expired", "cancelled"])),
      Field("renews", .reference("contract")),
      Field("deal", .reference("deal")),
      Field("notes", .longText),
      Field("term_days", .integer, formula: .days(from: .of("starts"), to: .of("ends"))),
      Field("days_left", .integer, formula: .days(from: .today, to: .of("ends"))),
    ],
    relations: [Relation("renewals", of: "contract", back: ["renews"])],
    filters: [
      NamedFilter("active", isActiveContract),
      NamedFilter("expired", .has("status", "expired")),
      NamedFilter("expiring", .all([isActiveContract, .withinDays("ends", 60)])),
      NamedFilter("auto_renew", .isTrue("auto_renew")),
      NamedFilter("no_auto_renew", .not(.isTrue("auto_renew"))),
    ],
    events: [
      Event("starting", on: ["starts"], tense: .future),
      Event("ending", on: ["ends"], tense: .future),
    ],
    naturalKey: ["number"],
    owner: ["account", "owner"],
    date: "ends",
    amount: "value",
    columns: ["account", "value", "starts", "ends", "status"],
    sort: [.by("ends"), .by("number")])
}
