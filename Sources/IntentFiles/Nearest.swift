/// The known word nearest to a mistyped one.
enum Nearest {
  /// nil where none is near: more than two letters, or a third of the word, would have to change.
  static func word(to word: String, among known: some Sequence<String>) -> String? {
    let best = known.map { (word: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
    guard let best, best.distance <= max(1, min(2, word.count / 3)) else { return nil }
    return best.word
  }

  /// “Did you mean …?”, or else all that there are.
  static func remedy(for word: String, among known: [String]) -> String {
    if let nearest = self.word(to: word, among: known) { return "Did you mean “\(nearest)”?" }
    return known.isEmpty ? "" : "There are: \(known.joined(separator: ", "))."
  }

  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased())
    let right = Array(right.lowercased())
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(a == b ? diagonal : diagonal + 1, above + 1, row[j] + 1)
        diagonal = above
      }
    }
    return row[right.count]
  }
}
