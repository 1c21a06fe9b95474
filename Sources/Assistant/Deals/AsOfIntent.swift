import CRM
import Conversation
import Language
import Model
import Values

/// The pipeline, or deals, as they stood at the end of a day: stages from their history, amounts from the ledger.
struct AsOfIntent: IntentHandler {
  static let intents = ["talk.as_of"]

  private struct Standing {
    let deal: Record
    let stage: RecordID
    let amount: Value?
  }

  func run(_ call: Call) throws -> Outcome {
    let value = try call.value("day")
    guard let span = value.time?.resolve(at: call.turn.context.now.local, prefer: .past),
      let day = ValueReader(turn: call.turn).day(of: span)
    else { throw Interruption.ask(slot: "day") }
    if let from = span.from?.day, from <= call.turn.context.today, day > call.turn.context.today {
      return try PipelineIntent().run(call)
    }
    let shown = call.turn.values.day(day)
    guard day <= call.turn.context.today else { throw Interruption.refused(call.reply("future", ["day": shown])) }
    let standings = try standings(day, call)
    guard !standings.isEmpty else { return .text(call.reply("none", ["day": shown])) }
    var outcome = Outcome()
    outcome.blocks = [
      try call.slots["records"] == nil ? pipeline(standings, shown, call) : list(standings, shown, call)
    ]
    let first = try call.reader.page(
      Query("stage_change", sort: [Sort(["entered_on"])]), offset: 0, size: 1, fields: ["entered_on"]
    ).records.first?["entered_on"]
    outcome.blocks.append(.text(call.reply("reach", ["first": call.turn.values.text(first)])))
    outcome.data = try data(standings, day, call)
    outcome.focus = standings.count == 1 ? [standings[0].deal.id] : []
    return outcome
  }

  /// The deals that were in an open stage when the day ended.
  private func standings(_ day: Day, _ call: Call) throws -> [Standing] {
    let history = try call.reader.page(
      Query(
        "stage_change",
        where: .all([
          .compare(.path(["entered_on"]), .atMost, .constant(.day(day))),
          .any([.isEmpty(.path(["left_on"])), .compare(.path(["left_on"]), .greater, .constant(.day(day)))]),
          .compare(.path(["stage", "kind"]), .equal, .constant(.text("open"))),
        ]), sort: [Sort(["entered_on"])]), offset: 0, size: 100_000, fields: ["deal", "stage"])
    var stages: [RecordID: RecordID] = [:]
    for row in history.records {
      if case .record(let deal)? = row["deal"], case .record(let stage)? = row["stage"] { stages[deal] = stage }
    }
    let deals = try call.reader.page(
      Query("deal", where: wanted(call), sort: [Sort(["name"])]), offset: 0, size: 100_000,
      fields: ["amount", "owner", "account"])
    return try deals.records.compactMap { deal in
      guard let stage = stages[deal.id] else { return nil }
      return Standing(deal: deal, stage: stage, amount: try amount(of: deal, day, call))
    }
  }

  /// What was said of the deals, but for their stage now.
  private func wanted(_ call: Call) -> Predicate {
    guard case .set(let set)? = call.slots["records"]?.term else { return .always }
    guard case .all(let parts) = set.query.predicate else {
      return AsOfIntent.isOfStage(set.query.predicate) ? .always : set.query.predicate
    }
    return .all(parts.filter { !AsOfIntent.isOfStage($0) })
  }

  private static func isOfStage(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .compare(.path(let path), _, _), .oneOf(.path(let path), _), .isEmpty(.path(let path)):
      path.first == "stage" || path.first == "closed_on"
    case .via(let field, _): field == "stage"
    case .not(let inner): isOfStage(inner)
    default: false
    }
  }

  /// What the ledger says that the amount was before it was first changed after the day; else what it is.
  private func amount(of deal: Record, _ day: Day, _ call: Call) throws -> Value? {
    var amount = deal["amount"]
    for entry in try call.reader.history(of: deal.id, limit: 200) where entry.at.local.day > day {
      for change in entry.changes where change.record == deal.id && change.field == "amount" { amount = change.before }
    }
    return amount
  }

  private func totals(_ standings: [Standing]) -> [Money] {
    var sums: [Currency: Int64] = [:]
    for case .money(let money)? in standings.map(\.amount) { sums[money.currency, default: 0] += money.minor }
    return sums.map { Money(minor: $0.value, $0.key) }.sorted { $0.currency.code > $1.currency.code }
  }

  private func stages(_ standings: [Standing], _ call: Call) throws -> [(name: String, standings: [Standing])] {
    let order = try DealStages(call: call)
    return order.all.compactMap { stage in
      let those = standings.filter { $0.stage == stage.id }
      return those.isEmpty ? nil : (order.name(stage.id), those)
    }
  }

  private func pipeline(_ standings: [Standing], _ day: String, _ call: Call) throws -> Block {
    let rows = try stages(standings, call).map { name, those in
      [
        name, String(those.count),
        call.turn.values.text(.amounts(totals(those))),
      ]
    }
    return .table(
      .init(
        title: call.reply("title", ["day": day]),
        columns: [
          .init(call.wording.label("stage", of: "deal")), .init(call.turn.say("count"), .right),
          .init(call.wording.label("amount", of: "deal"), .right),
        ], rows: rows,
        footer: [call.turn.say("list.total", ["total": call.turn.values.text(.amounts(totals(standings)))])]))
  }

  private func list(_ standings: [Standing], _ day: String, _ call: Call) throws -> Block {
    let rows = try stages(standings, call).flatMap { name, those in
      those.map { standing in
        [
          standing.deal.name, name,
          call.turn.values.text(standing.amount),
          call.turn.values.text(standing.deal["owner"], labels: standing.deal.labels),
        ]
      }
    }
    return .table(
      .init(
        title: call.reply("list", ["day": day]),
        columns: [
          .init(call.wording.noun("deal")), .init(call.wording.label("stage", of: "deal")),
          .init(call.wording.label("amount", of: "deal"), .right), .init(call.wording.label("owner", of: "deal")),
        ], rows: rows,
        footer: [call.turn.say("list.total", ["total": call.turn.values.text(.amounts(totals(standings)))])], first: 1))
  }

  private func data(_ standings: [Standing], _ day: Day, _ call: Call) throws -> JSON {
    let groups = try stages(standings, call).map { name, those -> JSON in
      [
        "key": .string(name), "label": .string(name), "value": .integer(Int64(those.count)),
        "totals": RecordJSON.totals(totals(those)),
      ]
    }
    let records = standings.map { standing -> JSON in
      ["id": .string(standing.deal.code), "name": .string(standing.deal.name)]
    }
    return [
      "kind": "report", "as_of": .string(day.description), "groups": .array(groups), "records": .array(records),
      "total": .integer(Int64(standings.count)), "totals": RecordJSON.totals(totals(standings)),
    ]
  }
}
