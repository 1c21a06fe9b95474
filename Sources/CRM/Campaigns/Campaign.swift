import Model

extension CRMSchema {
  /// A marketing campaign with a budget, a cost and members.
  static let campaign = KindSchema(
    "campaign", file: "campaigns", code: "CM", name: "name",
    fields: [
      Field("name", .text, required: true),
      Field("channel", .category),
      Field("status", .choice(["planned", "running", "paused", "completed", "cancelled"])),
      Field("starts", .day),
      Field("ends", .day),
      Field("budget", .money(currency: "currency")),
      Field("actual_cost", .money(currency: "currency")),
      Field("currency", .currency),
      Field("owner", .reference("user")),
      Field("mail_subject", .text),
      Field("mail_body", .longText),
      Field("notes", .longText),
      Field(
        "won_value", .money(currency: "currency"),
        formula: .sum("members", .of("deal", "amount"), where: .via("deal", isWonDeal))),
      Field(
        "roi", .decimal,
        formula: .quotient(.difference(.of("won_value"), .of("actual_cost")), .of("actual_cost"))),
      Field("lead_count", .integer, formula: .count("members", where: .filled("lead"))),
      Field("deal_count", .integer, formula: .count("members", where: .filled("deal"))),
      Field("response_count", .integer, formula: .count("members", where: .has("status", "responded"))),
      Field("cost_per_lead", .money(currency: "currency"), formula: .quotient(.of("actual_cost"), .of("lead_count"))),
      Field("overspend", .money(currency: "currency"), formula: .difference(.of("actual_cost"), .of("budget"))),
    ],
    relations: [Relation("members", of: "campaign_member", back: ["campaign"], owned: true)],
    filters: [
      NamedFilter("running", .has("status", "running")),
      NamedFilter("planned", .has("status", "planned")),
      NamedFilter("completed", .has("status", "completed")),
      NamedFilter("over_budget", .compare(.of("actual_cost"), .greater, .of("budget"))),
    ],
    events: [
      Event("starting", on: ["starts"], tense: .future),
      Event("ending", on: ["ends"], tense: .future),
    ],
    naturalKey: ["name"],
    owner: ["owner"],
    date: "starts",
    amount: "actual_cost",
    columns: ["channel", "status", "starts", "ends", "budget", "actual_cost"],
    sort: [.by("starts"), .by("name")])

  /// Somebody a campaign is for, or a deal it influenced.
  ///
  /// `lead`, `contact`, `deal`, `account` and `name` follow from `member`.
  static let campaignMember = KindSchema(
    "campaign_member", file: "campaign_members", code: "MB", name: "name",
    fields: [
      Field("campaign", .reference("campaign"), required: true),
      Field("member", .anyReference(["lead", "contact", "deal", "account"]), required: true),
      Field("status", .choice(["planned", "sent", "opened", "clicked", "responded", "influenced", "opted out"])),
      Field("lead", .reference("lead"), readOnly: true),
      Field("contact", .reference("contact"), readOnly: true),
      Field("deal", .reference("deal"), readOnly: true),
      Field("account", .reference("account"), readOnly: true),
      Field("name", .text, personal: true, readOnly: true),
    ],
    filters: [
      NamedFilter("responded", .has("status", "responded")),
      NamedFilter("opened", .has("status", "opened")),
      NamedFilter("sent", .has("status", "sent")),
      NamedFilter("influenced", .has("status", "influenced")),
      NamedFilter("not_responded", .has("status", "planned", "sent", "opened", "clicked")),
    ],
    naturalKey: ["campaign", "member"],
    owner: ["campaign", "owner"],
    columns: ["campaign", "member", "status"],
    sort: [.by("campaign"), .by("name")])
}
