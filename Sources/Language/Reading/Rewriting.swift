import Model
import Recognizers

/// The same sentence put otherwise: what was said first moved behind, a pronoun replaced by what it stands for, digits
/// that were spelled out, an apostrophe that was left out.
struct Rewriting {
  struct Proposal {
    let sentence: Sentence
    let corrections: [Reading.Correction]
    /// What it costs to take the sentence so.
    let cost: Int
    /// What is lost of the sentence as it was written.
    var ignored: [String] = []
    /// How the clause is said that is lost, where it is one that only leads to a command.
    var preamble: SpeechAct?
  }

  let lattice: Lattice
  private let words: WordNumbers
  private var tokens: [Token] { lattice.sentence.tokens }

  init(_ lattice: Lattice, words: WordNumbers) {
    self.lattice = lattice
    self.words = words
  }

  func proposals() -> [Proposal] {
    digits() + shows() + Passives(lattice: lattice, words: words).proposals() + topics() + rotations() + possessives()
      + Preambles(lattice: lattice).proposals()
  }

  /// A pronoun behind a first part that names what it stands for.
  var hasTopic: Bool { separators.contains { cut in pronouns(from: cut.next).isEmpty == false } }

  private func text(_ range: Range<Int>) -> String { range.isEmpty ? "" : lattice.sentence.written(range) }

  private func proposal(_ text: String, _ cost: Int, ignored: [String] = []) -> Proposal {
    Proposal(sentence: Sentence(text), corrections: [], cost: cost, ignored: ignored)
  }

  /// However it is asked to be shown something, "I'd like a look at the pipeline", 我想瞧瞧…: as the plainest way, and as
  /// the thing alone.
  private func shows() -> [Proposal] {
    for start in lattice.reach([.polite, .skip, .comma], from: 0) {
      guard let end = lattice.end(of: .show, at: start), end < tokens.count else { continue }
      let rest = text(end..<tokens.count)
      let verb = tokens[end].sort == .ideograph || tokens[start].sort == .ideograph ? "显示" : "show "
      return [proposal(verb + rest, 4), proposal(rest, 6)]
    }
    return []
  }

  // MARK: Two parts

  /// Marks that part a sentence, at most three.
  private var separators: [(end: Int, next: Int)] {
    let marks: Set<String> = [",", ":", ";", "-", "、"]
    var found: [(end: Int, next: Int)] = []
    for (index, token) in tokens.enumerated() where index > 0 && index + 1 < tokens.count && token.sort == .mark {
      guard marks.contains(token.text), token.text != "-" || token.spaceBefore else { continue }
      // Behind "and then" comes another command, not a part of this one.
      let first = lattice.skip([.skip, .comma, .polite], from: index + 1)
      if first < tokens.count, tokens[first].sort != .mark, lattice.end(ofAny: [.and, .then], at: first) != nil {
        continue
      }
      if first < tokens.count { found.append((index, first)) }
      if found.count == 3 { break }
    }
    return found
  }

  /// "to 75k, change the Acme deal": the last part first.
  private func rotations() -> [Proposal] {
    separators.flatMap { cut -> [Proposal] in
      var end = tokens.count
      while end > cut.next, tokens[end - 1].sort == .mark, [".", "?", "!"].contains(tokens[end - 1].text) { end -= 1 }
      guard end > cut.next else { return [] }
      let (first, last) = (text(0..<cut.end), text(cut.next..<end))
      let gap = tokens[cut.next].sort == .ideograph ? "" : " "
      return [proposal(last + gap + first, 6), proposal(last + ", " + first, 8)]
    }
  }

  /// "the Initech pilot, we won it", 晨星科技给它打个标签: what the pronoun stands for takes its place.
  private func topics() -> [Proposal] {
    var found: [Proposal] = []
    for cut in separators {
      for pronoun in pronouns(from: cut.next) {
        if !isClause(0..<cut.end) { found.append(replaced(pronoun, from: cut.next, by: text(0..<cut.end), 4)) }
        if let name = onlyName(before: cut.end), name != 0..<cut.end, isPlain(0..<cut.end) {
          let around = [text(0..<name.lowerBound), text(name.upperBound..<cut.end)].filter { !$0.isEmpty }
          found.append(replaced(pronoun, from: cut.next, by: text(name), 20, ignored: around))
        }
      }
    }
    for end in Set(lattice.edges.first?.filter(isName).map(\.end) ?? []).sorted(by: >) where end < tokens.count {
      for pronoun in pronouns(from: end) where tokens[end].sort != .mark {
        found.append(replaced(pronoun, from: end, by: text(0..<end), 6))
      }
    }
    return found
  }

