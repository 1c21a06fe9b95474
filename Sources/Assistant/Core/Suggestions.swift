import Conversation
import Language
import Model

/// Sentences to try.
enum Suggestions {
  static func start(_ turn: Turn) -> [Suggestion] {
    ["suggestion.deals", "suggestion.overdue", "suggestion.help"].map {
      Suggestion(title: turn.say($0), send: turn.say($0))
    }
  }
}
