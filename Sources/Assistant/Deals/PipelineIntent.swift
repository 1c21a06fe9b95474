import CRM
import Conversation
import Language
import Model
import Values

/// Open deals that the speaker may see: count, value per currency and weighted value per stage.
struct PipelineIntent: IntentHandler {
  static let intents = ["pipeline.show", "pipeline.deals"]

  func run(_ call: Call) throws -> Outcome {
    guard let open = call.schema["deal"]?.filter("open") else {
      throw Interruption.refused(call.turn.say("kind.unknown"))
    }
    let query = Query(
      "deal", where: open.predicate, groups: [.path(["stage"])],
      measures: [
        .count, .aggregate(.sum, of: .path(["amount"]), matching: .always),
        .aggregate(.sum, of: .path(["weighted"]), matching: .always),
      ])
    let table = try call.reader.table(query)
    let order = try DealStages(call: call).all.map(\.id)
    let rows = table.rows.sorted { place($0, order) < place($1, order) }
    let values = call.turn.values
    var outcome = Outcome()
    let columns: [Block.Grid.Column] = [
      .init(call.wording.label("stage", of: "deal")), .init(call.turn.say("count"), .right),
      .init(call.wording.label("amount", of: "deal"), .right), .init(call.turn.say("weighted"), .right),
    ]
    let most = rows.map(count).max() ?? 0
    outcome.blocks = [
      .table(
        .init(
          title: call.turn.say("pipeline.title"), columns: columns,
          rows: rows.map { row in
            row.map { values.text($0, labels: table.labels) }
          }))
    ]
    let bars = rows.map { row in
      "\(bar(count(row), of: most)) \(values.text(row[0], labels: table.labels)) (\(count(row)))"
    }
    outcome.blocks.append(.text(bars.joined(separator: "\n")))
    outcome.data = .object([
      .init("kind", "report"),
      .init(
        "groups",
        .array(
          rows.map { row in
            .object([
              .init("key", RecordJSON.key(row[0], table.labels, call.reader)),
              .init("label", .string(values.text(row[0], labels: table.labels))),
              .init("value", row[1].map { RecordJSON.plain($0, [:]) } ?? .null),
              .init("totals", row[2].map { RecordJSON.plain($0, [:]) } ?? .null),
              .init("weighted", row[3].map { RecordJSON.plain($0, [:]) } ?? .null),
            ])
          })),
    ])
    let deals = Query(
      "deal", where: open.predicate, sort: [Sort(["stage", "position"]), Sort(["amount"], descending: true)])
    if call.intent.id == "pipeline.deals" {
      let list = try Listing(turn: call.turn, reader: call.reader).list(deals, offset: 0)
      outcome.blocks += list.blocks
      outcome.list = list.list
    } else {
      outcome.list = .init(query: deals, offset: 0, shown: [], total: 0)
    }
    return outcome
  }

  private func count(_ row: [Value?]) -> Int64 {
    guard row.count > 1, case .integer(let count)? = row[1] else { return 0 }
    return count
  }

  /// How many deals, as a bar of twelve cells; at least one is full where there is any.
  private func bar(_ count: Int64, of most: Int64) -> String {
    guard count > 0, most > 0 else { return String(repeating: "░", count: 12) }
    let full = max(1, Int((count * 12 + most / 2) / most))
    return String(repeating: "█", count: full) + String(repeating: "░", count: 12 - full)
  }

  private func place(_ row: [Value?], _ order: [RecordID]) -> Int {
    guard case .record(let id)?? = row.first else { return .max }
    return order.firstIndex(of: id) ?? .max
  }
}
