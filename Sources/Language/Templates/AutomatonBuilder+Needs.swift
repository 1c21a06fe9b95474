extension AutomatonBuilder {
  /// Words of which every sentence of a template holds at least one: a set for each place at which that is so.
  static func needs(
    _ template: Template, _ rules: [String: Template], _ words: inout WordNumbers, depth: Int = 0
  ) -> [Set<Int32>] {
    guard depth < 24 else { return [] }
    switch template {
    case .words(let text): return numbers(of: text, &words).map { [$0] }
    case .slot, .optional: return []
    case .rule(let name): return rules[name].map { needs($0, rules, &words, depth: depth + 1) } ?? []
    case .sequence(let parts), .anyOrder(let parts):
      return parts.flatMap { needs($0, rules, &words, depth: depth + 1) }
    case .oneOf(let choices):
      var union: Set<Int32> = []
      for choice in choices {
        let smallest = needs(choice, rules, &words, depth: depth + 1).min { $0.count < $1.count }
        guard let smallest else { return [] }
        union.formUnion(smallest)
      }
      return union.isEmpty ? [] : [union]
    }
  }

  /// The words of a piece of a template, numbered.
  static func numbers(of text: String, _ words: inout WordNumbers) -> [Int32] {
    var numbers: [Int32] = []
    if words.number(simple: text, into: &numbers) { return numbers }
    return Sentence(text).tokens.map { words.number($0.text) }
  }

  /// For each word, the templates that are looked at only where one of their rarest words stands in the sentence; and
  /// those that need no word.
  static func keyed(_ needs: [[Set<Int32>]], words: Int) -> (starts: [Int32], templates: [Int32], free: [Int32]) {
    var uses = [Int](repeating: 0, count: words)
    for groups in needs {
      for word in groups.reduce(into: Set<Int32>(), { $0.formUnion($1) }) { uses[Int(word)] += 1 }
    }
    var byWord = [[Int32]](repeating: [], count: words)
    var free: [Int32] = []
    for (template, groups) in needs.enumerated() {
      let rarest = groups.min { first, second in
        first.reduce(0) { $0 + uses[Int($1)] } < second.reduce(0) { $0 + uses[Int($1)] }
      }
      guard let rarest else {
        free.append(Int32(template))
        continue
      }
      for word in rarest.sorted() { byWord[Int(word)].append(Int32(template)) }
    }
    var starts: [Int32] = [0]
    var templates: [Int32] = []
    for list in byWord {
      templates += list
      starts.append(Int32(templates.count))
    }
    return (starts, templates, free)
  }

  /// Of each template, where its bits begin; and, three numbers a set, the bits of the words of which it needs one: at
  /// most four sets, those of fewest words.
  static func bits(_ needs: [[Set<Int32>]]) -> (starts: [Int32], bits: [Int32]) {
    var starts: [Int32] = [0]
    var bits: [Int32] = []
    for groups in needs {
      var masks: Set<UInt64> = []
      for group in groups.sorted(by: { $0.count < $1.count }).prefix(4) {
        masks.insert(group.reduce(0) { $0 | Automaton.bit(of: $1) })
      }
      for mask in masks.sorted() where mask != .max {
        for part in 0..<3 { bits.append(Int32(truncatingIfNeeded: mask >> UInt64(22 * part) & 0x3F_FFFF)) }
      }
      starts.append(Int32(bits.count))
    }
    return (starts, bits)
  }
}
