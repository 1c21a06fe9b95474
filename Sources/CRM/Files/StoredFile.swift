import Model

extension CRMSchema {
  /// A file kept with a record. Its bytes stand beside the database under their checksum, not in it.
  ///
  /// `account`, `contact`, `deal` and `lead` follow from `about`, as an activity's do.
  static let file = KindSchema(
    "file", file: "files", code: "FL", name: "name",
    fields: [
      Field("name", .text, required: true),
      Field(
        "about",
        .anyReference([
          "account", "contact", "deal", "lead", "activity", "ticket", "order", "quote", "contract",
        ])),
      Field("bytes", .integer, required: true),
      Field("checksum", .text, required: true),
      Field("owner", .reference("user")),
      Field("created", .moment),
      Field("account", .reference("account")),
      Field("contact", .reference("contact")),
      Field("deal", .reference("deal")),
      Field("lead", .reference("lead")),
    ],
    events: [Event("created", on: ["created"])],
    naturalKey: ["name", "checksum"],
    owner: ["owner"],
    date: "created",
    columns: ["about", "bytes", "owner", "created"],
    sort: [.down("created"), .by("name")])
}
