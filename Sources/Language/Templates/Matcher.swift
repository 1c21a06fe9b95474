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

  /// A slot that was filled on the way, or light words that were passed over; what came before stands in its parents.
  private struct Path {
    let parent: Int32
    let slot: Int32
    /// What filled the slot, by its place among all options; -1 where the tokens were passed over.
    let option: Int32
    let start, end: Int32
  }

  /// The cheapest way to a state at a token.
  private struct Active {
    let state: Int32
    var path: Int32
    var cost: Int
  }

  /// A word that may be passed over at a price.
  struct Pass {
    let end: Int
    let cost: Int
    /// Behind a whole template.
    let costAtEnd: Int
    /// Nowhere else.
    var isOnlyAtEnd = false
    /// It is told which words were passed over.
    var isNoted = false
  }

  let lexicon: Lexicon
  let numbers: [Int32]
  /// Matches that cost as much or more are of no use.
  let limit: Int
  private let automaton: Automaton
  private let lattice: Lattice
  private let passes: [[Pass]]
  private var outlook: Outlook
  private var options: OptionTable
  private var isIdeograph: [Bool]
  private var paths: [Path] = []
  /// By token.
  private var active: [[Active]]
  /// Where in `active` a state at a token stands.
  private var places = NumberTable(capacity: 1 << 9)

  init(lexicon: Lexicon, reader: SlotReader, numbers: [Int32], limit: Int) {
    self.limit = limit
    self.lexicon = lexicon
    self.numbers = numbers
    automaton = lexicon.automaton
    let lattice = reader.lattice
    self.lattice = lattice
    passes = lattice.sentence.tokens.indices.map { Matcher.passes(at: $0, lattice) }
    options = OptionTable(lexicon, reader)
    outlook = Outlook(lexicon, lattice, numbers: numbers, passes: passes)
    isIdeograph = lattice.sentence.tokens.map { $0.sort == .ideograph }
    active = Array(repeating: [], count: lattice.count + 1)
  }

  /// A speech act's words before and after, such as "please" and "thanks", are no part of a template.
  private static let ends: GrammarSet = [.polite, .skip, .filler, .comma, .then]

  mutating func matches() -> [Match] {
    let count = lattice.count
    let starts = starts()
    automaton.forEachTemplate(of: numbers) { begin(at: automaton.beginnings[$0], starts) }
    for position in 0..<count where !active[position].isEmpty {
      for entry in active[position].sorted(by: { $0.state < $1.state }) { advance(entry, at: position) }
    }
    var found: [Match] = []
    for entry in active[count] where automaton.accepts[Int(entry.state)] >= 0 {
      if let match = match(automaton.acceptance(automaton.accepts[Int(entry.state)]), entry) {
        found.append(match)
      }
    }
    return found.sorted {
      ($0.cost, -$0.accept.weight, $0.accept.intent, $0.accept.place)
        < ($1.cost, -$1.accept.weight, $1.accept.intent, $1.accept.place)
    }
  }

  /// Takes a template up wherever it can begin, with a slot or with the word that stands there.
  private mutating func begin(at way: Int32, _ starts: [Int]) {
    for start in starts {
      var begins = false
      automaton.forEach(at: way) { state in
        begins =
          begins || start < lattice.count && automaton.hasSlots(state)
          || automaton.leaves(state, start < lattice.count ? numbers[start] : -1)
      }
      guard begins else { continue }
      automaton.forEach(at: way) { offer($0, -1, start, at: start) }
    }
  }

  /// The first token, and those that polite words before leave.
  private func starts() -> [Int] {
    let ends = lattice.isTolerant ? Matcher.ends.union([.light]) : Matcher.ends
    var starts = [0]
    var index = 0
    while index < starts.count, starts.count < 12 {
      let position = starts[index]
      index += 1
      guard position < lattice.count else { continue }
      var next = lattice.grammar[position].filter { ends.contains($0.word) }.map(\.end)
      if next.isEmpty, Matcher.isMark(lattice.sentence.tokens[position].text) { next = [position + 1] }
      for end in next where !starts.contains(end) { starts.append(end) }
    }
    return starts.sorted()
  }

  private static func isMark(_ text: String) -> Bool { [".", "!", "?", ",", ":", ";", "~", "-", "、"].contains(text) }

  /// Below the limit, if all tokens to come were words of the template; a description may cost a little less than
  /// nothing.
  @inline(__always) private func canEnd(_ cost: Int, from position: Int) -> Bool {
    cost - 2 * (numbers.count - position) < limit + 20
  }

  /// Takes a state in if it is the cheapest way there, and the rest of the sentence can follow.
  private mutating func offer(_ state: Int32, _ path: Int32, _ cost: Int, at position: Int) {
    guard canEnd(cost, from: position), outlook.isOpen(state, at: position) else { return }
    let key = UInt64(position) << 32 | UInt64(state)
    let next = Int32(active[position].count)
    let place = places.value(key, else: next)
    if place == next {
      active[position].append(Active(state: state, path: path, cost: cost))
    } else if active[position][Int(place)].cost > cost {
      active[position][Int(place)].cost = cost
      active[position][Int(place)].path = path
    }
  }

  private mutating func advance(_ entry: Active, at position: Int) {
    let state = Int(entry.state)
    let number = numbers[position]
    if number >= 0 {
      // A template's own words speak for it.
      let cost = entry.cost - (isIdeograph[position] ? 1 : 2)
      for edge in automaton.wordEdges(of: entry.state) where automaton.words[edge] == number {
        automaton.forEach(at: automaton.words[edge + 1]) { offer($0, entry.path, cost, at: position + 1) }
      }
    }
    for edge in automaton.slotEdges(of: entry.state) {
      fill(automaton.slots[edge], entry, at: position, way: automaton.slots[edge + 1])
    }
    if passes[position].isEmpty { return }
    let isLast = automaton.accepts[state] >= 0
    for pass in passes[position] where isLast || !pass.isOnlyAtEnd {
      var path = entry.path
      if pass.isNoted {
        path = Int32(paths.count)
        paths.append(
          Path(parent: entry.path, slot: -1, option: -1, start: Int32(position), end: Int32(pass.end)))
      }
      offer(entry.state, path, entry.cost + (isLast ? pass.costAtEnd : pass.cost), at: pass.end)
    }
  }

  /// Goes on with whatever can fill a slot at a token.
  private mutating func fill(_ slot: Int32, _ entry: Active, at position: Int, way: Int32) {
    for set in options.setEnds(ofSlot: Int(slot), at: position) where isOpen(way, at: set.end) {
      if let place = options.place(ofSlot: Int(slot), at: position, set: set) {
        fill(slot, entry, at: position, way: way, with: place)
      }
    }
    for place in options.places(ofSlot: Int(slot), at: position) {
      fill(slot, entry, at: position, way: way, with: place)
    }
  }

  private mutating func isOpen(_ way: Int32, at position: Int) -> Bool {
    var found = false
    automaton.forEach(at: way) { found = found || outlook.isOpen($0, at: position) }
    return found
  }

  private mutating func fill(_ slot: Int32, _ entry: Active, at position: Int, way: Int32, with place: Int) {
    let (end, cost) = options.step(place)
    guard canEnd(entry.cost + cost, from: end) else { return }
    var path: Int32 = -1
    automaton.forEach(at: way) { state in
      guard outlook.isOpen(state, at: end) else { return }
      if path < 0 {
        path = Int32(paths.count)
        paths.append(
          Path(parent: entry.path, slot: slot, option: Int32(place), start: Int32(position), end: Int32(end)))
      }
      offer(state, path, entry.cost + cost, at: end)
    }
  }

  /// nil where nothing speaks for a template: no word of its own, and a slot that anything could fill.
  private func match(_ accept: Automaton.Accept, _ entry: Active) -> Match? {
    var slots: [String: Reading.Filled] = [:]
    var texts: [Range<Int>] = []
    var ignored: [Range<Int>] = []
    var isUnsure = false
    var path = entry.path
    while path >= 0 {
      let step = paths[Int(path)]
      let tokens = Int(step.start)..<Int(step.end)
      if step.option >= 0 {
        let (term, isText) = options.term(Int(step.option), at: tokens.lowerBound)
        slots[lexicon.slots[Int(step.slot)].name] = Reading.Filled(term: term, text: lattice.sentence.written(tokens))
        if isText { texts.append(tokens) }
        // The name of a language is known, whatever else its word may be.
        if lexicon.slotSorts[Int(step.slot)] != .anything(isLanguage: true) {
          isUnsure = isUnsure || term.isStrange || term.isOverdone
        }
      } else {
        ignored.append(tokens)
      }
      path = step.parent
    }
    if accept.weight == 0, isUnsure { return nil }
    return Match(
      accept: accept, slots: slots,
      cost: entry.cost + (accept.weight == 0 ? 15 : 0) + (accept.isBare ? 3 + min(accept.place, 4) : 0), texts: texts,
      ignored: ignored.reversed())
  }
}

