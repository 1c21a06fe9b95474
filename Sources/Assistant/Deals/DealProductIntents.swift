import CRM
import Conversation
import Language
import Model
import Values

/// Product lines of a deal: from the first line on its amount is the lines' total; old and new are said.
struct DealProductIntent: IntentHandler {
  static let intents = ["deal.product"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let product = try call.record("product")
    var values: [FieldID: Value] = ["deal": .record(deal.id), "product": .record(product.id)]
    values["quantity"] = .integer(try quantity(call))
    if call.slots["discount"] != nil {
      values["discount_percent"] = try number(call, "discount", "discount_percent", deal)
    }
    values["unit_price"] = try price(call, deal, product)
    let writer = try call.writing()
    let line = try add(values, writer)
    return try told(call, deal, product, line, writer.changes)
  }

  private func quantity(_ call: Call) throws -> Int64 {
    guard call.slots["quantity"] != nil else { return 1 }
    guard case .number(let number) = try call.value("quantity").payload, let count = number.integer, count > 0 else {
      throw Interruption.ask(slot: "quantity")
    }
    return count
  }

  private func number(_ call: Call, _ slot: String, _ field: FieldID, _ deal: Record) throws -> Value {
    guard let field = call.schema["deal_line"]?.field(field),
      let value = ValueReader(turn: call.turn).number(try call.value(slot), field, deal)
    else { throw Interruption.ask(slot: slot) }
    if case .integer(let whole) = value, field.kind == .percent { return .decimal(Double(whole)) }
    return value
  }

  /// The list price, or the one that was said. A price in another currency than the deal's is asked for.
  private func price(_ call: Call, _ deal: Record, _ product: Record) throws -> Value {
    if call.slots["price"] != nil { return try number(call, "price", "unit_price", deal) }
    guard case .money(let listed)? = product["price"],
      deal["currency"] == nil || deal["currency"] == .text(listed.currency.code)
    else { throw Interruption.ask(slot: "price") }
    return .money(listed)
  }

  /// More of a product at the same price and discount makes its line longer.
  private func add(_ values: [FieldID: Value], _ writer: any StoreWriter) throws -> RecordID {
    var same = values
    same["quantity"] = nil
    same["discount_percent"] = same["discount_percent"] ?? .decimal(0)
    let condition = Predicate.all(
      same.sorted { $0.key < $1.key }.map { .compare(.path([$0.key]), .equal, .constant($0.value)) })
    guard
      let line = try writer.page(Query("deal_line", where: condition), offset: 0, size: 1, fields: ["quantity"])
        .records.first, case .integer(let old)? = line["quantity"], case .integer(let more)? = values["quantity"]
    else { return try writer.create("deal_line", values) }
    try writer.update(line.id, ["quantity": .integer(old + more)])
    return line.id
  }

  private func told(_ call: Call, _ deal: Record, _ product: Record, _ line: RecordID, _ changes: [FieldChange]) throws
    -> Outcome
  {
    let written = try call.reader.record(line)
    var words = [
      "deal": deal.name, "product": product.name, "quantity": call.turn.values.text(written?["quantity"]),
      "price": call.turn.values.text(written?["unit_price"]), "total": call.turn.values.text(written?["total"]),
    ]
    var isDiscounted = false
    if case .decimal(let percent)? = written?["discount_percent"], percent > 0 {
      isDiscounted = true
      words["discount"] = call.turn.values.text(.decimal(percent))
    }
    return try DealLines(call: call).outcome(
      deal, call.reply(isDiscounted ? "discounted" : "done", words), changes)
  }
}

/// Takes a product's lines off a deal.
struct DealProductRemovalIntent: IntentHandler {
  static let intents = ["deal.product-remove"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let product = try call.record("product")
    let writer = try call.writing()
    let query = Query(
      "deal_line",
      where: .all([.oneOf(.path(["deal"]), [.record(deal.id)]), .oneOf(.path(["product"]), [.record(product.id)])]))
    let lines = try writer.page(query, offset: 0, size: 100, fields: []).records
    guard !lines.isEmpty else {
      throw Interruption.refused(call.reply("none", ["deal": deal.name, "product": product.name]))
    }
    for line in lines { try writer.delete(line.id) }
    if let total = try writer.record(deal.id)?["lines_total"], try DealLines(call: call).count(deal) > 0 {
      try writer.update(deal.id, ["amount": total])
    }
    return try DealLines(call: call).outcome(
      deal, call.reply("done", ["deal": deal.name, "product": product.name]), writer.changes)
  }
}
