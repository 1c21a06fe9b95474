import Conversation

/// "start over" and "load the demo" are for an empty database; here there is data.
struct SetUpIntent: IntentHandler {
  static let intents = ["setup"]

  func run(_ call: Call) throws -> Outcome {
    var outcome = Outcome.text(call.turn.say("setup.refused"))
    outcome.status = .denied
    return outcome
  }
}
