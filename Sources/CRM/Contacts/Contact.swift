import Model

extension CRMSchema {
  /// A person at an account.
  static let contact = KindSchema(
    "contact", file: "contacts", code: "CT", name: "name",
    fields: [
      Field("name", .text, required: true, personal: true),
      Field("account", .reference("account")),
      Field("title", .category),
      Field("email", .email, personal: true),
      Field("phone", .phone, personal: true),
      Field("owner", .reference("user")),
      Field("opted_out", .boolean),
      Field("created", .day),
      Field("mobile", .phone, personal: true),
      Field("address", .text, personal: true),
      Field("city", .category),
      Field("country", .category),
      Field("department", .category),
      Field("birthday", .day, personal: true),
      Field("source", .category),
      Field("followers", .integer),
      Field("prefers", .text),
      Field("referred_by", .reference("contact")),
      Field("tags", .tags),
      Field("external_id", .text),
      Field("notes", .longText, personal: true),
      Field("last_activity", .moment, formula: .latest("activities", "done_at", where: .filled("done_at"))),
      Field("next_step", .moment, formula: .earliest("activities", "due", where: isNextStep)),
    ],
    relations: [
      Relation("activities", of: "activity", back: ["contact"]),
      Relation("deals", of: "deal", back: ["primary_contact"]),
      Relation("tickets", of: "ticket", back: ["contact"]),
      Relation("members", of: "campaign_member", back: ["contact"]),
      Relation("referrals", of: "contact", back: ["referred_by"]),
      Relation("leads", of: "lead", back: ["converted_contact"]),
      Relation("roles", of: "deal_role", back: ["contact"]),
      Relation("files", of: "file", back: ["contact"]),
    ],
    filters: [
      NamedFilter("opted_out", .isTrue("opted_out")),
      NamedFilter("reachable", .not(.isTrue("opted_out"))),
      NamedFilter("unowned", .empty("owner")),
      NamedFilter("no_email", .empty("email")),
      NamedFilter("no_phone", .empty("phone")),
    ],
    events: [
      Event("created", on: ["created"]),
      Event("contacted", on: ["done_at"], implies: .filled("done_at"), through: "activities"),
    ],
    naturalKey: ["name", "account"],
    owner: ["owner"],
    columns: ["account", "title", "phone", "email"],
    sort: [.by("name")])
}