extension Matcher {
  /// What may be passed over at a token.
  private static func passes(at position: Int, _ lattice: Lattice) -> [Pass] {
    var passes: [Pass] = []
    let token = lattice.sentence.tokens[position]
    for word in lattice.grammar[position] {
      switch word.word {
      case .skip: passes.append(Pass(end: word.end, cost: 0, costAtEnd: 0))
      case .filler: passes.append(Pass(end: word.end, cost: 2, costAtEnd: 2))
      case .counter where followsNumber(position, lattice): passes.append(Pass(end: word.end, cost: 2, costAtEnd: 2))
      case .light where lattice.isTolerant:
        let price = (token.sort == .ideograph ? 3 : 7) * (word.end - position)
        passes.append(Pass(end: word.end, cost: price, costAtEnd: price, isNoted: true))
      case .polite: passes.append(Pass(end: word.end, cost: 0, costAtEnd: 0, isOnlyAtEnd: true))
      case .comma: passes.append(Pass(end: word.end, cost: 1, costAtEnd: 1))
      default: break
      }
    }
    if token.sort == .mark, Matcher.isMark(token.text), !isInsideWord(position, lattice), !isSign(position, lattice) {
      let isHyphen = token.text == "-" && !token.spaceBefore
      passes.append(Pass(end: position + 1, cost: isHyphen ? 0 : 1, costAtEnd: 0))
    }
    return passes
  }

  /// The minus of "-40k", which is a value with what follows.
  private static func isSign(_ position: Int, _ lattice: Lattice) -> Bool {
    lattice.sentence.tokens[position].text == "-"
      && lattice.edges[position].contains { if case .value = $0.content { true } else { false } }
  }

  /// The point of "contract.pdf".
  private static func isInsideWord(_ position: Int, _ lattice: Lattice) -> Bool {
    let tokens = lattice.sentence.tokens
    guard tokens[position].text == ".", !tokens[position].spaceBefore, position > 0, position + 1 < tokens.count else {
      return false
    }
    return !tokens[position + 1].spaceBefore && tokens[position + 1].sort == .word
      && tokens[position - 1].sort == .word
  }

  private static func followsNumber(_ position: Int, _ lattice: Lattice) -> Bool {
    guard position > 0 else { return false }
    if lattice.sentence.tokens[position - 1].sort == .digits { return true }
    return (max(0, position - 4)..<position).contains { start in
      lattice.edges[start].contains {
        if case .value(let value) = $0.content { value.kind == .number && $0.end == position } else { false }
      }
    }
  }
}
