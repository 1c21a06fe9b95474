import Conversation
import Model
import Values

/// What a handler answers, and what is talked about from then on.
struct Outcome {
  var status = Reply.Status.ok
  var blocks: [Block] = []
  var data: JSON?
  var suggestions: [Suggestion] = []
  /// The records now talked about, the most important first.
  var focus: [RecordID] = []
  var list: Session.ShownList?
  /// Replies come in this language from now on.
  var language: LanguageCode?

  static func text(_ text: String, data: JSON? = nil, focus: [RecordID] = []) -> Outcome {
    var outcome = Outcome()
    outcome.blocks = [.text(text)]
    outcome.data = data
    outcome.focus = focus
    return outcome
  }
}
