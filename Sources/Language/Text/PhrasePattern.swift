/// Phrases written short: `(don't|do not) [ever]` stands for four.
enum PhrasePattern {
  /// How many phrases one pattern may stand for; the rest is left out.
  static let limit = 400

  /// Every phrase that a pattern of alternatives `(a|b)` and options `[c]` stands for.
  static func phrases(_ pattern: String) -> [String] {
    guard pattern.unicodeScalars.contains(where: { $0 == "(" || $0 == "[" }) else { return [pattern] }
    var reader = Reader(scalars: Array(pattern.unicodeScalars))
    return reader.alternatives(until: nil).map { $0.split(separator: " ").joined(separator: " ") }.filter {
      !$0.isEmpty
    }
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    var position = 0

    mutating func alternatives(until close: Unicode.Scalar?) -> [String] {
      var all: [String] = []
      var current = [""]
      while position < scalars.count {
        let scalar = scalars[position]
        position += 1
        if scalar == close { break }
        switch scalar {
        case "|":
          all += current
          current = [""]
        case "(": current = product(current, alternatives(until: ")"))
        case "[": current = product(current, alternatives(until: "]") + [""])
        default: current = current.map { $0 + String(scalar) }
        }
      }
      return all + current
    }

    private func product(_ left: [String], _ right: [String]) -> [String] {
      Array(left.flatMap { start in right.map { start + $0 } }.prefix(PhrasePattern.limit))
    }
  }
}
