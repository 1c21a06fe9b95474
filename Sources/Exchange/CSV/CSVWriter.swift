/// Writes comma-separated text: UTF-8, lines ended by `\n`, cells quoted where they must be, formulas guarded.
public enum CSVWriter {
  public static func text(_ rows: [[String]]) -> String {
    var output = ""
    for row in rows { append(row, to: &output) }
    return output
  }

  static func append(_ row: [String], to output: inout String) {
    for (index, cell) in row.enumerated() {
      if index > 0 { output += "," }
      append(cell, to: &output)
    }
    if row.count == 1, row[0].isEmpty { output += "\"\"" }
    output += "\n"
  }

  private static func append(_ cell: String, to output: inout String) {
    guard cell.utf8.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else {
      output += cell
      return
    }
    output += "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { output += "\"" }
      output.unicodeScalars.append(scalar)
    }
    output += "\""
  }
}

/// Keeps text from being run as a formula by a spreadsheet that opens the file.
///
/// A leading `= + - @`, tab, or an apostrophe before one of them gets one more apostrophe, which `undone` takes off
/// again. Numbers and phone numbers stay as they are.
public enum FormulaGuard {
  public static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    switch first {
    case "=", "@", "\t", "\r": return "'" + text
    case "+", "-": return isNumeric(text) ? text : "'" + text
    case "'": return isApplied(text) ? "'" + text : text
    default: return text
    }
  }

  public static func undone(_ text: String) -> String { isApplied(text) ? String(text.dropFirst()) : text }

  private static func isApplied(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.first == "'", let second = scalars.dropFirst().first else { return false }
    return "=+-@'\t\r".unicodeScalars.contains(second)
  }

  private static func isNumeric(_ text: String) -> Bool {
    text.utf8.contains { (48...57).contains($0) }
      && text.utf8.dropFirst().allSatisfy { (48...57).contains($0) || [32, 40, 41, 45, 46, 47].contains($0) }
  }
}
