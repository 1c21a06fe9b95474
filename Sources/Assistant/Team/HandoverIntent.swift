import CRM
import Conversation
import Language
import Model
import Values

/// A colleague leaves: what they work on goes to another, and they can speak no longer. Closed deals keep their credit.
struct HandoverIntent: IntentHandler {
  static let intents = ["user.handover"]

  private struct Heap {
    let kind: KindID
    let field: FieldID
    let records: [RecordID]
  }

  func run(_ call: Call) throws -> Outcome {
    let (from, to) = (try call.record("from"), try call.record("to"))
    guard from.id != to.id else { throw Interruption.refused(call.reply("same", [:])) }
    let heaps = try heaps(of: from.id, call)
    let words = ["from": from.name, "to": to.name]
    let what = heaps.map { call.wording.count($0.records.count, $0.kind) }.joined(separator: ", ")
    try call.confirm(call.reply("confirm", words.merging(["what": what.isEmpty ? "–" : what]) { $1 }))
    let writer = try call.writing()
    try writer.update(from.id, ["active": .boolean(false)])
    for heap in heaps {
      for id in heap.records { try writer.update(id, [heap.field: .record(to.id)]) }
    }
    try call.notify(to.id, "handover", ["from": .text(from.name), "what": .text(what)], about: from.id)
    return report(heaps, words, call, focus: [to.id, from.id])
  }

  /// All that is not finished, and all customers.
  private func heaps(of user: RecordID, _ call: Call) throws -> [Heap] {
    let mine = Predicate.oneOf(.path(["owner"]), [.record(user)])
    let open = Predicate.isEmpty(.path(["done_at"]))
    let isOpenDeal = call.schema["deal"]?.filter("open")?.predicate ?? .always
    let isOpenTicket = Predicate.oneOf(.path(["status"]), [.text("open"), .text("waiting")])
    let sets: [(KindID, FieldID, Predicate)] = [
      ("lead", "owner", mine), ("account", "owner", mine), ("contact", "owner", mine),
      ("deal", "owner", mine.and(isOpenDeal)), ("activity", "owner", mine.and(open)),
      ("ticket", "assignee", .oneOf(.path(["assignee"]), [.record(user)]).and(isOpenTicket)),
      ("campaign", "owner", mine.and(.not(.oneOf(.path(["status"]), [.text("completed")])))),
      ("user", "manager", .oneOf(.path(["manager"]), [.record(user)])),
    ]
    return try sets.compactMap { kind, field, condition in
      guard call.schema[kind]?.field(field) != nil else { return nil }
      let found = try call.reader.page(Query(kind, where: condition), offset: 0, size: 100_000, fields: []).records
      return found.isEmpty ? nil : Heap(kind: kind, field: field, records: found.map(\.id))
    }
  }

  private func report(_ heaps: [Heap], _ words: [String: String], _ call: Call, focus: [RecordID]) -> Outcome {
    guard !heaps.isEmpty else { return .text(call.reply("none", words), focus: focus) }
    var outcome = Outcome.text(call.reply("done", words), focus: focus)
    outcome.blocks.append(
      .table(
        .init(
          title: call.reply("title", words),
          columns: [.init(call.reply("kind", [:])), .init(call.reply("count", [:]), .right)],
          rows: heaps.map { [call.wording.noun($0.kind), String($0.records.count)] })))
    outcome.data = .object([
      .init("kind", "groups"),
      .init(
        "groups",
        .array(
          heaps.map {
            [
              "key": .string($0.kind.rawValue), "label": .string(call.wording.noun($0.kind)),
              "value": .integer(Int64($0.records.count)),
            ]
          })),
    ])
    return outcome
  }
}
