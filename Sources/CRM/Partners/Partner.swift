import Model

extension CRMSchema {
  /// A company that sells for us.
  static let partner = KindSchema(
    "partner", file: "partners", code: "PA", name: "name",
    fields: [
      Field("name", .text, required: true),
      Field("tier", .choice(["bronze", "silver", "gold", "platinum"])),
      Field("region", .category),
      Field("contact", .text, personal: true),
      Field("email", .email, personal: true),
      Field("commission_percent", .percent),
      Field("phone", .phone, personal: true),
      Field("external_id", .text),
      Field("notes", .longText),
    ],
    relations: [
      Relation("deals", of: "deal", back: ["partner"]),
      Relation("users", of: "user", back: ["partner"]),
    ],
    naturalKey: ["name"],
    columns: ["tier", "region", "contact", "commission_percent"],
    sort: [.by("name")])
}
