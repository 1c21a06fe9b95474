/// How candidates for the end of a line become words that replace what follows its last space.
public enum Completion {
  /// A candidate may begin anywhere before the cursor (`Acme rollout` where `move Acme ro` stands); what of it is typed
  /// already is kept as typed.
  public static func words(of line: String, ending word: String, from candidates: [String]) -> [String] {
    var seen: Set<String> = []
    return candidates.compactMap { candidate in
      let overlap = overlap(of: line, with: candidate)
      guard overlap > 0 || word.isEmpty, overlap < candidate.count else { return nil }
      let completed = word + candidate.dropFirst(overlap)
      return seen.insert(completed).inserted ? completed : nil
    }
  }

  /// How many characters at the end of the line the candidate begins with, whatever their case. In a script without
  /// spaces the candidate may begin inside a word, in others only at its start.
  static func overlap(of line: String, with candidate: String) -> Int {
    let typed = Array(line.lowercased())
    let wanted = Array(candidate.lowercased())
    for length in stride(from: min(typed.count, wanted.count), through: 1, by: -1)
    where typed.suffix(length).elementsEqual(wanted.prefix(length)) {
      let before = typed.dropLast(length).last
      if before.map({ !($0.isASCII && $0.isLetter && wanted[0].isASCII) }) ?? true { return length }
    }
    return 0
  }

  static func commonStart(of words: [String]) -> String {
    guard var common = words.first?[...] else { return "" }
    for word in words.dropFirst() {
      while !word.hasPrefix(common) { common.removeLast() }
    }
    return String(common)
  }
}
