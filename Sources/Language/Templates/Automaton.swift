import Model
import Values

/// All templates as one nondeterministic automaton over words and slots.
struct Automaton: Sendable {
  struct State: Sendable {
    /// Word number → next states.
    var words: [Int32: [Int32]] = [:]
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
      firstWords.formUnion(states[Int(state)].words.keys)
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
    case .words(let text):
      var state = start
      for token in Sentence(text).tokens {
        let next = newState()
        states[Int(state)].words[words.number(token.text), default: []].append(next)
        state = next
      }
      return state
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
        let begin = newState()
        states[Int(start)].empty.append(begin)
        guard let last = build(choice, from: begin, rules, definition, &words, depth: depth + 1) else { return nil }
        states[Int(last)].empty.append(end)
      }
      return end
    case .anyOrder(let parts):
      let orders = Automaton.permutations(parts).map { Template.sequence($0) }
      return build(.oneOf(orders), from: start, rules, definition, &words, depth: depth + 1)
    }
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
    case .words(let text): text.unicodeScalars.count { NameKey.isLetter($0) || NameKey.isDigit($0) || NameKey.isIdeograph($0) }
    case .slot, .optional: 0
    case .rule(let name): depth > 20 ? 0 : rules[name].map { weight($0, rules, depth + 1) } ?? 0
    case .sequence(let parts), .anyOrder(let parts): parts.map { weight($0, rules, depth) }.reduce(0, +)
    case .oneOf(let choices): choices.map { weight($0, rules, depth) }.min() ?? 0
    }
  }
}
