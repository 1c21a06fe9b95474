import Model

/// What is done by saying the sentence, from the cues that surround it.
///
/// Only cues that do not already keep a template from matching need a look here: a template explains every word, so
/// "I wish we had won" is not "we won".
struct SpeechActReader {
  let lattice: Lattice

  var act: SpeechAct {
    let tokens = lattice.sentence.tokens
    guard let first = tokens.first, let last = tokens.last else { return .command }
    if first.text == "\"", last.text == "\"" { return .quotation }
    if last.text == "?" { return isRequest ? .command : .question }
    return .command
  }

  /// "could you …?", 能不能…？: a command in the form of a question.
  private var isRequest: Bool {
    lattice.grammar.first?.contains { $0.word == .polite } ?? false
  }
}
