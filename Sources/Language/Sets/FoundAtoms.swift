import Model

/// What stands at each token of a sentence, kept once it was read.
struct FoundAtoms {
  var atoms: [Int: [TileMaker.Atom]] = [:]
  var joined: [Int: [TileMaker.Atom]] = [:]
  var words: [Int: [TileMaker.Atom]] = [:]
  var times: [Int: [TileMaker.Atom]] = [:]
  var figures: [Int: [AtomReader.Figure]] = [:]
  var fields: [Int: [(fields: [Meaning], end: Int)]] = [:]
}
