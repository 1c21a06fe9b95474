import Model
import Values

/// All templates as one nondeterministic automaton over words and slots.
struct Automaton: Sendable {
  struct State: Sendable {
    /// Few each, so that a walk through them is faster than a table.
    var words: [(word: Int32, next: Int32)] = []
    var slots: [(slot: SlotDefinition, next: Int32)] = []
    var empty: [Int32] = []
    /// Which template ends here.
    var accepts: Accept?
  }

  struct Accept: Sendable {
    let intent: Int
    let place: Int
    let language: LanguageCode
    /// Letters that the template asks for at the least: more of them is more specific.
    let weight: Int
  }

  private(set) var states: [State] = []
  /// Where templates that can begin with a word begin.
  private(set) var startsByWord: [Int32: [Int32]] = [:]
  /// Where templates begin that can begin with a slot.
  private(set) var startsBySlot: [Int32] = []

  /// Adds one template; an unknown rule or slot in it makes it unmatchable (the check reports such).
  mutating func add(
    _ template: Template, intent: Int, place: Int, language: LanguageCode, rules: [String: Template],
    definition: IntentDefinition, words: inout WordNumbers
  ) {
    // Without a word of its own, a template must have slots that only the right words can fill.
    let weight = Automaton.weight(template, rules, 0)
    guard weight > 0 || definition.slots.allSatisfy({ $0.kind.isClosed }) else { return }
    let start = newState()
    guard let end = build(template, from: start, rules, definition, &words, depth: 0) else { return }
    states[Int(end)].accepts = Accept(
      intent: intent, place: place, language: language, weight: weight)
    var firstWords: Set<Int32> = []
    var beginsWithSlot = false
    var seen: Set<Int32> = []
    var open = [start]
    while let state = open.popLast() {
      guard seen.insert(state).inserted else { continue }
      for edge in states[Int(state)].words { firstWords.insert(edge.word) }
      if !states[Int(state)].slots.isEmpty { beginsWithSlot = true }
      open += states[Int(state)].empty
    }
    for word in firstWords { startsByWord[word, default: []].append(start) }
    if beginsWithSlot { startsBySlot.append(start) }
  }

  private mutating func newState() -> Int32 {
    states.append(State())
    return Int32(states.count - 1)
  }

  private mutating func build(
    _ template: Template, from start: Int32, _ rules: [String: Template], _ definition: IntentDefinition,
    _ words: inout WordNumbers, depth: Int
  ) -> Int32? {
    guard depth < 24 else { return nil }
    switch template {
    case .words(let text): return addWords(text, from: start, to: nil, &words)
    case .slot(let name):
      guard let slot = definition.slot(name) else { return nil }
      let next = newState()
      states[Int(start)].slots.append((slot, next))
      return next
    case .rule(let name):
      guard let rule = rules[name] else { return nil }
      return build(rule, from: start, rules, definition, &words, depth: depth + 1)
    case .optional(let inner):
      guard let end = build(inner, from: start, rules, definition, &words, depth: depth + 1) else { return nil }
      if end != start { states[Int(start)].empty.append(end) }
      return end
    case .sequence(let parts):
      var state = start
      for part in parts {
        guard let next = build(part, from: state, rules, definition, &words, depth: depth + 1) else { return nil }
        state = next
      }
      return state
    case .oneOf(let choices):
      let end = newState()
      for choice in choices {
        // Nothing in a template repeats, so that choices may share their first state, and their last.
        if case .words(let text) = choice {
          addWords(text, from: start, to: end, &words)
          continue
        }
        guard let last = build(choice, from: start, rules, definition, &words, depth: depth + 1) else { return nil }
        states[Int(last)].empty.append(end)
      }
      return end
    case .anyOrder(let parts):
      let orders = Automaton.permutations(parts).map { Template.sequence($0) }
      return build(.oneOf(orders), from: start, rules, definition, &words, depth: depth + 1)
    }
  }

  /// The state behind the words: `end`, if it is given.
  @discardableResult
  private mutating func addWords(
    _ text: String, from start: Int32, to end: Int32?, _ words: inout WordNumbers
  ) -> Int32 {
    var numbers: [Int32] = []
    if !words.number(simple: text, into: &numbers) { numbers = Sentence(text).tokens.map { words.number($0.text) } }
    var state = start
    for (index, number) in numbers.enumerated() {
      let next = index == numbers.count - 1 ? end ?? newState() : newState()
      states[Int(state)].words.append((number, next))
      state = next
    }
    if numbers.isEmpty, let end { states[Int(start)].empty.append(end) }
    return numbers.isEmpty ? end ?? start : state
  }

  private static func permutations(_ parts: [Template]) -> [[Template]] {
    guard parts.count > 1, parts.count <= 4 else { return [parts] }
    return parts.indices.flatMap { index in
      var rest = parts
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  private static func weight(_ template: Template, _ rules: [String: Template], _ depth: Int) -> Int {
    switch template {
    case .words(let text):
      text.unicodeScalars.count { $0 == "=" || NameKey.isLetter($0) || NameKey.isDigit($0) || NameKey.isIdeograph($0) }
    case .slot, .optional: 0
    case .rule(let name): depth > 20 ? 0 : rules[name].map { weight($0, rules, depth + 1) } ?? 0
    case .sequence(let parts), .anyOrder(let parts): parts.map { weight($0, rules, depth) }.reduce(0, +)
    case .oneOf(let choices): choices.map { weight($0, rules, depth) }.min() ?? 0
    }
  }
}
