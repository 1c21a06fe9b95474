import Model

extension CRMSchema {
  /// Money received for an order; negative where it was refunded.
  static let payment = KindSchema(
    "payment", file: "payments", code: "P", codeField: "number", name: "number",
    fields: [
      Field("number", .text, required: true),
      Field("order", .reference("order")),
      Field("account", .reference("account")),
      Field("received_on", .day, required: true),
      Field("amount", .money(currency: "currency"), required: true),
      Field("currency", .currency),
      Field("method", .category),
      Field("reference", .text),
      Field("external_id", .text),
    ],
    filters: [NamedFilter("unmatched", .empty("order"))],
    events: [Event("received", on: ["received_on"])],
    naturalKey: ["number"],
    owner: ["account", "owner"],
    date: "received_on",
    amount: "amount",
    columns: ["account", "order", "received_on", "amount", "method"],
    sort: [.down("received_on"), .by("number")])
}
