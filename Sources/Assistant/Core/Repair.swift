import CRM
import Conversation
import Language
import Model
import Values

/// "no, I meant Initech", "make that 80k": the last sentence again, with one part of it replaced.
struct Repair {
  let round: Round
  let turn: Turn

  func run(_ correction: String) throws -> Reply {
    guard let last = turn.session.last else { throw Interruption.nothingMeant(slot: "correction") }
    let replaced: String? = try round.assistant.store.read(round.context) { reader in
      try turn.engine.replacing(in: last.text, with: correction, gazetteer: reader, round.situation(turn))
    }
    guard let sentence = replaced else {
      throw Interruption.refused(turn.say("repair.unclear", ["correction": correction, "sentence": last.text]))
    }
    if last.changed, !round.message.isExplain {
      let command = Command(
        intent: "talk.undo", sentence: turn.text, conversation: round.message.conversation, message: nil)
      _ = try round.assistant.store.undo(round.context, command)
    }
    return try round.carryOut(sentence, Answers())
  }
}
