import Model

/// Takes words that nothing knows for their nearest neighbours among the words of the grammar.
struct Spelling {
  let lexicon: Lexicon

  /// The sentence with its unknown words mended; nil where nothing can be.
  func mend(_ lattice: Lattice) -> (Sentence, [Reading.Correction])? {
    var corrections: [Reading.Correction] = []
    var text = ""
    var position = 0
    let scalars = Array(lattice.sentence.text.unicodeScalars)
    for (index, token) in lattice.sentence.tokens.enumerated() {
      guard token.sort == .word, token.text.utf8.count >= 4, lexicon.words.find(token.text) < 0,
        !isCovered(index, lattice), let better = nearest(token.text)
      else { continue }
      text.unicodeScalars.append(contentsOf: scalars[position..<token.range.lowerBound])
      text += better
      position = token.range.upperBound
      corrections.append(.init(written: lattice.sentence.written(index..<index + 1), read: better))
    }
    guard !corrections.isEmpty, corrections.count <= 3 else { return nil }
    text.unicodeScalars.append(contentsOf: scalars[position...])
    return (Sentence(text), corrections)
  }

  /// Part of a name, a value or a quotation.
  private func isCovered(_ index: Int, _ lattice: Lattice) -> Bool {
    for start in 0...index {
      for edge in lattice.edges[start] where edge.end > index {
        switch edge.content {
        case .name, .value: return true
        default: continue
        }
      }
    }
    return false
  }

  /// The one known word at the least distance: one edit, or two in words of eight letters and more.
  private func nearest(_ word: String) -> String? {
    let letters = Array(word.utf8)
    let limit = letters.count >= 8 ? 2 : 1
    var best: (word: String, distance: Int)?
    var isTied = false
    for candidate in lexicon.words.words {
      let other = Array(candidate.utf8)
      guard abs(other.count - letters.count) <= limit, other.count >= 3 else { continue }
      let distance = EditDistance.between(letters, other, limit: limit)
      guard distance <= limit else { continue }
      if distance < best?.distance ?? .max {
        best = (candidate, distance)
        isTied = false
      } else if distance == best?.distance, candidate != best?.word {
        isTied = !(isLikelier(letters, other, Array((best?.word ?? "").utf8)))
        if !isTied { best = (candidate, distance) }
      }
    }
    return isTied ? nil : best?.word
  }

  /// People seldom miss the first letter.
  private func isLikelier(_ word: [UInt8], _ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.first == word.first && b.first != word.first
  }
}
