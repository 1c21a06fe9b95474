extension AutomatonBuilder {
  /// The automaton of all templates that were added; `words` is how many words have numbers.
  func automaton(words: Int) -> Automaton {
    var layout = Layout(states)
    let ways = states.indices.map { layout.way(to: Int32($0)) }
    var wordStarts: [Int32] = [0]
    var slotStarts: [Int32] = [0]
    var words32: [Int32] = []
    var slots: [Int32] = []
    var accepts: [Int32] = []
    var acceptances: [Automaton.Accept] = []
    for state in states where Layout.isSolid(state) {
      for edge in state.words { words32 += [edge.word, ways[Int(edge.next)]] }
      for edge in state.slots { slots += [edge.slot, ways[Int(edge.next)]] }
      wordStarts.append(Int32(words32.count))
      slotStarts.append(Int32(slots.count))
      accepts.append(state.accepts == nil ? -1 : Int32(acceptances.count))
      if let accept = state.accepts { acceptances.append(accept) }
    }
    let keyed = AutomatonBuilder.keyed(needs, words: words)
    let needed = AutomatonBuilder.bits(needs)
    return Automaton(
      [
        wordStarts, slotStarts, words32, slots, layout.severalStarts, layout.several, accepts,
        starts.map { ways[Int($0)] }, keyed.starts, keyed.templates, keyed.free, needed.starts, needed.bits,
      ], acceptances: acceptances)
  }

  /// The states that stay, by their new numbers, in the same order.
  private struct Layout {
    private let states: [State]
    private let numbers: [Int32]
    private(set) var severalStarts: [Int32] = [0]
    private(set) var several: [Int32] = []
    private var known: [[Int32]: Int32] = [:]

    init(_ states: [State]) {
      self.states = states
      var count: Int32 = 0
      numbers = states.map { state in
        guard Layout.isSolid(state) else { return -1 }
        defer { count += 1 }
        return count
      }
    }

    static func isSolid(_ state: State) -> Bool {
      !state.words.isEmpty || !state.slots.isEmpty || state.accepts != nil
    }

    /// The states that are reached without a word, the state itself first.
    func closure(of state: Int32) -> [Int32] {
      var found: [Int32] = []
      var seen: Set<Int32> = []
      func visit(_ state: Int32) {
        guard seen.insert(state).inserted else { return }
        if numbers[Int(state)] >= 0 { found.append(numbers[Int(state)]) }
        for next in states[Int(state)].empty { visit(next) }
      }
      visit(state)
      return found
    }

    mutating func way(to state: Int32) -> Int32 {
      let closure = closure(of: state)
      if closure.count == 1 { return closure[0] }
      if let way = known[closure] { return way }
      let way = -Int32(severalStarts.count)
      several += closure
      severalStarts.append(Int32(several.count))
      known[closure] = way
      return way
    }
  }
}
