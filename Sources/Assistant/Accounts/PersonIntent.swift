import CRM
import Conversation
import Language
import Model

/// A customer who is a person, not a company.
struct PersonIntent: IntentHandler {
  static let intents = ["person.add"]

  func run(_ call: Call) throws -> Outcome {
    guard let kind = call.schema["account"] else { throw Interruption.ask(slot: "details") }
    return try CreateIntent().make(kind, try values(call), call)
  }

  func values(_ call: Call) throws -> [FieldID: Value] {
    guard let kind = call.schema["account"] else { return [:] }
    var (values, rest) = try CreateIntent().values(of: kind, in: try CreateIntent.particulars(call), call)
    guard rest.isEmpty else {
      throw Interruption.refused(
        call.turn.say("create.unclear", ["text": rest.joined(separator: ", "), "noun": call.wording.noun(kind.id)]))
    }
    values["kind"] = .text("person")
    return values
  }
}
