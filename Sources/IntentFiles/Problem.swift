/// Something wrong in an intent file, with its place and how to mend it.
public struct Problem: Sendable, Hashable {
  public enum Severity: String, Sendable { case error, warning }

  public var path: String
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  public var severity: Severity
  public var message: String
  /// How to mend it; may be empty.
  public var remedy: String
  /// The line itself; empty where the file could not be read.
  public var excerpt: String

  public init(
    path: String, line: Int, column: Int, severity: Severity = .error, message: String, remedy: String = "",
    excerpt: String = ""
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.excerpt = excerpt
  }
}

extension Problem: CustomStringConvertible {
  /// `PATH:LINE:COLUMN: error: …`, the line with a caret below the column, and how to mend it.
  public var description: String {
    var lines = ["\(path):\(line):\(column): \(severity.rawValue): \(message)"]
    if !excerpt.isEmpty {
      lines.append("  " + excerpt)
      lines.append("  " + padding + "^")
    }
    if !remedy.isEmpty { lines.append("  " + remedy) }
    return lines.joined(separator: "\n")
  }

  /// As wide as the excerpt before the column: wide characters take two columns, tabs stay tabs.
  private var padding: String {
    excerpt.unicodeScalars.prefix(column - 1).map { scalar in
      if scalar == "\t" { return "\t" }
      return Self.isWide(scalar) ? "  " : " "
    }.joined()
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
      || (0x1F300...0x1FAFF).contains(scalar.value) || (0x20000...0x3FFFD).contains(scalar.value)
  }
}
