import Model

extension CRMSchema {
  /// What a deal is about, line by line. From the first line on the deal's amount is the total of its lines.
  static let dealLine = KindSchema(
    "deal_line", file: "deal_lines", code: "DL", name: "description",
    fields: [
      Field("deal", .reference("deal"), required: true),
      Field("product", .reference("product"), required: true),
      Field("quantity", .integer, required: true),
      Field("unit_price", .money(currency: "currency"), required: true),
      Field("discount_percent", .percent),
      Field("currency", .currency),
      Field("description", .text),
      Field(
        "total", .money(currency: "currency"),
        formula: .quotient(
          .product(
            .product(.of("unit_price"), .of("quantity")), .difference(.whole(100), .of("discount_percent"))),
          .whole(100))),
    ],
    naturalKey: ["deal", "product", "unit_price", "discount_percent"],
    owner: ["deal", "owner"],
    amount: "total",
    columns: ["product", "quantity", "unit_price", "discount_percent", "total"],
    sort: [.by("deal")],
    isPart: true)
}
