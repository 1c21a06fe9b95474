import CRM
import Conversation
import Language
import Model
import Values

/// "Initech is a subsidiary of Globex Inc".
struct ParentAccountIntent: IntentHandler {
  static let intents = ["account.parent"]

  func run(_ call: Call) throws -> Outcome {
    let account = try call.record("account")
    let parent = try call.record("parent")
    return try Change(call: call).set(
      account, ["parent": .record(parent.id)], ["account": account.name, "parent": parent.name])
  }
}

/// A grade from A to D.
struct GradeAccountIntent: IntentHandler {
  static let intents = ["account.grade"]

  func run(_ call: Call) throws -> Outcome {
    let account = try call.record("account")
    let said = try call.text("grade")
    guard let grade = GradeAccountIntent.stored(said, call) else { throw Interruption.ask(slot: "grade") }
    return try Change(call: call).set(account, ["grade": .text(grade)], ["account": account.name, "grade": grade])
  }

  /// The letter alone, or what the vocabulary calls it.
  static func stored(_ said: String, _ call: Call) -> String? {
    let letter = said.uppercased()
    if ["A", "B", "C", "D"].contains(letter) { return letter }
    return call.turn.engine.lexicon.value(of: said, kind: "account", field: "grade")
  }

  func normalForm(_ call: Call) -> [JSON.Member]? {
    guard let account = try? call.record("account") else { return nil }
    let grade = call.optionalText("grade").flatMap { GradeAccountIntent.stored($0, call) }
    return [.init("account", RecordJSON.reference(account))] + (grade.map { [.init("grade", .string($0))] } ?? [])
  }
}

/// Back into the pool: nobody's, with the reason. Open follow-ups are closed after asking.
struct ReleaseAccountIntent: IntentHandler {
  static let intents = ["account.release"]

  func run(_ call: Call) throws -> Outcome {
    let account = try call.record("account")
    let reason = try call.text("reason")
    guard account["owner"] != nil else {
      throw Interruption.refused(call.reply("free", ["account": account.name]))
    }
    let open = try call.reader.page(
      Query(
        "activity",
        where: .all([
          .oneOf(.path(["account"]), [.record(account.id)]), .isEmpty(.path(["done_at"])),
          .oneOf(.path(["type"]), [.text("follow-up")]),
        ])), offset: 0, size: 100, fields: [])
    if open.total > 0 {
      try call.confirm(
        call.reply(
          "confirm", ["account": account.name, "count": call.wording.count(open.total, "activity")]))
    }
    let writer = try call.writing()
    for task in open.records {
      try writer.update(task.id, ["done_at": .moment(call.turn.context.now), "outcome": .text(reason)])
    }
    return try Change(call: call).set(
      account, ["owner": nil as Value?, "release_reason": .text(reason)],
      ["account": account.name, "reason": reason])
  }
}

/// An account that nobody owns becomes the speaker's.
struct ClaimAccountIntent: IntentHandler {
  static let intents = ["account.claim"]

  func run(_ call: Call) throws -> Outcome {
    let account = try call.record("account")
    guard let user = call.turn.context.speaker.user else { throw Interruption.refused(call.turn.say("agenda.guest")) }
    try PoolRules(call.reader).check(account)
    return try Change(call: call).set(
      account, ["owner": .record(user), "release_reason": nil as Value?], ["account": account.name])
  }
}
