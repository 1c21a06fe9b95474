import Model

extension CRMSchema {
  /// What part a person plays in the buying of a deal.
  static let dealRole = KindSchema(
    "deal_role", file: "deal_roles", code: "DR", name: "role",
    fields: [
      Field("deal", .reference("deal"), required: true),
      Field("contact", .reference("contact"), required: true),
      Field(
        "role", .choice(["decision maker", "influencer", "champion", "blocker", "user", "procurement"]), required: true),
    ],
    naturalKey: ["deal", "contact", "role"],
    owner: ["deal", "owner"],
    columns: ["contact", "role", "deal"],
    sort: [.by("deal"), .by("role")],
    isPart: true)
}
