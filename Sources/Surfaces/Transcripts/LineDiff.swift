/// What was expected and what came, as one text: ` ` for lines in both, `-` only expected, `+` only come.
struct LineDiff {
  enum Line: Equatable {
    /// The expected line, which matches what came.
    case same(String)
    case missing(String)
    case extra(String)
  }

  let lines: [Line]

  /// - Parameter matches: whether an expected line is met by one that came.
  init(expected: [String], actual: [String], by matches: (String, String) -> Bool) {
    let difference = actual.difference(from: expected) { matches($0, $1) }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var old = 0
    for index in 0...actual.count {
      while removed.contains(old) {
        lines.append(.missing(expected[old]))
        old += 1
      }
      guard index < actual.count else { break }
      if inserted.contains(index) {
        lines.append(.extra(actual[index]))
      } else {
        lines.append(.same(expected[old]))
        old += 1
      }
    }
    self.lines = lines
  }

  /// Without colours, a line each.
  var text: String {
    lines.map { line in
      switch line {
      case .same(let text): "   \(text)"
      case .missing(let text): "  -\(text)"
      case .extra(let text): "  +\(text)"
      }
    }.joined(separator: "\n")
  }

  /// What came, but with the expected wording of lines that match.
  var blessed: [String] {
    lines.compactMap { line in
      switch line {
      case .same(let text), .extra(let text): text
      case .missing: nil
      }
    }
  }
}
