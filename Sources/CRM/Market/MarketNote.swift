import Model

extension CRMSchema {
  /// What somebody heard about the market: kept with author and date under a topic, confirmed or rejected by a manager.
  static let marketNote = KindSchema(
    "market_note", file: "market_notes", code: "MN", name: "text",
    fields: [
      Field("text", .text, required: true),
      Field("topic", .category),
      Field("status", .choice(["open", "confirmed", "rejected"]), required: true),
      Field("owner", .reference("user")),
      Field("created", .day),
      Field("decided_by", .reference("user")),
      Field("decided_on", .day),
      Field("account", .reference("account")),
    ],
    filters: [
      NamedFilter("open", .has("status", "open")),
      NamedFilter("confirmed", .has("status", "confirmed")),
      NamedFilter("rejected", .has("status", "rejected")),
    ],
    events: [
      Event("created", on: ["created"]),
      Event("decided", on: ["decided_on"], implies: .filled("decided_on")),
    ],
    naturalKey: ["text", "created"],
    owner: ["owner"],
    date: "created",
    columns: ["topic", "status", "owner", "created", "account"],
    sort: [.down("created"), .by("topic")])
}
