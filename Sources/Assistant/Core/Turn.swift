import Conversation
import Language
import Model
import Recognizers
import Values

/// One message being answered: who says it, when, and what was talked about before.
struct Turn: Sendable {
  let message: Message
  let context: Context
  let session: Session
  let wording: Wording
  let values: ValueText
  let answers: Answers
  /// The sentence that is carried out: the message's, or the one that its answer completes.
  let text: String
  let engine: Engine
  let files: FileFolder
  /// Rings a number, where something can.
  let dial: (@Sendable (String) -> Bool)?

  /// What a sentence of this turn is read in, where only the turn is known.
  var situation: Engine.Situation {
    Engine.Situation(
      values: RecognizerContext(
        now: context.now, languages: wording.language == .english ? [.english, .chinese] : [.chinese, .english],
        currency: context.speaker.currency))
  }

  func say(_ key: String, _ values: [String: String] = [:]) -> String { wording.say(key, values) }
}
