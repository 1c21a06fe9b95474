import Model

extension CRMSchema {
  /// More was ordered than has been paid, whatever the order's status says.
  static let isUnpaidOrder = Predicate.compare(.of("balance"), .greater, .whole(0))

  /// What an account has ordered, with lines and payments.
  static let order = KindSchema(
    "order", file: "orders", code: "O", codeField: "number", name: "number",
    fields: [
      Field("number", .text, required: true),
      Field("account", .reference("account"), required: true),
      Field("ordered_on", .day, required: true),
      Field("currency", .currency),
      Field("status", .choice(["draft", "confirmed", "shipped", "delivered", "cancelled"])),
      Field("deal", .reference("deal")),
      Field("quote", .reference("quote")),
      Field("shipped_on", .day),
      Field("delivered_on", .day),
      Field("carrier", .text),
      Field("tracking", .text),
      Field("external_id", .text),
      Field("notes", .longText),
      Field("total", .money(currency: "currency"), formula: .sum("lines", .of("total"))),
      Field("paid", .money(currency: "currency"), formula: .sum("payments", .of("amount"))),
      Field("balance", .money(currency: "currency"), formula: .difference(.of("total"), .of("paid"))),
      Field("units", .integer, formula: .sum("lines", .of("quantity"))),
      Field("age_days", .integer, formula: .days(from: .of("ordered_on"), to: .today)),
    ],
    relations: [
      Relation("lines", of: "order_line", back: ["order"], owned: true),
      Relation("payments", of: "payment", back: ["order"]),
    ],
    filters: [
      NamedFilter("unpaid", isUnpaidOrder),
      NamedFilter("paid", .not(isUnpaidOrder)),
      NamedFilter("part_paid", .all([isUnpaidOrder, .exists("payments", .always)])),
      NamedFilter("confirmed", .has("status", "confirmed")),
      NamedFilter("shipped", .has("status", "shipped")),
      NamedFilter("delivered", .has("status", "delivered")),
      NamedFilter("undelivered", .has("status", "draft", "confirmed", "shipped")),
    ],
    events: [
      Event("placed", on: ["ordered_on"]),
      Event("shipped", on: ["shipped_on"], implies: .filled("shipped_on")),
      Event("paid", on: ["received_on"], through: "payments"),
    ],
    naturalKey: ["number"],
    owner: ["account", "owner"],
    date: "ordered_on",
    amount: "total",
    columns: ["account", "ordered_on", "total", "balance", "status"],
    sort: [.down("ordered_on"), .by("number")])

  /// One line of an order.
  static let orderLine = KindSchema(
    "order_line", file: "order_lines", code: "OL", name: "description",
    fields: [
      Field("order", .reference("order"), required: true),
      Field("product", .reference("product")),
      Field("quantity", .integer, required: true),
      Field("unit_price", .money(currency: "currency")),
      Field("currency", .currency),
      Field("description", .text),
      Field("total", .money(currency: "currency"), formula: .product(.of("unit_price"), .of("quantity"))),
    ],
    naturalKey: ["order", "product"],
    owner: ["order", "account", "owner"],
    amount: "total",
    columns: ["order", "product", "quantity", "unit_price", "total"],
    sort: [.by("order")],
    isPart: true)
}
