import Model

/// What stands at each token of a sentence, kept once it was read.
struct FoundAtoms {
  var atoms, joined, words, times: [[TileMaker.Atom]?]
  var figures: [[AtomReader.Figure]?]
  var fields: [[(fields: [Meaning], end: Int)]?]

  init(count: Int) {
    atoms = Array(repeating: nil, count: count)
    (joined, words, times) = (atoms, atoms, atoms)
    figures = Array(repeating: nil, count: count)
    fields = Array(repeating: nil, count: count)
  }
}
