import CRM
import Conversation
import Exchange
import Language
import Model

/// The speaker's meetings and open follow-ups as a file that calendar programs open.
struct CalendarIntent: IntentHandler {
  static let intents = ["calendar.export"]

  func run(_ call: Call) throws -> Outcome {
    guard let user = call.turn.context.speaker.user else { throw Interruption.refused(call.turn.say("agenda.guest")) }
    var name = call.optionalText("file") ?? "calendar.ics"
    if !name.lowercased().hasSuffix(".ics") { name += ".ics" }
    let own = Predicate.oneOf(.path(["owner"]), [.record(user)])
    let meetings = try records(own.and(.oneOf(.path(["type"]), [.text("meeting")])), call)
    let tasks = try records(
      own.and(.all([.oneOf(.path(["type"]), [.text("follow-up")]), .isEmpty(.path(["done_at"]))])), call)
    let calendar = CalendarFile(
      name: call.turn.context.speaker.name, now: call.turn.context.now,
      entries: meetings.compactMap { entry($0, isTask: false) } + tasks.compactMap { entry($0, isTask: true) })
    let path = try call.turn.files.write(
      Array(calendar.text.utf8), name: name, replace: call.turn.answers.isConfirmed)
    guard let path else { throw Interruption.confirm(call.turn.say("file.exists", ["file": name])) }
    var outcome = Outcome.text(
      call.reply("done", ["file": path, "meetings": String(meetings.count), "tasks": String(tasks.count)]))
    outcome.data = .object([
      .init("kind", "value"), .init("value", .string(name)), .init("meetings", .integer(Int64(meetings.count))),
      .init("followups", .integer(Int64(tasks.count))),
    ])
    return outcome
  }

  private func records(_ condition: Predicate, _ call: Call) throws -> [Record] {
    let query = Query("activity", where: condition.and(.not(.isEmpty(.path(["due"])))), sort: [Sort(["due"])])
    let fields: [FieldID] = ["due", "until", "regarding", "notes", "location"]
    return try call.reader.page(query, offset: 0, size: 10_000, fields: fields).records
  }

  private func entry(_ record: Record, isTask: Bool) -> CalendarFile.Entry? {
    guard case .moment(let start)? = record["due"] else { return nil }
    var entry = CalendarFile.Entry(id: record.code, title: record.name, start: start, isTask: isTask)
    if case .moment(let end)? = record["until"] { entry.end = end }
    if case .text(let place)? = record["location"] { entry.place = place }
    var lines: [String] = []
    if case .record(let id)? = record["regarding"], let name = record.labels[id] { lines.append(name) }
    if case .text(let notes)? = record["notes"] { lines.append(notes) }
    entry.details = lines.joined(separator: "\n")
    return entry
  }
}
