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
    for section in try day(call).map({ sections(user, call, $0) }) ?? sections(user, call) {
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
    if outcome.blocks.isEmpty {
      let when = call.slots["when"]?.text
      outcome.blocks = [.text(when.map { call.turn.say("agenda.free", ["when": $0]) } ?? call.turn.say("agenda.empty"))]
    }
    outcome.data = .object([
      .init("kind", "list"), .init("records", .array(shown)), .init("total", .integer(Int64(shown.count))),
    ])
    return outcome
  }

  /// The stretch that was asked about; nil for today.
  private func day(_ call: Call) throws -> TimeSpan? {
    guard call.slots["when"] != nil else { return nil }
    let said = try call.value("when")
    guard !said.isImpossible, let span = said.time?.resolve(at: call.turn.context.now.local, prefer: .future) else {
      throw Interruption.refused(call.turn.say("value.impossible", ["value": call.slots["when"]?.text ?? ""]))
    }
    return span.singleDay == call.turn.context.today ? nil : span
  }

  /// What is open in a stretch of time: an hour of a meeting that began before it counts too.
  private func sections(_ user: RecordID, _ call: Call, _ span: TimeSpan) -> [Section] {
    let zone = call.turn.context.speaker.zone
    var parts: [Predicate] = [.oneOf(.path(["owner"]), [.record(user)]), .isEmpty(.path(["done_at"]))]
    if let to = span.to {
      let isInstant = span.from == span.to
      parts.append(
        .compare(.path(["due"]), isInstant ? .atMost : .less, .constant(.moment(zone.moment(local: to)))))
    }
    if let from = span.from {
      let start = Value.moment(zone.moment(local: from))
      parts.append(
        .any([
          .compare(.path(["due"]), .atLeast, .constant(start)), .compare(.path(["until"]), .greater, .constant(start)),
        ]))
    }
    let query = { (type: String) in
      Query("activity", where: .all([.oneOf(.path(["type"]), [.text(type)])] + parts), sort: [Sort(["due"])])
    }
    return [
      Section(name: "then.followups", query: query("follow-up"), columns: ["due", "regarding"]),
      Section(name: "then.meetings", query: query("meeting"), columns: ["due", "until", "regarding"]),
    ]
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
