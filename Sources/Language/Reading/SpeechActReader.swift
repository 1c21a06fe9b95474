import Model

/// What is done by saying the sentence, from the cues that stand in it.
struct SpeechActReader {
  let lattice: Lattice

  /// The act that a reading is said with: a cue in words that the reading takes as free text is content, not a cue.
  /// A report or a command is what is left where no cue says otherwise.
  func act(outside texts: [Range<Int>]) -> SpeechAct {
    let tokens = lattice.sentence.tokens
    guard let first = tokens.first, let last = tokens.last else { return .command }
    if first.text == "\"", last.text == "\"", tokens.count > 2 { return .quotation }
    for cue in lattice.cues where !texts.contains(where: { $0.overlaps(cue.range) }) {
      if cue.act == .question, isRequest { continue }
      return cue.act
    }
    if last.text == "?", !texts.contains(where: { $0.upperBound == tokens.count }) {
      return isRequest ? .command : .question
    }
    return .command
  }

  /// "could you …?", 能不能…？: a command in the form of a question.
  private var isRequest: Bool {
    lattice.grammar.first?.contains { $0.word == .polite } ?? false
  }
}
