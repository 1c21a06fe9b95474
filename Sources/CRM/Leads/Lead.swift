import Model

extension CRMSchema {
  static let isActiveLead = Predicate.has("status", "new", "working", "qualified")

  /// Somebody who may become a customer. Without an owner it is in the pool.
  static let lead = KindSchema(
    "lead", file: "leads", code: "L", name: "name",
    fields: [
      Field("name", .text, required: true, personal: true),
      Field("company", .text),
      Field("email", .email, personal: true),
      Field("phone", .phone, personal: true),
      Field("source", .category),
      Field("status", .choice(["new", "working", "qualified", "disqualified", "converted"]), required: true),
      Field("owner", .reference("user")),
      Field("created", .day),
      Field("last_activity", .day),
      Field("interest", .category),
      Field("region", .category),
      Field("title", .category),
      Field("country", .category),
      Field("reason", .text),
      Field("score", .integer, readOnly: true),
      Field("partner", .reference("partner")),
      Field("registered_by", .reference("user")),
      Field("converted_account", .reference("account")),
      Field("converted_contact", .reference("contact")),
      Field("converted_deal", .reference("deal")),
      Field("converted_on", .day),
      Field("tags", .tags),
      Field("external_id", .text),
      Field("notes", .longText, personal: true),
      Field("age_days", .integer, formula: .days(from: .of("created"), to: .today)),
      Field("next_step", .moment, formula: .earliest("activities", "due", where: isNextStep)),
    ],
    relations: [
      Relation("activities", of: "activity", back: ["lead"]),
      Relation("memberships", of: "campaign_member", back: ["lead"]),
    ],
    filters: [
      NamedFilter("pool", .all([.empty("owner"), isActiveLead])),
      NamedFilter("unowned", .empty("owner")),
      NamedFilter("owned", .filled("owner")),
      NamedFilter("active", isActiveLead),
      NamedFilter("open", isActiveLead),
      NamedFilter("new", .has("status", "new")),
      NamedFilter("working", .has("status", "working")),
      NamedFilter("qualified", .has("status", "qualified")),
      NamedFilter("disqualified", .has("status", "disqualified")),
      NamedFilter("converted", .has("status", "converted")),
      NamedFilter("untouched", .empty("last_activity")),
    ],
    events: [
      Event("created", on: ["created"]),
      Event("contacted", on: ["last_activity"], implies: .filled("last_activity")),
      Event("converted", on: ["converted_on"], implies: .has("status", "converted")),
    ],
    naturalKey: ["name", "company"],
    owner: ["owner"],
    date: "created",
    columns: ["company", "status", "score", "source", "last_activity", "owner"],
    sort: [.down("score"), .down("created"), .by("name")],
    nameFields: ["company"])
}
