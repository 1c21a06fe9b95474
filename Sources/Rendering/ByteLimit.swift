/// Keeps a text within as many bytes as a network takes.
struct ByteLimit {
  private let bytes: Int?
  private let wording: Wording

  init(_ bytes: Int?, _ wording: Wording) {
    self.bytes = bytes
    self.wording = wording
  }

  /// As many whole lines as fit into the limit, and how many are missing; of a first line too long, its beginning.
  func text(of lines: [String]) -> String {
    let whole = lines.joined(separator: "\n")
    guard let bytes, whole.utf8.count > bytes else { return whole }
    var kept: [String] = []
    var used = 0
    for (index, line) in lines.enumerated() {
      let rest = wording.more(lines: lines.count - index - 1).utf8.count + 1
      guard used + line.utf8.count + 1 + rest <= bytes else { break }
      kept.append(line)
      used += line.utf8.count + 1
    }
    guard kept.isEmpty else {
      return kept.joined(separator: "\n") + "\n" + wording.more(lines: lines.count - kept.count)
    }
    return whole.prefix(bytes: bytes - "…".utf8.count) + "…"
  }
}

extension String {
  /// As many whole characters as take at most `limit` bytes.
  func prefix(bytes limit: Int) -> String {
    var output = ""
    var used = 0
    for character in self {
      used += character.utf8.count
      guard used <= limit else { break }
      output.append(character)
    }
    return output
  }
}
