import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// "remind me every Monday at 9am to review the pipeline": done once, the next is planned. Or an end to it.
struct RepeatedFollowUpIntent: IntentHandler {
  static let intents = ["followup.recurring", "followup.stop"]

  func run(_ call: Call) throws -> Outcome {
    call.intent.id == "followup.stop" ? try stop(call) : try start(call)
  }

  private func start(_ call: Call) throws -> Outcome {
    let task = try call.text("task")
    let said = try call.value("every")
    guard case .recurrence(let recurrence) = said.payload else { throw Interruption.ask(slot: "every") }
    let now = call.turn.context.now.local
    let days = recurrence.days(at: now)
    let rule = RepeatedFollowUpIntent.rule(recurrence) + (days.last.map { ";UNTIL=\($0)" } ?? "")
    let start = days.first.map { max(now, LocalTime($0)) } ?? now
    guard let repetition = Repetition(rule), let first = repetition.next(after: start, began: began(call))
    else { throw Interruption.refused(call.turn.say("value.impossible", ["value": call.slots["every"]?.text ?? ""])) }
    let zone = call.turn.context.speaker.zone
    let regarding = try Interactions(call: call).regarding(task)
    var values: [FieldID: Value] = [
      "type": .text("follow-up"), "subject": .text(Interactions.subject(task)),
      "due": .moment(zone.moment(local: first)),
      "recurrence": .text(rule + ";FROM=\(first.day)"),
    ]
    if let regarding { values["regarding"] = .record(regarding) }
    if let user = call.turn.context.speaker.user { values["owner"] = .record(user) }
    let id = try call.writing().create("activity", values)
    var outcome = Outcome.text(
      call.reply(
        "done",
        ["task": task, "every": call.slots["every"]?.text ?? "", "when": call.turn.values.moment(first)]),
      focus: [id] + (regarding.map { [$0] } ?? []))
    outcome.data = try RecordData(reader: call.reader).json(id)
    return outcome
  }

  /// Nine o'clock today where no hour is said.
  private func began(_ call: Call) -> LocalTime { LocalTime(call.turn.context.today, hour: 9) }

  /// As it is stored: the rule with its time of day.
  static func rule(_ recurrence: Recurrence) -> String {
    recurrence.rrule + ";AT=\(recurrence.at?.description ?? "09:00")"
  }

  /// The open one goes, and with it all that would come.
  private func stop(_ call: Call) throws -> Outcome {
    let followUp = try followUp(call)
    guard followUp["recurrence"] != nil else {
      throw Interruption.refused(call.reply("once", ["followup": followUp.name]))
    }
    try call.writing().delete(followUp.id)
    return .text(call.reply("done", ["followup": followUp.name]))
  }

  private func followUp(_ call: Call) throws -> Record {
    if case .set? = call.slots["followup"]?.term { return try call.record("followup") }
    guard let user = call.turn.context.speaker.user else { throw Interruption.ask(slot: "followup") }
    let wanted = NameKey.tokens(call.optionalText("task") ?? "").map(\.text)
    let query = Query(
      "activity",
      where: .all([
        .not(.isEmpty(.path(["recurrence"]))), .isEmpty(.path(["done_at"])), .oneOf(.path(["owner"]), [.record(user)]),
      ]))
    let all = try call.reader.page(query, offset: 0, size: 200, fields: ["recurrence", "due"]).records
    let close = all.filter { record in
      let words = NameKey.tokens(record.name).map(\.text)
      return !wanted.isEmpty && wanted.allSatisfy(words.contains)
    }
    let chosen = close.isEmpty && wanted.isEmpty ? all : close
    if chosen.count == 1 { return chosen[0] }
    guard !chosen.isEmpty else {
      throw Interruption.refused(call.reply("none", ["task": call.optionalText("task") ?? ""]))
    }
    throw Interruption.choose(
      slot: "followup", name: "", among: try call.resolver.named(chosen), total: chosen.count)
  }
}
