import CRM
import Conversation
import Language
import Model
import Values

/// How long a deal has been in a stage, against the median of the won deals; or all its stages.
struct StageHistoryIntent: IntentHandler {
  static let intents = ["deal.stage-history"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let stages = try DealStages(call: call)
    let visits = try visits(deal, stages, call)
    let current: RecordID? = if case .record(let id)? = deal["stage"] { id } else { nil }
    let asked = try call.optionalRecord("stage")
    guard let stage = try asked ?? current.flatMap({ try call.reader.record($0) }) else {
      throw Interruption.ask(slot: "stage")
    }
    var lines: [String] = []
    let own = visits.filter { $0.stage == stage.id }
    let days = own.reduce(0) { $0 + $1.days }
    var words = [
      "deal": deal.name, "stage": stages.name(stage.id), "days": String(days),
      "since": own.last.map { call.turn.values.day($0.from) } ?? "",
      "until": own.last?.to.map { call.turn.values.day($0) } ?? "",
    ]
    let isThere = stage.id == current && own.last?.to == nil
    lines.append(call.reply(own.isEmpty ? "never" : isThere ? "done" : "left", words))
    let usual = try usual(stage.id, call)
    words["median"] = usual.text
    words["count"] = String(usual.count)
    lines.append(
      call.reply(usual.median == nil ? "unusual" : "usual", words))
    var outcome = Outcome.text(lines.joined(separator: " "), focus: [deal.id])
    if asked == nil, visits.count > 1 { outcome.blocks.append(table(visits, call)) }
    outcome.data = .object([
      .init("kind", "value"), .init("value", own.isEmpty ? .null : .integer(Int64(days))),
      .init("median", usual.median.map { .number($0) } ?? .null), .init("deals", .integer(Int64(usual.count))),
      .init("record", RecordJSON.reference(deal)),
    ])
    return outcome
  }

  private struct Visit {
    let stage: RecordID
    let name: String
    let from: Day
    let to: Day?
    let days: Int
  }

  private func visits(_ deal: Record, _ stages: DealStages, _ call: Call) throws -> [Visit] {
    let query = Query(
      "stage_change", where: .oneOf(.path(["deal"]), [.record(deal.id)]),
      sort: [Sort(["entered_on"]), Sort(["stage", "position"])])
    let fields: [FieldID] = ["stage", "entered_on", "left_on"]
    return try call.reader.page(query, offset: 0, size: 500, fields: fields).records.compactMap { row in
      guard case .record(let stage)? = row["stage"], case .day(let from)? = row["entered_on"] else { return nil }
      var to: Day?
      if case .day(let day)? = row["left_on"] { to = day }
      return Visit(
        stage: stage, name: stages.name(stage), from: from, to: to,
        days: (to ?? call.turn.context.today) - from)
    }
  }

  private func table(_ visits: [Visit], _ call: Call) -> Block {
    .table(
      .init(
        title: nil,
        columns: [
          .init(call.wording.label("stage", of: "deal")), .init(call.wording.label("entered_on", of: "stage_change")),
          .init(call.turn.say("days"), .right),
        ],
        rows: visits.map { [$0.name, call.turn.values.day($0.from), String($0.days)] }))
  }

  private struct Usual {
    let median: Double?
    let count: Int
    var text: String { median.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "" }
  }

  /// The median of the days that won deals spent in the stage.
  private func usual(_ stage: RecordID, _ call: Call) throws -> Usual {
    guard let won = call.schema["deal"]?.filter("won") else { return Usual(median: nil, count: 0) }
    let query = Query(
      "stage_change",
      where: .all([
        .oneOf(.path(["stage"]), [.record(stage)]), .not(.isEmpty(.path(["days"]))), .via("deal", won.predicate),
      ]),
      measures: [.aggregate(.median, of: .path(["days"]), matching: .always), .count])
    let row = try call.reader.unrestricted.table(query).rows.first ?? []
    var median: Double?
    switch row.first ?? nil {
    case .integer(let days)?: median = Double(days)
    case .decimal(let days)?: median = days
    default: break
    }
    guard case .integer(let count)?? = row.last else { return Usual(median: median, count: 0) }
    return Usual(median: median, count: Int(count))
  }
}
