import CRM
import Conversation
import Language
import Model
import Values

/// A new colleague: a login is proposed; manager, time zone and language are the team's.
struct AddUserIntent: IntentHandler {
  static let intents = ["user.add"]

  func run(_ call: Call) throws -> Outcome {
    let values = try values(call)
    let name = try call.text("name")
    if let known = try call.reader.unrestricted.records(named: NameKey.key(name), kind: "user").first {
      let login = try call.reader.unrestricted.record(known.id).map(\.code) ?? ""
      try call.confirm(call.reply("double", ["name": known.name, "login": login]))
    }
    let id = try call.writing().create("user", values)
    guard let record = try call.reader.record(id) else { throw Interruption.ask(slot: "name") }
    var outcome = Outcome.text(Self.text(record, call), focus: [id])
    outcome.data = try RecordData(reader: call.reader).json(id)
    return outcome
  }

  func values(_ call: Call) throws -> [FieldID: Value] {
    var values: [FieldID: Value] = ["name": .text(Self.titled(try call.text("name")))]
    for field in ["role", "team"] as [FieldID] {
      if let stored = Team.stored(field, call) { values[field] = .text(stored) }
    }
    if values["role"] == nil { values["role"] = .text("rep") }
    try NewColleague(reader: call.reader).complete(&values)
    return values
  }

  /// "kim park" is Kim Park.
  private static func titled(_ name: String) -> String {
    guard name == name.lowercased() else { return name }
    return name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  static func text(_ record: Record, _ call: Call) -> String {
    let values = call.turn.values
    let isPlaced = record["team"] != nil && record["manager"] != nil
    return call.reply(
      isPlaced ? "done" : "plain",
      [
        "name": record.name, "login": values.text("login", of: record), "role": Team.role(record["role"], call),
        "team": values.text("team", of: record), "manager": values.text("manager", of: record),
        "zone": values.text("timezone", of: record),
      ])
  }
}

/// Another role for a colleague.
struct UserRoleIntent: IntentHandler {
  static let intents = ["user.role"]

  func run(_ call: Call) throws -> Outcome {
    let user = try call.record("user")
    guard let role = Team.stored("role", call) else { throw Interruption.ask(slot: "role") }
    let before = user["role"]
    if before == .text(role) {
      return .text(call.turn.say("already", ["record": user.name]), focus: [user.id])
    }
    try call.writing().update(user.id, ["role": .text(role)])
    return .text(
      call.reply(
        "done",
        ["user": user.name, "role": Team.role(.text(role), call), "before": Team.role(before, call)]),
      focus: [user.id])
  }
}

/// Words of the team.
enum Team {
  /// A role in words.
  static func role(_ value: Value?, _ call: Call) -> String {
    guard case .text(let role)? = value else { return "–" }
    return call.wording.has("role.\(role)") ? call.turn.say("role.\(role)") : role
  }

  /// The stored value of a user's field that a slot of that name means.
  static func stored(_ field: FieldID, _ call: Call) -> String? {
    guard case .words(let words)? = call.slots[field.rawValue]?.term else { return nil }
    for span in words.names {
      if case .category("user", field, let stored) = span.target { return stored }
    }
    for case .value("user", field, let stored) in words.meanings { return stored.first }
    return nil
  }
}
