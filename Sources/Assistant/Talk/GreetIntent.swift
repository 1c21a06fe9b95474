/// "hello", "thanks", "bye": a word back, and a sentence to go on with.
struct GreetIntent: IntentHandler {
  static let intents = ["talk.greet", "talk.thanks"]

  func run(_ call: Call) throws -> Outcome {
    let speaker = call.turn.context.speaker
    let first = speaker.name.split(separator: " ").first.map(String.init)
    return .text(call.reply("done", ["name": first ?? speaker.name]))
  }
}
