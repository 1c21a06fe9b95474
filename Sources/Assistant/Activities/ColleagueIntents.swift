import CRM
import Conversation
import Language
import Model
import Values

/// "ask Sam to check the installation plan by Thursday": a follow-up of Sam's, asked by the speaker. Sam is told.
struct AskColleagueIntent: IntentHandler {
  static let intents = ["followup.assign"]

  func run(_ call: Call) throws -> Outcome {
    let colleague = try call.record("user")
    let task = try call.text("task")
    guard let when = try due(call, colleague) else {
      throw Interruption.refused(call.turn.say("value.impossible", ["value": call.slots["when"]?.text ?? ""]))
    }
    let regarding = try Interactions(call: call).regarding(task)
    var values: [FieldID: Value] = [
      "type": .text("follow-up"), "subject": .text(Interactions.subject(task)), "due": .moment(when),
      "owner": .record(colleague.id),
    ]
    if let regarding { values["regarding"] = .record(regarding) }
    if let user = call.turn.context.speaker.user, user != colleague.id { values["asked_by"] = .record(user) }
    let id = try call.writing().create("activity", values)
    try call.notify(colleague.id, "asked", ["task": .text(task), "when": .moment(when)], about: regarding ?? id)
    var outcome = Outcome.text(
      call.reply("done", ["user": colleague.name, "task": task, "when": call.turn.values.moment(when.local)]),
      focus: [id] + (regarding.map { [$0] } ?? []))
    outcome.data = try RecordData(reader: call.reader).json(id)
    return outcome
  }

  /// With the record that the task names, however the task is worded.
  func normalForm(_ call: Call) -> [JSON.Member]? {
    guard let colleague = try? call.record("user"), let task = try? call.text("task") else { return nil }
    var members: [JSON.Member] = [
      .init("task", ["text": .string(task)]), .init("user", RecordJSON.reference(colleague)),
    ]
    if let when = (try? due(call, colleague)) ?? nil { members.append(.init("when", .string(when.local.description))) }
    let named = (try? Interactions(call: call).regarding(task)) ?? nil
    if let record = named.flatMap({ try? call.reader.record($0) }) {
      members.append(.init("regarding", RecordJSON.reference(record)))
    }
    return members
  }

  /// At nine by the colleague's clock where no hour is said.
  private func due(_ call: Call, _ colleague: Record) throws -> Moment? {
    let value = try call.value("when")
    guard let when = try ValueReader(turn: call.turn).moment(value)?.from else { return nil }
    guard value.time?.hasTimeOfDay == false, case .text(let name)? = colleague["timezone"], let zone = Zone(name) else {
      return when
    }
    return zone.moment(local: when.local)
  }
}

/// A follow-up that a colleague asked for goes back to them, with the reason; they are told.
struct DeclineIntent: IntentHandler {
  static let intents = ["followup.decline"]

  func run(_ call: Call) throws -> Outcome {
    let followUp = try followUp(call)
    guard case .record(let asker)? = followUp["asked_by"], let user = call.turn.context.speaker.user else {
      throw Interruption.refused(call.reply("own", ["followup": followUp.name]))
    }
    let reason = try call.text("reason")
    try call.writing().update(
      followUp.id,
      ["owner": .record(asker), "declined_by": .record(user), "decline_reason": .text(reason)])
    try call.notify(
      asker, "declined", ["task": .text(followUp.name), "reason": .text(reason)], about: followUp.id)
    let name = followUp.labels[asker] ?? ""
    return .text(
      call.reply("done", ["followup": followUp.name, "user": name, "reason": reason]), focus: [followUp.id])
  }

  /// The one that is described, or the only one that is open and was asked for.
  private func followUp(_ call: Call) throws -> Record {
    if case .set? = call.slots["followup"]?.term { return try call.record("followup") }
    if call.turn.answers.slots["followup"] != nil { return try call.record("followup") }
    guard let user = call.turn.context.speaker.user else { throw Interruption.ask(slot: "followup") }
    var parts: [Predicate] = [
      .oneOf(.path(["owner"]), [.record(user)]), .isEmpty(.path(["done_at"])), .not(.isEmpty(.path(["asked_by"]))),
      .compare(.path(["asked_by"]), .notEqual, .speaker),
    ]
    if let asker = try call.optionalRecord("user") { parts.append(.oneOf(.path(["asked_by"]), [.record(asker.id)])) }
    let query = Query("activity", where: .all(parts), sort: [Sort(["due"])])
    let open = try call.reader.page(query, offset: 0, size: 20, fields: []).records
    guard let first = open.first else { throw Interruption.refused(call.reply("none", [:])) }
    guard open.count == 1, let record = try call.reader.record(first.id) else {
      throw Interruption.choose(slot: "followup", name: "", among: try call.resolver.named(open), total: open.count)
    }
    return record
  }
}

/// "what have I asked others to do?"
struct AskedOfOthersIntent: IntentHandler {
  static let intents = ["followup.asked"]

  func run(_ call: Call) throws -> Outcome {
    var parts: [Predicate] = [
      .compare(.path(["asked_by"]), .equal, .speaker), .compare(.path(["owner"]), .notEqual, .speaker),
    ]
    if let colleague = try call.optionalRecord("user") {
      parts.append(.oneOf(.path(["owner"]), [.record(colleague.id)]))
    }
    let query = Query("activity", where: .all(parts), sort: [Sort(["due"])])
    var outcome = try Listing(turn: call.turn, reader: call.reader).list(query, offset: 0)
    if outcome.list?.total == 0 { outcome.blocks = [.text(call.reply("none", [:]))] }
    return outcome
  }
}

/// A word to a colleague, pushed to their chat and kept on the timeline of the record that it names.
struct TellIntent: IntentHandler {
  static let intents = ["team.tell"]

  func run(_ call: Call) throws -> Outcome {
    let colleague = try call.record("user")
    let message = try call.text("message")
    guard colleague.id != call.turn.context.speaker.user else { throw Interruption.refused(call.reply("self", [:])) }
    let regarding = try Interactions(call: call).regarding(message)
    let named = try regarding.flatMap { try call.reader.record($0) }
    var focus = [colleague.id]
    if let named {
      let note = call.reply("note", ["user": colleague.name, "message": message])
      let id = try Interactions(call: call).write("note", with: named, notes: note, on: [])
      focus = [named.id, id] + focus
    }
    try call.notify(colleague.id, "told", ["message": .text(message)], about: named?.id)
    let words = ["user": colleague.name, "message": message, "record": named?.name ?? ""]
    return .text(call.reply(named == nil ? "done" : "kept", words), focus: focus)
  }
}
