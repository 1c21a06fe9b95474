import Model

/// What a sentence may have been meant to say: words that nothing knows are taken for their neighbours among the words
/// of the grammar and the names of records; in Chinese, words are taken for others that sound or look the same.
///
/// It only proposes: whoever reads the sentence takes the proposal that makes the best sense.
struct Spelling {
  /// One place of the sentence, written otherwise.
  struct Mend {
    let tokens: Range<Int>
    let better: String
    let isName: Bool
    /// 0 for the likeliest slip.
    let weight: Int
  }

  let lexicon: Lexicon
  let gazetteer: any Gazetteer

  /// At most so many proposals of one round are read.
  private static let most = 16

  /// Sentences with one word mended; then with two; then with all, the likelier first in each round.
  func rounds(_ lattice: Lattice) throws -> [[Rewriting.Proposal]] {
    let groups = try letterMends(lattice) + ideographMends(lattice)
    guard !groups.isEmpty else { return [] }
    let singles = groups.flatMap(\.self).sorted { $0.weight < $1.weight }.map { [$0] }
    var pairs: [[Mend]] = []
    for (index, first) in groups.enumerated() {
      for second in groups[(index + 1)...] {
        for (a, b) in [(0, 0), (0, 1), (1, 0)] where a < first.count && b < second.count {
          if !first[a].tokens.overlaps(second[b].tokens) { pairs.append([first[a], second[b]]) }
        }
      }
    }
    pairs.sort { $0[0].weight + $0[1].weight < $1[0].weight + $1[1].weight }
    var rounds = [singles, pairs]
    let best = groups.map { $0[0] }
    if (3...4).contains(best.count), zip(best, best.dropFirst()).allSatisfy({ !$0.tokens.overlaps($1.tokens) }) {
      rounds.append([best])
    }
    return rounds.map { $0.prefix(Spelling.most).map { written(lattice.sentence, $0) } }
  }

  func written(_ sentence: Sentence, _ mends: [Mend]) -> Rewriting.Proposal {
    let scalars = Array(sentence.text.unicodeScalars)
    var text = String.UnicodeScalarView()
    var corrections: [Reading.Correction] = []
    var position = 0
    for mend in mends.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
      text.append(contentsOf: scalars[position..<sentence.tokens[mend.tokens.lowerBound].range.lowerBound])
      text.append(contentsOf: mend.better.unicodeScalars)
      position = sentence.tokens[mend.tokens.upperBound - 1].range.upperBound
      corrections.append(.init(written: sentence.written(mend.tokens), read: mend.better, isName: mend.isName))
    }
    text.append(contentsOf: scalars[position...])
    return .init(sentence: Sentence(String(text)), corrections: corrections, cost: 40 * corrections.count)
  }
}
