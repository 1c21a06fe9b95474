import Model
import Values

/// Runs a sentence through the automaton of templates: every template that explains all of it, cheapest first.
struct Matcher {
  struct Match {
    let accept: Automaton.Accept
    let slots: [String: Reading.Filled]
    let cost: Int
    /// The tokens that free text took.
    let texts: [Range<Int>]
    /// The tokens that were passed over, in a tolerant reading.
    let ignored: [Range<Int>]
  }

  private struct Path {
    let parent: Int32
    let slot: String?
    /// What filled the slot; none where the tokens were passed over.
    let option: SlotReader.Option?
    let tokens: Range<Int>
  }

  private struct Active {
    let state: Int32
    let path: Int32
    let cost: Int
  }

  let automaton: Automaton
  let reader: SlotReader
  let numbers: [Int32]
  private var paths: [Path] = []
  private var optionCache: [Place: [SlotReader.Option]] = [:]

  /// What can stand somewhere is read once for all slots of a kind.
  private struct Place: Hashable {
    let kind: SlotDefinition.Kind
    let position: Int
  }
  private var lattice: Lattice { reader.lattice }

  init(automaton: Automaton, reader: SlotReader, numbers: [Int32]) {
    self.automaton = automaton
    self.reader = reader
    self.numbers = numbers
  }

  /// A speech act's words before and after, such as "please" and "thanks", are no part of a template.
  private static let ends: Set<GrammarWord> = [.polite, .skip, .filler, .comma, .then]

  mutating func matches() -> [Match] {
    let count = lattice.count
    var active: [[Int32: Active]] = Array(repeating: [:], count: count + 1)
    for start in starts() {
      for state in automaton.startsByWord[start < count ? numbers[start] : -1] ?? [] {
        offer(Active(state: state, path: -1, cost: start), at: start, &active)
      }
      if start < count {
        for state in automaton.startsBySlot { offer(Active(state: state, path: -1, cost: start), at: start, &active) }
      }
    }
    var found: [Match] = []
    for position in 0..<count {
      for entry in active[position].values.sorted(by: { $0.state < $1.state }) { advance(entry, at: position, &active) }
    }
    for entry in active[count].values {
      if let accept = automaton.states[Int(entry.state)].accepts { found.append(match(accept, entry)) }
    }
    return found.sorted {
      ($0.cost, -$0.accept.weight, $0.accept.intent, $0.accept.place)
        < ($1.cost, -$1.accept.weight, $1.accept.intent, $1.accept.place)
    }
  }

  /// The first token, and those that polite words before leave.
  private func starts() -> [Int] {
    var starts = [0]
    var position = 0
    while position < lattice.count {
      var next = lattice.end(ofAny: lattice.isTolerant ? Matcher.ends.union([.light]) : Matcher.ends, at: position)
      if next == nil, Matcher.isMark(lattice.sentence.tokens[position].text) { next = position + 1 }
      guard let next else { break }
      position = next
      starts.append(position)
    }
    return starts
  }

  private static func isMark(_ text: String) -> Bool { [".", "!", "?", ",", ":", ";", "~", "-", "、"].contains(text) }

  /// Takes a state in if it is the cheapest way there, and those that follow from it without a word.
  private func offer(_ entry: Active, at position: Int, _ active: inout [[Int32: Active]]) {
    if let known = active[position][entry.state], known.cost <= entry.cost { return }
    active[position][entry.state] = entry
    for next in automaton.states[Int(entry.state)].empty {
      offer(Active(state: next, path: entry.path, cost: entry.cost), at: position, &active)
    }
  }

  private mutating func advance(_ entry: Active, at position: Int, _ active: inout [[Int32: Active]]) {
    let state = automaton.states[Int(entry.state)]
    // A template's own words speak for it.
    let worth = lattice.sentence.tokens[position].sort == .ideograph ? 1 : 2
    for edge in state.words where edge.word == numbers[position] {
      offer(Active(state: edge.next, path: entry.path, cost: entry.cost - worth), at: position + 1, &active)
    }
    for (slot, next) in state.slots {
      for option in options(slot, at: position) {
        paths.append(Path(parent: entry.path, slot: slot.name, option: option, tokens: position..<option.end))
        let path = Int32(paths.count - 1)
        offer(Active(state: next, path: path, cost: entry.cost + option.cost), at: option.end, &active)
      }
    }
    let isLast = state.accepts != nil
    let token = lattice.sentence.tokens[position]
    for word in lattice.grammar[position] {
      switch word.word {
      case .skip: offer(Active(state: entry.state, path: entry.path, cost: entry.cost), at: word.end, &active)
      case .filler, .counter:
        if word.word == .counter, !followsNumber(position) { continue }
        offer(Active(state: entry.state, path: entry.path, cost: entry.cost + 2), at: word.end, &active)
      case .light where lattice.isTolerant:
        let price = token.sort == .ideograph ? 3 : 7
        paths.append(Path(parent: entry.path, slot: nil, option: nil, tokens: position..<word.end))
        offer(
          Active(
            state: entry.state, path: Int32(paths.count - 1), cost: entry.cost + price * (word.end - position)),
          at: word.end, &active)
      case .polite where isLast:
        offer(Active(state: entry.state, path: entry.path, cost: entry.cost), at: word.end, &active)
      case .comma:
        offer(Active(state: entry.state, path: entry.path, cost: entry.cost + 1), at: word.end, &active)
      default: break
      }
    }
    if token.sort == .mark, Matcher.isMark(token.text) {
      let isHyphen = token.text == "-" && !token.spaceBefore
      offer(
        Active(state: entry.state, path: entry.path, cost: entry.cost + (isLast || isHyphen ? 0 : 1)), at: position + 1,
        &active)
    }
  }

  private func followsNumber(_ position: Int) -> Bool {
    guard position > 0 else { return false }
    if lattice.sentence.tokens[position - 1].sort == .digits { return true }
    return (max(0, position - 4)..<position).contains { start in
      lattice.edges[start].contains {
        if case .value(let value) = $0.content { value.kind == .number && $0.end == position } else { false }
      }
    }
  }

  private mutating func options(_ slot: SlotDefinition, at position: Int) -> [SlotReader.Option] {
    let key = Place(kind: slot.kind, position: position)
    if let known = optionCache[key] { return known }
    let made = reader.options(slot, at: position)
    optionCache[key] = made
    return made
  }

  private func match(_ accept: Automaton.Accept, _ entry: Active) -> Match {
    var slots: [String: Reading.Filled] = [:]
    var texts: [Range<Int>] = []
    var ignored: [Range<Int>] = []
    var path = entry.path
    while path >= 0 {
      let step = paths[Int(path)]
      if let name = step.slot, let option = step.option {
        slots[name] = Reading.Filled(term: option.term, text: lattice.sentence.written(step.tokens))
        if case .text = option.term { texts.append(step.tokens) }
      } else {
        ignored.append(step.tokens)
      }
      path = step.parent
    }
    return Match(
      accept: accept, slots: slots, cost: entry.cost + (accept.weight == 0 ? 15 : 0), texts: texts,
      ignored: ignored.reversed())
  }
}
