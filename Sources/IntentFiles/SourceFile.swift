import Yams

/// A place in a file: line and column from 1, the column in Unicode scalars.
struct Place: Hashable, Sendable {
  var line: Int
  var column: Int
}

/// One intent file's text, which knows where in it a YAML node stands.
struct SourceFile {
  let path: String
  let text: String
  private let lines: [[Unicode.Scalar]]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
  }

  func place(of node: Node) -> Place {
    Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// Where the scalar at `offset` of a text stands, through quotes and their escapes. In a text of several lines, its
  /// beginning.
  func place(in scalar: Node.Scalar, at offset: Int) -> Place {
    var place = place(of: .scalar(scalar))
    guard lines.indices.contains(place.line - 1) else { return place }
    let line = lines[place.line - 1]
    var column = place.column - 1
    switch scalar.style {
    case .plain, .any: column += offset
    case .singleQuoted:
      column += 1
      for _ in 0..<offset { column += line.has("'", at: column) && line.has("'", at: column + 1) ? 2 : 1 }
    case .doubleQuoted:
      column += 1
      for _ in 0..<offset { column += line.escapeLength(at: column) }
    case .literal, .folded: break
    }
    if column <= line.count { place.column = column + 1 }
    return place
  }

  func problem(
    _ message: String, at place: Place, severity: Problem.Severity = .error, remedy: String = ""
  ) -> Problem {
    var excerpt = ""
    if lines.indices.contains(place.line - 1) { excerpt.unicodeScalars.append(contentsOf: lines[place.line - 1]) }
    return Problem(
      path: path, line: place.line, column: place.column, severity: severity, message: message, remedy: remedy,
      excerpt: excerpt)
  }
}

extension [Unicode.Scalar] {
  fileprivate func has(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    indices.contains(index) && self[index] == scalar
  }

  /// How many scalars of a double-quoted text stand for one.
  fileprivate func escapeLength(at index: Int) -> Int {
    guard has("\\", at: index) else { return 1 }
    if has("x", at: index + 1) { return 4 }
    if has("u", at: index + 1) { return 6 }
    if has("U", at: index + 1) { return 10 }
    return 2
  }
}
