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
    for cue in lattice.cues where !isContent(cue.range, texts) && cue.range.upperBound > politeEnd {
      if cue.act == .question, isRequest { continue }
      return cue.act
    }
    if texts.contains(where: endsInNegation) { return .negated }
    if beginsWithCondition { return .hypothetical }
    if !isRequest,
      lattice.reach([.polite, .skip], from: 0).contains(where: { lattice.end(of: .asksFirst, at: $0) != nil })
    {
      return .question
    }
    if !isRequest, endsAsQuestion(texts) { return .question }
    if last.text == "?", !texts.contains(where: { $0.upperBound == tokens.count && isAnnounced($0) }) {
      return isRequest ? .command : .question
    }
    return .command
  }

  /// What the words say that the sentence begins with; a command where they say nothing.
  var opening: SpeechAct {
    if beginsWithCondition { return .hypothetical }
    let starts = lattice.reach([.polite, .skip, .comma], from: 0)
    let cue = lattice.cues.first { starts.contains($0.range.lowerBound) && $0.range.upperBound > politeEnd }
    return cue.map { $0.act == .question && isRequest ? .command : $0.act } ?? .command
  }

  /// 用友不|是…的竞争对手: the last word of a text denies what the template says next.
  private func endsInNegation(_ text: Range<Int>) -> Bool {
    guard text.upperBound < lattice.count, lattice.sentence.tokens[text.upperBound].sort != .mark else { return false }
    return text.contains { lattice.grammar[$0].contains { $0.word == .not && $0.end == text.upperBound } }
  }

  /// 有重点标签|吗: the particle alone asks; 好吗 or 可以吗 is only polite.
  private func endsAsQuestion(_ texts: [Range<Int>]) -> Bool {
    var end = lattice.count
    while end > 0, lattice.sentence.tokens[end - 1].sort == .mark { end -= 1 }
    guard end > 1, lattice.end(of: .requestEnd, at: end - 1) == end, !texts.contains(where: { $0.contains(end - 1) })
    else { return false }
    return !(max(0, end - 4)..<end - 1).contains { start in
      lattice.grammar[start].contains { $0.word == .polite && $0.end == end }
    }
  }

  /// "once legal is happy, …", 等法务同意了再…; "after Friday" and "once a week" only say when.
  var beginsWithCondition: Bool {
    lattice.reach([.polite, .skip, .comma], from: 0).contains { start in
      guard let end = lattice.end(of: .condition, at: start), end < lattice.count else { return false }
      return !(start...end).contains { lattice.has(.time, at: $0) || lattice.has(.ordinal, at: $0) }
    }
  }

  /// Behind a colon or the like: what somebody else asked is content.
  private func isAnnounced(_ text: Range<Int>) -> Bool {
    text.lowerBound > 0 && lattice.sentence.tokens[text.lowerBound - 1].sort == .mark
  }

  /// Inside free text that something announces; a text that begins the sentence may well begin with a cue.
  private func isContent(_ cue: Range<Int>, _ texts: [Range<Int>]) -> Bool {
    texts.contains { $0.overlaps(cue) && $0.lowerBound > 0 }
  }

  /// Where the politeness ends that a sentence begins with: the 不能 of 能不能 denies nothing.
  private var politeEnd: Int { lattice.grammar.first?.filter { $0.word == .polite }.map(\.end).max() ?? 0 }

  /// "could you …?", 能不能…？: a command in the form of a question.
  private var isRequest: Bool {
    lattice.grammar.first?.contains { $0.word == .polite } ?? false
  }
}
