import Model

/// The plain command behind one that is put as a question: "would you mind showing me …", 能把…推进到谈判吗？
struct Requests {
  let lattice: Lattice
  let words: WordNumbers

  private var tokens: [Token] { lattice.sentence.tokens }

  /// The sentence as a command; nil where it is not put so. What stands before and behind stays.
  func plain() -> String? {
    for position in lattice.reach([.polite, .skip, .comma], from: 0) {
      if let text = withoutGerund(from: position) ?? withoutFrame(from: position) { return text }
    }
    return nil
  }

  private func text(_ range: Range<Int>) -> String { range.isEmpty ? "" : lattice.sentence.written(range) }

  /// 能|把…推进到谈判阶段|吗？
  private func withoutFrame(from start: Int) -> String? {
    guard let begin = lattice.end(of: .requestBegin, at: start), begin < tokens.count else { return nil }
    for place in begin..<tokens.count {
      guard let end = lattice.end(of: .requestEnd, at: place), place > begin else { continue }
      guard end == tokens.count || tokens[end].sort == .mark else { continue }
      var next = end
      var mark = "，"
      while next < tokens.count, tokens[next].sort == .mark {
        if tokens[next].text == ":" { mark = "：" }
        next += 1
      }
      let command = text(0..<start) + text(begin..<place)
      return next == tokens.count ? command : command + mark + text(next..<tokens.count)
    }
    return nil
  }

  /// "would you mind |showing": the verb as it stands in a command.
  private func withoutGerund(from start: Int) -> String? {
    guard let verb = lattice.end(of: .gerundAfter, at: start), verb < tokens.count,
      let base = EnglishVerbs.base(ofGerund: tokens[verb].text, isKnown: { words.find($0) >= 0 })
    else { return nil }
    return [text(0..<start), base, text(verb + 1..<tokens.count)].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
