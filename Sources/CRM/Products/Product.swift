import Model

extension CRMSchema {
  /// What we sell, at its list price.
  static let product = KindSchema(
    "product", file: "products", code: "PR", codeField: "sku", name: "name",
    fields: [
      Field("sku", .text),
      Field("name", .text, required: true),
      Field("plural", .text, readOnly: true),
      Field("price", .money(currency: "currency")),
      Field("currency", .currency),
      Field("unit", .category),
      Field("category", .category),
      Field("series", .category),
      Field("cost", .money(currency: "currency")),
      Field("active", .boolean),
      Field("external_id", .text),
      Field("description", .longText),
      Field("units_sold", .integer, formula: .sum("order_lines", .of("quantity"))),
      Field("sold_value", .money(currency: .perCurrency), formula: .sum("order_lines", .of("total"))),
    ],
    relations: [
      Relation("order_lines", of: "order_line", back: ["product"]),
      Relation("quote_lines", of: "quote_line", back: ["product"]),
      Relation("deals", of: "deal", back: ["product"]),
    ],
    filters: [
      NamedFilter("unlisted", .empty("price")),
      NamedFilter("unsold", .none("order_lines")),
    ],
    events: [Event("ordered", on: ["order", "ordered_on"], through: "order_lines")],
    naturalKey: ["sku"],
    amount: "price",
    columns: ["price", "unit", "category"],
    sort: [.by("sku"), .by("name")],
    nameFields: ["sku", "plural"])
}
