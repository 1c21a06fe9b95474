import Model
import Recognizers

/// All that stands anywhere in one sentence: grammar words, vocabulary, recognised values, names and codes.
struct Lattice: Sendable {
  let sentence: Sentence
  /// By the token they start at.
  private(set) var edges: [[LatticeEdge]]
  /// For each token, the grammar words that are this one token or begin here: word → ends.
  private(set) var grammar: [[(word: GrammarWord, end: Int)]]

  /// The same words, without their ends.
  private var masks: [GrammarSet]

  /// By token: what sorts of things begin there.
  private var sorts: [LatticeEdge.Sorts]

  /// Words that make a clause something else than a command or a report.
  private(set) var cues: [(act: SpeechAct, range: Range<Int>)] = []

  /// Words that carry little may be passed over: what a sentence is read with that makes no sense otherwise.
  var isTolerant = false

  var count: Int { sentence.tokens.count }

  init(_ sentence: Sentence) {
    self.sentence = sentence
    edges = Array(repeating: [], count: sentence.tokens.count)
    grammar = Array(repeating: [], count: sentence.tokens.count)
    masks = Array(repeating: [], count: sentence.tokens.count)
    sorts = Array(repeating: [], count: sentence.tokens.count)
  }

  mutating func add(_ edge: LatticeEdge, at start: Int) {
    if case .grammar(let word) = edge.content {
      grammar[start].append((word, edge.end))
      masks[start].insert(word)
    } else {
      edges[start].append(edge)
      sorts[start].formUnion(edge.content.sorts)
    }
  }

  /// Takes words away that begin at a token.
  mutating func remove(_ words: GrammarSet, at start: Int) {
    guard !masks[start].isDisjoint(with: words) else { return }
    grammar[start].removeAll { words.contains($0.word) }
    masks[start].subtract(words)
  }

  /// Something of one of these sorts begins at a token.
  @inline(__always) func has(_ wanted: LatticeEdge.Sorts, at position: Int) -> Bool {
    !sorts[position].isDisjoint(with: wanted)
  }

  /// One of these grammar words begins at a token.
  @inline(__always) func has(_ words: GrammarSet, at position: Int) -> Bool {
    !masks[position].isDisjoint(with: words)
  }

  mutating func add(_ cue: SpeechAct, _ range: Range<Int>) { cues.append((cue, range)) }

  /// Something stands over every token, or it is a mark, which a sentence may have anywhere.
  var isCovered: Bool {
    var end = 0
    for position in 0..<count {
      for edge in edges[position] { end = max(end, edge.end) }
      for entry in grammar[position] { end = max(end, entry.end) }
      if end <= position, sentence.tokens[position].sort != .mark { return false }
    }
    return true
  }

  /// The longest end of this grammar word at a token, or nil.
  func end(of word: GrammarWord, at position: Int) -> Int? {
    guard position < count, masks[position].contains(word) else { return nil }
    var best: Int?
    for entry in grammar[position] where entry.word == word { best = max(best ?? 0, entry.end) }
    return best
  }

  /// The longest end of any of these grammar words at a token, or nil.
  func end(ofAny words: GrammarSet, at position: Int) -> Int? {
    guard position < count, !masks[position].isDisjoint(with: words) else { return nil }
    var best: Int?
    for entry in grammar[position] where words.contains(entry.word) { best = max(best ?? 0, entry.end) }
    return best
  }

  /// Every position that runs of these words lead to from `position`, itself included, the nearest first.
  func reach(_ words: GrammarSet, from position: Int) -> [Int] {
    var found = [position]
    var index = 0
    while index < found.count, found.count < 8 {
      let here = found[index]
      index += 1
      guard here < count else { continue }
      for entry in grammar[here] where words.contains(entry.word) && !found.contains(entry.end) {
        found.append(entry.end)
      }
    }
    return found.sorted()
  }

  /// The position after any run of these words from `position`.
  func skip(_ words: GrammarSet, from position: Int) -> Int {
    var position = position
    while let end = end(ofAny: words, at: position) { position = end }
    return position
  }
}
