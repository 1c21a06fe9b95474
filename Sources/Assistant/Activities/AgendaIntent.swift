import CRM
import Conversation
import Language
import Model
import Values

/// The day: overdue and today's follow-ups, meetings, deals about to close. An empty heading is left out.
struct AgendaIntent: IntentHandler {
  static let intents = ["talk.agenda"]

  func run(_ call: Call) throws -> Outcome {
    guard let user = call.turn.context.speaker.user else { throw Interruption.refused(call.turn.say("agenda.guest")) }
    var outcome = Outcome()
    var shown: [JSON] = []
    for section in sections(user, call) {
      let columns = call.schema[section.query.kind]?.columns ?? []
      let page = try call.reader.page(section.query, offset: 0, size: 20, fields: columns)
      guard page.total > 0 else { continue }
      let lines = page.records.map { record in
        ([record.name]
          + section.columns.compactMap { record[$0].map { call.turn.values.text($0, labels: record.labels) } })
          .joined(separator: " · ")
      }
      outcome.blocks.append(.list(.init(title: call.turn.say("agenda.\(section.name)"), items: lines)))
      shown += page.records.map { RecordJSON.record($0, columns) }
    }
    if outcome.blocks.isEmpty { outcome.blocks = [.text(call.turn.say("agenda.empty"))] }
    outcome.data = .object([
      .init("kind", "list"), .init("records", .array(shown)), .init("total", .integer(Int64(shown.count))),
    ])
    return outcome
  }

  private struct Section {
    let name: String
    let query: Query
    let columns: [FieldID]
  }

  private func sections(_ user: RecordID, _ call: Call) -> [Section] {
    let now = call.turn.context.now
    let zone = call.turn.context.speaker.zone
    let today = call.turn.context.today
    let start = Value.moment(zone.moment(local: LocalTime(today)))
    let end = Value.moment(zone.moment(local: LocalTime(today + 1)))
    func activities(_ type: String, from: Value?, to: Value) -> Query {
      var parts: [Predicate] = [
        .oneOf(.path(["type"]), [.text(type)]), .oneOf(.path(["owner"]), [.record(user)]), .isEmpty(.path(["done_at"])),
        .compare(.path(["due"]), .less, .constant(to)),
      ]
      if let from { parts.append(.compare(.path(["due"]), .atLeast, .constant(from))) }
      return Query("activity", where: .all(parts), sort: [Sort(["due"])])
    }
    let open = call.schema["deal"]?.filter("open")?.predicate ?? .always
    let closing = Query(
      "deal",
      where: open.and(.oneOf(.path(["owner"]), [.record(user)]))
        .and(.compare(.path(["close_date"]), .atMost, .constant(.day(today + 7)))), sort: [Sort(["close_date"])])
    return [
      Section(
        name: "overdue", query: activities("follow-up", from: nil, to: .moment(now)), columns: ["due", "regarding"]),
      Section(
        name: "followups", query: activities("follow-up", from: .moment(now), to: end), columns: ["due", "regarding"]),
      Section(
        name: "meetings", query: activities("meeting", from: start, to: end), columns: ["due", "until", "regarding"]),
      Section(name: "deals", query: closing, columns: ["stage", "amount", "close_date"]),
    ]
  }
}
