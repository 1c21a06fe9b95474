/// How the lines that a plain bot reads say who speaks.
public enum PlainInput: Sendable {
  /// They do not: all are the one speaker's.
  case lines
  /// As the IRC client ii writes them: `EPOCH <nick> text`. Who speaks stands there and nowhere else; all other lines,
  /// and the bot's own, are nobody's.
  case ii(ownNick: String)

  /// Who said what; nil for a line that is not to be answered.
  func read(_ line: String, speaker: String) -> (from: String, text: String)? {
    guard case .ii(let ownNick) = self else { return (speaker, line) }
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, parts[0].allSatisfy(\.isNumber), parts[1].hasPrefix("<"), parts[1].hasSuffix(">") else {
      return nil
    }
    let nick = String(parts[1].dropFirst().dropLast())
    return nick.isEmpty || nick == ownNick ? nil : (nick, String(parts[2]))
  }
}
