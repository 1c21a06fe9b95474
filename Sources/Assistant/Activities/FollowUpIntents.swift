import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// "remind me to call Jane Doe tomorrow at 3pm": a follow-up linked to whoever it names.
struct AddFollowUpIntent: IntentHandler {
  static let intents = ["followup.add"]

  func run(_ call: Call) throws -> Outcome {
    let task = try call.text("task")
    guard let when = try ValueReader(turn: call.turn).moment(try call.value("when")) else {
      throw Interruption.refused(call.turn.say("value.impossible", ["value": call.slots["when"]?.text ?? ""]))
    }
    try Plans(call: call).refusePast(when.from, hasTime: call.value("when").time?.hasTimeOfDay == true)
    let regarding = try Interactions(call: call).regarding(task)
    let named = try regarding.flatMap { try call.reader.record($0) }
    var values: [FieldID: Value] = [
      "type": .text("follow-up"), "subject": .text(Interactions.subject(task)), "due": .moment(when.from),
    ]
    if let regarding { values["regarding"] = .record(regarding) }
    if let user = call.turn.context.speaker.user { values["owner"] = .record(user) }
    let id = try call.writing().create("activity", values)
    var outcome = Outcome.text(
      call.reply(
        "done", ["task": task, "when": call.turn.values.moment(when.from.local), "record": named?.name ?? ""]),
      focus: [id] + (regarding.map { [$0] } ?? []))
    outcome.data = try RecordData(reader: call.reader).json(id)
    return outcome
  }
}

/// Follow-ups are done now.
struct CompleteFollowUpIntent: IntentHandler {
  static let intents = ["followup.done"]

  func run(_ call: Call) throws -> Outcome {
    let found = try Plans(call: call).records("followups")
    let now = call.turn.context.now
    let writer = try call.writing()
    for id in found { try writer.update(id, ["done_at": .moment(now)]) }
    var outcome = try Plans(call: call).done(found)
    for change in writer.changes where change.sort == .create {
      guard let next = try writer.record(change.record), next["recurrence"] != nil else { continue }
      outcome.blocks.append(
        .text(call.turn.say("followup.next", ["followup": next.name, "when": call.turn.values.text(next["due"])])))
    }
    return outcome
  }
}

/// Another day; the hour is kept unless one is said.
struct SnoozeFollowUpIntent: IntentHandler {
  static let intents = ["followup.snooze"]

  func run(_ call: Call) throws -> Outcome {
    let value = try call.value("when")
    if let (id, own) = DealDateIntent.meant(call, by: "followups"), let deal = try call.reader.record(id) {
      return try DealDateIntent().put(deal, value, own)
    }
    let found = try Plans(call: call).records("followups")
    var whens: Set<LocalTime> = []
    for id in found { whens.insert(try Plans(call: call).move(id, to: value)) }
    let values = call.turn.values
    // Each keeps its hour, so several share the day alone.
    let when = whens.first.map { whens.count == 1 ? values.moment($0) : values.day($0.day) } ?? ""
    return try Plans(call: call).done(found, ["when": when])
  }
}

/// A meeting moves as a whole: its length is kept.
struct MoveMeetingIntent: IntentHandler {
  static let intents = ["meeting.move"]

  func run(_ call: Call) throws -> Outcome {
    let meeting = try call.record("meeting")
    let when = call.turn.values.moment(try Plans(call: call).move(meeting.id, to: try call.value("when")))
    return .text(call.reply("done", ["meeting": meeting.name, "when": when]), focus: [meeting.id])
  }
}

/// Follow-ups and meetings to come.
struct Plans {
  let call: Call

  /// One, or all that are described; several where one is meant are asked about.
  func records(_ slot: String) throws -> [RecordID] {
    guard case .set(let set)? = call.slots[slot]?.term else { return try call.records(slot) }
    let text = NameKey.tokens(call.slots[slot]?.text ?? "").map(\.text)
    let isPlural = set.query.limit != 1 && call.turn.engine.lexicon.isPlural(call.slots[slot]?.text ?? "")
    let isMany = text.contains { ["all", "every", "both", "所", "全", "都", "们"].contains($0) } || isPlural
    if !isMany, set.pronoun == nil { return try call.records(slot, single: true) }
    return try Bulk(call: call).records(slot)
  }

  func names(_ found: [RecordID]) throws -> String {
    let names = try found.prefix(5).compactMap { try call.reader.record($0)?.name }
    return names.joined(separator: ", ") + (found.count > names.count ? ", …" : "")
  }

  /// Nothing is planned for a day or an hour that has passed.
  func refusePast(_ when: Moment, hasTime: Bool) throws {
    let now = call.turn.context.now
    guard when.local.day < now.local.day || hasTime && when.epoch < now.epoch else { return }
    throw Interruption.refused(call.turn.say("time.past", ["when": call.turn.values.moment(when.local)]))
  }

  /// What was done to one, or to how many, with their names.
  func done(_ found: [RecordID], _ more: [String: String] = [:]) throws -> Outcome {
    let names = try names(found)
    var words = more
    words["followups"] = names
    words["count"] = String(found.count)
    let text = call.reply(found.count == 1 ? "done" : "many", words)
    return .text(found.count == 1 ? text : text + "\n" + names, focus: Array(found.prefix(5)))
  }

  /// Moves one; what it is due now.
  func move(_ id: RecordID, to value: RecognizedValue) throws -> LocalTime {
    guard let record = try call.reader.record(id), let target = try ValueReader(turn: call.turn).moment(value) else {
      throw Interruption.refused(call.turn.say("value.impossible", ["value": call.slots["when"]?.text ?? ""]))
    }
    var start = target.from
    let zone = call.turn.context.speaker.zone
    if case .moment(let old)? = record["due"], value.time?.hasTimeOfDay == false {
      start = zone.moment(local: LocalTime(target.from.local.day, hour: old.local.hour, minute: old.local.minute))
    }
    var values: [FieldID: Value?] = ["due": .moment(start)]
    if case .moment(let end)? = record["until"], case .moment(let old)? = record["due"] {
      values["until"] = .moment(target.to ?? zone.moment(epoch: start.epoch + end.epoch - old.epoch))
    }
    if record["type"] == .text("meeting") {
      var end = zone.moment(epoch: start.epoch + 3600)
      if case .moment(let until)?? = values["until"] { end = until }
      try Clash(call: call).ask(start, end, besides: id)
    }
    try call.writing().update(id, values)
    return start.local
  }
}
