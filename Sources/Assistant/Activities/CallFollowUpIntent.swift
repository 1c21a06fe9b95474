import CRM
import Conversation
import Language
import Model
import Values

/// "called Marcus Lee, left voicemail, follow up in 3 days": the call and the follow-up in one transaction, on the
/// contact and the open deal whose primary contact it is.
struct CallFollowUpIntent: IntentHandler {
  static let intents = ["call.followup"]

  func run(_ call: Call) throws -> Outcome {
    let who = try call.record("who")
    let notes = call.optionalText("notes") ?? Call.trimmed(call.turn.text)
    guard let when = try ValueReader(turn: call.turn).moment(try call.value("when")) else {
      throw Interruption.refused(call.turn.say("value.impossible", ["value": call.slots["when"]?.text ?? ""]))
    }
    let interactions = Interactions(call: call)
    let deals = try interactions.openDeals(of: who)
    let logged = try interactions.write("call", with: who, notes: notes, on: deals)
    let subject = call.reply("subject", ["who": who.name])
    var values = interactions.links(to: who, on: deals)
    values.merge(
      ["type": .text("follow-up"), "subject": .text(subject), "due": .moment(when.from), "notes": .text(notes)]
    ) { $1 }
    let planned = try call.writing().create("activity", values)
    let words = [
      "who": who.name, "notes": notes, "when": call.turn.values.moment(when.from.local),
      "deal": deals.first?.name ?? "",
    ]
    var outcome = Outcome.text(
      call.reply(deals.count == 1 ? "linked" : "done", words), focus: [who.id, planned, logged])
    outcome.data = try RecordData(reader: call.reader).json(planned)
    return outcome
  }
}
