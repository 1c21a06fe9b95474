import Conversation
import Language
import Model
import Values

/// Name, role, team, time zone, language.
struct WhoAmIIntent: IntentHandler {
  static let intents = ["talk.whoami"]

  func run(_ call: Call) throws -> Outcome {
    let me = call.turn.context.speaker
    let text = call.turn.say(
      "whoami",
      [
        "name": me.name, "login": me.login, "role": call.turn.say("role.\(me.role.rawValue)"), "team": me.team,
        "zone": me.zone.identifier, "language": call.turn.say("language.\(me.language)"), "currency": me.currency.code,
      ])
    return .text(
      text,
      data: [
        "kind": "value",
        "value": ["login": .string(me.login), "name": .string(me.name), "role": .string(me.role.rawValue)],
      ])
  }
}

/// An open question is dropped; nothing changes.
struct CancelIntent: IntentHandler {
  static let intents = ["talk.cancel"]

  func run(_ call: Call) throws -> Outcome { .text(call.turn.say("cancelled")) }
}

/// Replies change language from here on.
struct LanguageIntent: IntentHandler {
  static let intents = ["talk.language"]

  func run(_ call: Call) throws -> Outcome {
    let said = NameKey.fold(try call.text("language"))
    guard let code = call.turn.engine.lexicon.language(named: said) else {
      throw Interruption.refused(call.turn.say("language.unknown", ["language": said]))
    }
    var outcome = Outcome.text(call.turn.engine.lexicon.message("language.changed", code))
    outcome.language = code
    return outcome
  }
}
