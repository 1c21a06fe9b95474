import Values

/// How a check's value compares with a stored field.
enum FieldComparison {
  /// The same text whatever its case; or the same number, where a stored amount may carry a currency that the check
  /// leaves out; or both nothing.
  static func isSame(_ expected: String, _ actual: String) -> Bool {
    let (expected, actual) = (expected.spaceless.lowercased(), actual.spaceless.lowercased())
    if expected == actual { return true }
    if ["none", "empty", ""].contains(expected) { return actual.isEmpty }
    if let wanted = number(expected) {
      return number(actual) == wanted || number(String(actual.prefix { $0 != " " })) == wanted
    }
    return Pattern().matchesLine(expected, actual)
  }

  private static func number(_ text: String) -> Double? { Double(text.filter { $0 != "," }) }
}
