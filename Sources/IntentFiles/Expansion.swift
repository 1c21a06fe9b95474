import Language
import Model
import Values

/// A sentence that a template allows, chosen by chance, and where its own words stand in it.
struct Expansion {
  /// What is written, part by part; `isOwn` for the template's own words.
  private(set) var parts: [(text: String, isOwn: Bool)] = []

  var text: String { parts.reduce("") { $0.joined(to: $1.text) } }

  /// The template's own words and the fillings of its slots; nil where a slot has no sample.
  init?(
    _ template: Template, rules: [String: Template], samples: (String) -> String?, _ dice: inout SplitMix
  ) {
    guard add(template, rules, samples, &dice, depth: 0), !parts.isEmpty else { return nil }
  }

  private mutating func add(
    _ template: Template, _ rules: [String: Template], _ samples: (String) -> String?, _ dice: inout SplitMix,
    depth: Int
  ) -> Bool {
    switch template {
    case .words(let words):
      parts.append((words, true))
      return true
    case .slot(let name):
      guard let sample = samples(name) else { return false }
      parts.append((sample, false))
      return true
    case .optional(let inner):
      guard dice.next(2) == 0 else { return true }
      let before = parts
      if !add(inner, rules, samples, &dice, depth: depth) { parts = before }
      return true
    case .oneOf(let choices):
      return choices.isEmpty || add(choices[dice.next(choices.count)], rules, samples, &dice, depth: depth)
    case .sequence(let inner):
      for part in inner where !add(part, rules, samples, &dice, depth: depth) { return false }
      return true
    case .anyOrder(let inner):
      for part in dice.shuffled(inner) where !add(part, rules, samples, &dice, depth: depth) { return false }
      return true
    case .rule(let name):
      guard depth < 8, let rule = rules[name] else { return false }
      return add(rule, rules, samples, &dice, depth: depth + 1)
    }
  }

  /// The same with one slip of the finger in one of the template's own words of five letters and more: two letters
  /// swapped, one left out, one doubled. nil where there is no such word.
  func mutant(_ dice: inout SplitMix) -> String? {
    var places: [(part: Int, word: Int)] = []
    let words = parts.map { $0.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) }
    for (index, part) in parts.enumerated() where part.isOwn {
      for (place, word) in words[index].enumerated()
      where word.utf8.count >= 5 && word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
        places.append((index, place))
      }
    }
    guard !places.isEmpty else { return nil }
    let chosen = places[dice.next(places.count)]
    var changed = words
    changed[chosen.part][chosen.word] = Expansion.slip(changed[chosen.part][chosen.word], &dice)
    return changed.reduce("") { $0.joined(to: $1.joined(separator: " ")) }
  }

  private static func slip(_ word: String, _ dice: inout SplitMix) -> String {
    var letters = Array(word)
    // The first letter is seldom the wrong one.
    let place = 1 + dice.next(letters.count - 2)
    switch dice.next(3) {
    case 0 where letters[place] != letters[place + 1]: letters.swapAt(place, place + 1)
    case 1: letters.remove(at: place)
    default: letters.insert(letters[place], at: place)
    }
    return String(letters)
  }
}

/// Numbers by chance that are the same for the same seed, on every machine.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to `count` - 1; 0 for none to choose from.
  mutating func next(_ count: Int) -> Int { count > 0 ? Int(next() % UInt64(count)) : 0 }

  mutating func shuffled<T>(_ items: [T]) -> [T] {
    var items = items
    for index in items.indices.dropLast() { items.swapAt(index, index + next(items.count - index)) }
    return items
  }
}
