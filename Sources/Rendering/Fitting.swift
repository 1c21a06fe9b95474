import Conversation

extension String {
  /// Cut to `width` columns, the last of them `…` if anything is missing.
  func truncated(to width: Int) -> String {
    guard columns > width else { return self }
    var output = ""
    var used = 0
    for character in self {
      guard used + character.columns <= width - 1 else { break }
      output.append(character)
      used += character.columns
    }
    while output.last == " " { output.removeLast() }
    return output + "…"
  }

  /// With each word that is too long for a line of `width` columns cut to it.
  func fitting(_ width: Int) -> String {
    guard columns > width, !utf8.contains(where: { $0 >= 0xE3 }) else { return self }
    return split(separator: " ").map { String($0).truncated(to: width) }.joined(separator: " ")
  }

  /// Filled up with spaces to `width` columns, on the left where `alignment` is right.
  func padded(to width: Int, _ alignment: Block.Grid.Alignment = .left) -> String {
    let gap = String(repeating: " ", count: max(0, width - columns))
    return alignment == .right ? gap + self : self + gap
  }

  /// The text in lines of at most `width` columns, broken at spaces or beside wide characters, and inside a word only
  /// where the word alone is too long. Lines after the first of a paragraph begin with `indent`. Newlines are kept.
  func wrapped(to width: Int, indent: String = "") -> [String] {
    if columns <= width, !utf8.contains(0x0A) { return [self] }
    return split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      paragraph.columns <= width
        ? [String(paragraph)] : Wrapper(width: max(2, width), indent: indent).lines(of: paragraph)
    }
  }
}

/// Breaks one paragraph into lines.
private struct Wrapper {
  let width: Int
  let indent: String

  func lines(of paragraph: Substring) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    // Where the line may be broken: its text up to there, and how many characters to drop after it.
    var fit: (end: String.Index, rest: String.Index)?
    var lastIsWide = false
    for character in paragraph {
      if character == " ", used > indent.columns || lines.isEmpty {
        let end = line.endIndex
        line.append(character)
        fit = (end, line.endIndex)
        used += 1
        continue
      }
      let isWide = character.columns == 2
      if isWide || lastIsWide, used > 0, !Wrapper.staysBehind.contains(character) {
        fit = (line.endIndex, line.endIndex)
      }
      lastIsWide = isWide
      if used + character.columns > width, used > 0 {
        let cut = fit ?? (line.endIndex, line.endIndex)
        lines.append(Wrapper.trimmed(line[..<cut.end]))
        line = indent + line[cut.rest...]
        used = line.columns
        fit = nil
      }
      line.append(character)
      used += character.columns
    }
    lines.append(Wrapper.trimmed(line[...]))
    return lines
  }

  /// Punctuation that does not begin a line.
  private static let staysBehind: Set<Character> = ["，", "。", "、", "；", "：", "？", "！", "）", "》", "」", "】"]

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