  private func replaced(
    _ pronoun: Range<Int>, from start: Int, by topic: String, _ cost: Int, ignored: [String] = []
  ) -> Proposal {
    let gap = tokens[pronoun.lowerBound].sort == .ideograph ? "" : " "
    let parts = [text(start..<pronoun.lowerBound), topic, text(pronoun.upperBound..<tokens.count)]
    return proposal(parts.filter { !$0.isEmpty }.joined(separator: gap), cost, ignored: ignored)
  }

  /// The pronouns that stand alone behind a token, the longest of each place.
  private func pronouns(from start: Int) -> [Range<Int>] {
    (start..<max(start, tokens.count)).compactMap { place in
      lattice.end(ofAny: [.it, .them], at: place).map { place..<$0 }
    }
  }

  private func isName(_ edge: LatticeEdge) -> Bool {
    guard case .name(let span) = edge.content, case .records = span.target else { return false }
    return true
  }

  /// The longest stretch before a token that names a record, if it is the only such.
  private func onlyName(before end: Int) -> Range<Int>? {
    var names: [Range<Int>] = []
    for start in 0..<end {
      guard let close = lattice.edges[start].filter(isName).map(\.end).max(), close <= end,
        !names.contains(where: { $0.upperBound >= close })
      else { continue }
      names.append(start..<close)
    }
    return names.count == 1 ? names[0] : nil
  }

  /// Says something of somebody: "Acme rollout is ready".
  private func isClause(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { place in
      tokens[place].sort == .word && lattice.end(ofAny: [.auxiliary, .equals], at: place) != nil
        && tokens[place - 1].text != "'"
    }
  }

  /// Nothing in it makes it something else than a plain statement.
  private func isPlain(_ range: Range<Int>) -> Bool {
    !lattice.cues.contains { $0.range.overlaps(range) }
      && !range.contains { lattice.end(ofAny: [.not, .without, .except], at: $0) != nil }
  }

  // MARK: Single words

  /// "the acme deals close date": the apostrophe that was left out.
  private func possessives() -> [Proposal] {
    tokens.indices.dropLast().compactMap { index in
      let token = tokens[index]
      guard token.sort == .word, token.text.utf8.count > 2, token.text.hasSuffix("s"), tokens[index + 1].sort == .word
      else { return nil }
      let stem = String(token.text.dropLast())
      // A name has most likely a slip in it where it is not written small: "Peter Gibbnos".
      if words.find(token.text) < 0, token.isCapitalised { return nil }
      return proposal(
        [text(0..<index), stem + "'s", text(index + 1..<tokens.count)].filter { !$0.isEmpty }.joined(separator: " "), 8)
    }
  }

  private static let spoken: [String: String] = [
    "零": "0", "〇": "0", "一": "1", "幺": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8",
    "九": "9", "zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9",
  ]

  /// The text with addresses and file names that were dictated put in signs, "ana dot ruiz at acme dot example",
  /// 合同点pdf; nil where there are none.
  func withAddresses() -> String? {
    var result = ""
    var changed = false
    var lastDot = false
    for (index, token) in tokens.enumerated() {
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      let isBetween = index > 0 && next?.sort == .word && [.word, .ideograph].contains(tokens[index - 1].sort)
      let gap = token.spaceBefore && index > 0 ? " " : ""
      if isBetween, token.text == "dot" || token.text == "点" && next?.spaceBefore == false {
        result += "."
        changed = true
        lastDot = true
      } else if isBetween, token.text == "at", tokens.indices.contains(index + 3), tokens[index + 2].text == "dot",
        tokens[index + 3].sort == .word, index >= 2,
        ["dot", "mail", "email", "address"].contains(tokens[index - 2].text)
      {
        result += "@"
        lastDot = true
      } else {
        result += (lastDot ? "" : gap) + text(index..<index + 1)
        lastDot = false
      }
    }
    return changed ? result : nil
  }

  /// Digits said one by one, four and more of them, or one behind a letter: 幺三八…, "Q one".
  private func digits() -> [Proposal] { withDigits(atLeast: 4).map { [proposal($0, 2)] } ?? [] }

  /// The text with digits for those that were said one by one, so many in a row or right behind a letter; nil where
  /// there are none.
  func withDigits(atLeast least: Int) -> String? {
    var result = ""
    var position = 0
    var changed = false
    while position < tokens.count {
      var end = position
      while end < tokens.count, Rewriting.spoken[tokens[end].text] != nil { end += 1 }
      let follows = position > 0 && tokens[position - 1].sort == .word && tokens[position - 1].text.utf8.count == 1
      let gap = position > 0 && tokens[position].spaceBefore && !follows ? " " : ""
      if end - position >= least || end > position && follows && least <= 4 {
        result += gap + tokens[position..<end].compactMap { Rewriting.spoken[$0.text] }.joined()
        changed = true
      } else {
        end = max(end, position + 1)
        result += gap + text(position..<end)
      }
      position = end
    }
    return changed ? result : nil
  }
}
