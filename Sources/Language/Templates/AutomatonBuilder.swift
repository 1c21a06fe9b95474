import Model
import Values

/// Makes an automaton of templates, one after another.
struct AutomatonBuilder {
  struct State {
    var words: [(word: Int32, next: Int32)] = []
    /// Slots by their numbers in the whole catalogue.
    var slots: [(slot: Int32, next: Int32)] = []
    var empty: [Int32] = []
    /// Which template ends here.
    var accepts: Automaton.Accept?
  }

  private(set) var states: [State] = []
  /// Where each template begins.
  private(set) var starts: [Int32] = []
  /// Of each template: words of which it needs one, in sets.
  private(set) var needs: [[Set<Int32>]] = []
  /// The number of the first slot of each intent.
  private let firstSlots: [Int]

  init(_ intents: [IntentDefinition]) {
    var count = 0
    firstSlots = intents.map { intent in
      defer { count += intent.slots.count }
      return count
    }
  }

  /// Adds one template; an unknown rule or slot in it makes it unmatchable (the check reports such).
  mutating func add(
    _ template: Template, intent: Int, place: Int, language: LanguageCode, rules: [String: Template],
    definition: IntentDefinition, isBare: Bool = false, words: inout WordNumbers
  ) {
    // Without a word of its own, a template must have slots that only the right words can fill.
    let weight = AutomatonBuilder.weight(template, rules, 0)
    let isOwn = AutomatonBuilder.weight(template, rules, 0, countsMarks: true) > 0
    guard isOwn || definition.slots.allSatisfy({ $0.kind.isClosed }) else { return }
    let start = newState()
    guard let end = build(template, from: start, rules, definition, firstSlots[intent], &words, depth: 0) else {
      return
    }
    states[Int(end)].accepts = Automaton.Accept(
      intent: intent, place: place, language: language, weight: weight, isBare: isBare)
    starts.append(start)
    needs.append(AutomatonBuilder.needs(template, rules, &words))
  }

  private mutating func newState() -> Int32 {
    states.append(State())
    return Int32(states.count - 1)
  }

  private mutating func build(
    _ template: Template, from start: Int32, _ rules: [String: Template], _ definition: IntentDefinition,
    _ firstSlot: Int, _ words: inout WordNumbers, depth: Int
  ) -> Int32? {
    guard depth < 24 else { return nil }
    switch template {
    case .words(let text): return addWords(text, from: start, to: nil, &words)
    case .slot(let name):
      guard let index = definition.slots.firstIndex(where: { $0.name == name }) else { return nil }
      let next = newState()
      states[Int(start)].slots.append((Int32(firstSlot + index), next))
      return next
    case .rule(let name):
      guard let rule = rules[name] else { return nil }
      return build(rule, from: start, rules, definition, firstSlot, &words, depth: depth + 1)
    case .optional(let inner):
      guard let end = build(inner, from: start, rules, definition, firstSlot, &words, depth: depth + 1) else {
        return nil
      }
      if end != start { states[Int(start)].empty.append(end) }
      return end
    case .sequence(let parts):
      var state = start
      for part in parts {
        guard let next = build(part, from: state, rules, definition, firstSlot, &words, depth: depth + 1) else {
          return nil
        }
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
        guard let last = build(choice, from: start, rules, definition, firstSlot, &words, depth: depth + 1) else {
          return nil
        }
        states[Int(last)].empty.append(end)
      }
      return end
    case .anyOrder(let parts):
      let orders = AutomatonBuilder.permutations(parts).map { Template.sequence($0) }
      return build(.oneOf(orders), from: start, rules, definition, firstSlot, &words, depth: depth + 1)
    }
  }

  /// The state behind the words: `end`, if it is given.
  @discardableResult
  private mutating func addWords(
    _ text: String, from start: Int32, to end: Int32?, _ words: inout WordNumbers
  ) -> Int32 {
    let numbers = AutomatonBuilder.numbers(of: text, &words)
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

  /// Letters and ideographs that every way through the template asks for; marks too, if they count.
  private static func weight(
    _ template: Template, _ rules: [String: Template], _ depth: Int, countsMarks: Bool = false
  ) -> Int {
    func inner(_ template: Template) -> Int { weight(template, rules, depth + 1, countsMarks: countsMarks) }
    switch template {
    case .words(let text):
      return text.unicodeScalars.count {
        NameKey.isLetter($0) || NameKey.isDigit($0) || NameKey.isIdeograph($0)
          || countsMarks && !$0.properties.isWhitespace
      }
    case .slot, .optional: return 0
    case .rule(let name): return depth > 40 ? 0 : rules[name].map(inner) ?? 0
    case .sequence(let parts), .anyOrder(let parts): return parts.map(inner).reduce(0, +)
    case .oneOf(let choices): return choices.map(inner).min() ?? 0
    }
  }
}
