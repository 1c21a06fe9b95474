import CRM
import Conversation
import Language
import Model
import Values

/// Open deals that the speaker may see: count, value per currency and weighted value per stage.
struct PipelineIntent: IntentHandler {
  static let intents = ["pipeline.show"]

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
    outcome.blocks = [
      .table(
        .init(
          title: call.turn.say("pipeline.title"), columns: columns,
          rows: rows.map { row in row.map { values.text($0, labels: table.labels) } }))
    ]
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
    outcome.list = .init(query: Query("deal", where: open.predicate), offset: 0, shown: [], total: 0)
    return outcome
  }

  private func place(_ row: [Value?], _ order: [RecordID]) -> Int {
    guard case .record(let id)?? = row.first else { return .max }
    return order.firstIndex(of: id) ?? .max
  }
}
