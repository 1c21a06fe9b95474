import Model

extension CRMSchema {
  /// That a colleague works on a deal of somebody else's: members change the deal as its owner does, but do not give it
  /// away or delete it. Where the credit is split, theirs is `share_percent` of the amount, and the owner's the rest.
  static let dealMember = KindSchema(
    "deal_member", file: "deal_members", code: "DM", name: "role",
    fields: [
      Field("deal", .reference("deal"), required: true),
      Field("user", .reference("user"), required: true),
      Field("role", .text),
      Field("share_percent", .percent),
      Field("currency", .currency, formula: .of("deal", "currency")),
      Field(
        "credit", .money(currency: "currency"),
        formula: .quotient(.product(.of("deal", "amount"), .of("share_percent")), .whole(100))),
    ],
    naturalKey: ["deal", "user"],
    owner: ["deal", "owner"],
    columns: ["user", "role", "share_percent"],
    sort: [.by("deal"), .by("user", "name")],
    isPart: true)

  /// The speaker is on the deal's team.
  static let isOnTeam = Predicate.exists("team", .compare(.of("user"), .equal, .speaker))
}
