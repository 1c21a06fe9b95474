import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// A meeting, one hour unless said; a clash with another is said and asked about.
struct AddMeetingIntent: IntentHandler {
  static let intents = ["meeting.add"]

  func run(_ call: Call) throws -> Outcome {
    let who = try call.record("who")
    let value = try call.value("when")
    guard value.time?.hasTimeOfDay == true else { throw Interruption.ask(slot: "when") }
    guard let when = try ValueReader(turn: call.turn).moment(value) else {
      throw Interruption.refused(call.turn.say("value.impossible", ["value": call.slots["when"]?.text ?? ""]))
    }
    try Plans(call: call).refusePast(when.from, hasTime: true)
    var topic = call.optionalText("topic")
    let length = topic.flatMap { Self.length($0, call) }
    if length != nil { topic = nil }
    let end = when.to ?? call.turn.context.speaker.zone.moment(epoch: when.from.epoch + Int64(length ?? 3600))
    // "from 3 to 2pm": nobody meets for so long.
    if end.epoch - when.from.epoch > 10 * 3600 {
      let values = call.turn.values
      try call.confirm(
        call.turn.say(
          "meeting.long", ["from": values.moment(when.from.local), "to": values.moment(end.local)]))
    }
    try Clash(call: call).ask(when.from, end)
    var values: [FieldID: Value] = [
      "type": .text("meeting"),
      "subject": .text(topic.map(Interactions.subject) ?? call.turn.say("meeting.subject", ["who": who.name])),
      "regarding": .record(who.id), "due": .moment(when.from), "until": .moment(end),
    ]
    if let user = call.turn.context.speaker.user { values["owner"] = .record(user) }
    let id = try call.writing().create("activity", values)
    var outcome = Outcome.text(
      call.reply(
        topic == nil ? "done" : "topic",
        ["who": who.name, "when": call.turn.values.moment(when.from.local), "topic": topic ?? ""]),
      focus: [id, who.id])
    outcome.data = try RecordData(reader: call.reader).json(id)
    return outcome
  }
}

extension AddMeetingIntent {
  /// 周五下午两点和刘涛开会，半小时: what is all duration is no topic; in seconds, up to a day.
  private static func length(_ topic: String, _ call: Call) -> Int? {
    let found = Recognizers().candidates(in: topic, call.turn.situation.values)
    for case .duration(let duration) in found.filter({ $0.range.count == topic.unicodeScalars.count }).map(\.payload)
    where (60...86_400).contains(duration.totalSeconds) {
      return duration.totalSeconds
    }
    return nil
  }
}

/// A meeting at a time when there is another one: said, and asked about.
struct Clash {
  let call: Call

  func ask(_ start: Moment, _ end: Moment, besides own: RecordID? = nil) throws {
    guard let user = call.turn.context.speaker.user else { return }
    var parts: [Predicate] = [
      .oneOf(.path(["type"]), [.text("meeting")]), .oneOf(.path(["owner"]), [.record(user)]),
      .isEmpty(.path(["done_at"])), .compare(.path(["due"]), .less, .constant(.moment(end))),
      .compare(.path(["until"]), .greater, .constant(.moment(start))),
    ]
    if let own { parts.append(.compare(.path(["id"]), .notEqual, .constant(.record(own)))) }
    let query = Query("activity", where: .all(parts), sort: [Sort(["due"])])
    guard let other = try call.reader.page(query, offset: 0, size: 1, fields: ["due", "until"]).records.first else {
      return
    }
    try call.confirm(
      call.turn.say(
        own == nil ? "meeting.clash" : "meeting.clash.move",
        ["other": other.name, "when": call.turn.values.text(other["due"])]))
  }
}
