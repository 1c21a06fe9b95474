extension String {
  /// The text without anything that could act on a terminal or reorder what is read: control characters become `�`,
  /// tabs and carriage returns spaces, line separators newlines; bidirectional embeddings, overrides and isolates, and
  /// byte order marks, are left out. Newlines stay.
  public var safe: String {
    guard utf8.contains(where: String.isSuspicious) else { return self }
    var output = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A:
        if last == "\r" { output.removeLast() }
        output.append(scalar)
      case 0x09, 0x0D: output.append(" ")
      case 0x2028, 0x2029: output.append("\n")
      case 0..<0x20, 0x7F...0x9F: output.append("\u{FFFD}")
      case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
      default: output.append(scalar)
      }
      last = scalar
    }
    return String(output)
  }

  /// `safe`, and on one line: newlines become spaces.
  public var safeLine: String {
    let text = safe
    guard text.utf8.contains(0x0A) else { return text }
    return String(text.map { $0 == "\n" ? " " : $0 })
  }

  /// A byte that a control character, a line separator, a bidirectional control or a byte order mark begins with.
  private static func isSuspicious(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }
}
