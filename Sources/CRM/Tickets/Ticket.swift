import Model

extension CRMSchema {
  static let isUnresolved = Predicate.has("status", "open", "waiting")

  /// A customer's request to support.
  static let ticket = KindSchema(
    "ticket", file: "tickets", code: "T", codeField: "number", name: "subject",
    fields: [
      Field("number", .text, required: true),
      Field("account", .reference("account")),
      Field("contact", .reference("contact")),
      Field("subject", .text, required: true),
      Field("priority", .choice(["low", "normal", "high", "urgent"])),
      Field("status", .choice(["open", "waiting", "resolved"])),
      Field("assignee", .reference("user")),
      Field("opened", .moment, required: true),
      Field("resolved", .moment),
      Field("satisfaction", .integer),
      Field("category", .category),
      Field("replied", .moment),
      Field("description", .longText, personal: true),
      Field("resolution", .longText, personal: true),
      Field("external_id", .text),
      Field("resolution_hours", .decimal, formula: .hours(from: .of("opened"), to: .of("resolved"))),
      Field("reply_hours", .decimal, formula: .hours(from: .of("opened"), to: .of("replied"))),
      Field("age_days", .integer, formula: .days(from: .of("opened"), to: .today)),
    ],
    relations: [Relation("activities", of: "activity", back: ["ticket"])],
    filters: [
      NamedFilter("unresolved", isUnresolved),
      NamedFilter("open", .has("status", "open")),
      NamedFilter("waiting", .has("status", "waiting")),
      NamedFilter("resolved", .has("status", "resolved")),
      NamedFilter("unassigned", .empty("assignee")),
      NamedFilter("rated", .filled("satisfaction")),
      NamedFilter("unrated", .empty("satisfaction")),
    ],
    events: [
      Event("opened", on: ["opened"]),
      Event("created", on: ["opened"]),
      Event("resolved", on: ["resolved"], implies: .has("status", "resolved")),
    ],
    naturalKey: ["number"],
    owner: ["assignee"],
    date: "opened",
    columns: ["account", "priority", "status", "assignee", "opened"],
    sort: [.down("priority"), .by("opened")])
}
