import CRM
import Conversation
import Language
import Model
import Values

/// What a deal is about, line by line.
struct ShowDealProductsIntent: IntentHandler {
  static let intents = ["deal.products"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let query = Query("deal_line", where: .oneOf(.path(["deal"]), [.record(deal.id)]), sort: [Sort(["id"])])
    let fields: [FieldID] = ["product", "quantity", "unit_price", "discount_percent", "total"]
    let page = try call.reader.page(query, offset: 0, size: 200, fields: fields)
    guard page.total > 0 else { return .text(call.reply("none", ["deal": deal.name]), focus: [deal.id]) }
    let values = call.turn.values
    let columns = fields.map {
      Block.Grid.Column(call.wording.label($0, of: "deal_line"), $0 == "product" ? .left : .right)
    }
    var outcome = Outcome()
    outcome.focus = [deal.id]
    outcome.blocks = [
      .table(
        .init(
          title: deal.name, columns: columns,
          rows: page.records.map { line in fields.map { values.text($0, of: line) } },
          footer: [call.turn.say("list.total", ["total": page.amounts.map(ValueText.money).joined(separator: ", ")])]))
    ]
    outcome.data = .object([
      .init("kind", "list"), .init("entity", "deal_line"),
      .init("records", .array(page.records.map { RecordJSON.record($0, fields) })),
      .init("total", .integer(Int64(page.total))), .init("totals", RecordJSON.totals(page.amounts)),
    ])
    return outcome
  }
}

/// The lines of a deal, as they are said.
struct DealLines {
  let call: Call

  func count(_ deal: Record) throws -> Int {
    let query = Query("deal_line", where: .oneOf(.path(["deal"]), [.record(deal.id)]))
    return try call.reader.page(query, offset: 0, size: 0, fields: []).total
  }

  /// What was done, and the amount before and after.
  func outcome(_ deal: Record, _ done: String, _ changes: [FieldChange]) throws -> Outcome {
    var lines = [done]
    let amount = changes.last { $0.record == deal.id && $0.field == "amount" }
    if let amount {
      lines.append(
        call.turn.say(
          "change.field",
          [
            "record": deal.name, "field": call.wording.label("amount", of: "deal"),
            "before": call.turn.values.text(amount.before), "after": call.turn.values.text(amount.after),
          ]))
    } else {
      lines.append(
        call.turn.say("amount.same", ["deal": deal.name, "amount": call.turn.values.text("amount", of: deal)]))
    }
    var outcome = Outcome.text(lines.joined(separator: "\n"), focus: [deal.id])
    outcome.data = try RecordData(reader: call.reader).json(deal.id)
    return outcome
  }
}
