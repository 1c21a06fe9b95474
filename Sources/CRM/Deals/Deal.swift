import Model

extension CRMSchema {
  static let isOpenDeal = Predicate.has(["stage", "kind"], "open")
  static let isWonDeal = Predicate.has(["stage", "kind"], "won")
  static let isLostDeal = Predicate.has(["stage", "kind"], "lost")
  static let isClosedDeal = Predicate.has(["stage", "kind"], "won", "lost")
  /// An open follow-up, or a meeting to come.
  static let isNextStep = Predicate.all([.has("type", "follow-up", "meeting"), .empty("done_at")])

  /// A sale that may come about, or did, or did not.
  static let deal = KindSchema(
    "deal", file: "deals", code: "D", name: "name",
    fields: dealFields + dealFigures,
    relations: [
      Relation("stage_changes", of: "stage_change", back: ["deal"], owned: true),
      Relation("lines", of: "deal_line", back: ["deal"], owned: true),
      Relation("team", of: "deal_member", back: ["deal"], owned: true),
      Relation("activities", of: "activity", back: ["deal"]),
      Relation("quotes", of: "quote", back: ["deal"]),
      Relation("orders", of: "order", back: ["deal"]),
      Relation("members", of: "campaign_member", back: ["deal"]),
      Relation("leads", of: "lead", back: ["converted_deal"]),
      Relation("roles", of: "deal_role", back: ["deal"], owned: true),
      Relation("files", of: "file", back: ["deal"]),
    ],
    filters: dealFilters,
    events: [
      Event("created", on: ["created"]),
      Event("closing", on: ["close_date"], implies: isOpenDeal, tense: .future),
      Event("closed", on: ["closed_on"], implies: isClosedDeal),
      Event("won", on: ["closed_on"], implies: isWonDeal),
      Event("lost", on: ["closed_on"], implies: isLostDeal),
      Event("contacted", on: ["done_at"], implies: .filled("done_at"), through: "activities"),
      Event("entered", on: ["entered_on"], through: "stage_changes"),
    ],
    measures: [
      NamedMeasure(
        "win_rate",
        .ratio(
          .aggregate(.count, of: nil, matching: isWonDeal), .aggregate(.count, of: nil, matching: isClosedDeal)),
        event: "closed"),
      NamedMeasure("won_value", .aggregate(.sum, of: .path(["amount"]), matching: isWonDeal), event: "won"),
      NamedMeasure(
        "sales_cycle", .aggregate(.average, of: .path(["cycle_days"]), matching: isClosedDeal), event: "closed"),
    ],
    naturalKey: ["name", "account"],
    owner: ["owner"],
    date: "close_date",
    amount: "amount",
    columns: ["account", "stage", "amount", "close_date", "owner"],
    sort: [.down("amount"), .by("name")],
    assumed: "open")

  private static let dealFields: [Field] = [
    Field("name", .text, required: true),
    Field("account", .reference("account")),
    Field("amount", .money(currency: "currency")),
    Field("currency", .currency),
    Field("stage", .reference("stage"), required: true),
    Field("owner", .reference("user")),
    Field("created", .day),
    Field("close_date", .day),
    Field("closed_on", .day),
    Field("lost_reason", .choice(["price", "competitor", "no budget", "no decision", "timing", "other"])),
    Field("primary_contact", .reference("contact")),
    Field("source", .category),
    Field("competitor", .category),
    Field("category", .choice(["pipeline", "best case", "commit", "omitted"])),
    Field("product", .reference("product")),
    Field("partner", .reference("partner")),
    Field("engaged_on", .day),
    Field("external_id", .text),
    Field("tags", .tags),
    Field("notes", .longText),
  ]

  private static let dealFigures: [Field] = [
    Field("lines_total", .money(currency: "currency"), formula: .sum("lines", .of("total"))),
    Field("shared_percent", .percent, formula: .sum("team", .of("share_percent"))),
    Field(
      "credit", .money(currency: "currency"),
      formula: .quotient(
        .product(.of("amount"), .difference(.whole(100), .sum("team", .of("share_percent")))), .whole(100))),
    Field("probability", .percent, formula: .of("stage", "probability")),
    Field(
      "weighted", .money(currency: "currency"),
      formula: .product(.of("amount"), .quotient(.of("stage", "probability"), .whole(100)))),
    Field("age_days", .integer, formula: .days(from: .of("created"), to: .today)),
    Field("cycle_days", .integer, formula: .days(from: .of("created"), to: .of("closed_on"))),
    Field("overdue_days", .integer, formula: .days(from: .of("close_date"), to: .today)),
    Field("last_activity", .moment, formula: .latest("activities", "done_at", where: .filled("done_at"))),
    Field("next_step", .moment, formula: .earliest("activities", "due", where: isNextStep)),
    Field("stage_since", .day, formula: .latest("stage_changes", "entered_on")),
    Field("stage_days", .integer, formula: .days(from: .latest("stage_changes", "entered_on"), to: .today)),
  ]

  private static let dealFilters: [NamedFilter] = [
    NamedFilter("open", isOpenDeal),
    NamedFilter("closed", isClosedDeal),
    NamedFilter("won", isWonDeal),
    NamedFilter("lost", isLostDeal),
    NamedFilter("overdue", .all([isOpenDeal, .before("close_date", .today)])),
    NamedFilter("no_next_step", .all([isOpenDeal, .none("activities", isNextStep)])),
    NamedFilter("stuck", .all([isOpenDeal, isIdle])),
    NamedFilter("unowned", .empty("owner")),
    NamedFilter("no_account", .empty("account")),
    NamedFilter("on_team", isOnTeam),
    NamedFilter("contested", .filled("competitor")),
    NamedFilter("influenced", .exists("members", .always)),
  ]

  /// No activity for 21 days; a deal that never had one counts from its creation.
  private static let isIdle = Predicate.any([
    .compare(.days(from: .of("last_activity"), to: .today), .greater, .whole(21)),
    .all([.empty("last_activity"), .compare(.of("age_days"), .greater, .whole(21))]),
  ])
}
