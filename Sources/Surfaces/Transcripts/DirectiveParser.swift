import Values

/// Reads a line in brackets: `[again]`, `[restart]`, `[clock …]`, `[check] …`.
enum DirectiveParser {
  /// nil for anything else.
  static func parse(_ line: String) -> Transcript.Action? {
    let line = line.uncommented
    switch line {
    case "[again]": return .again
    case "[restart]": return .restart
    default:
      if line.hasPrefix("[check] ") { return check(String(line.dropFirst("[check] ".count))).map { .check($0) } }
      guard line.hasPrefix("[clock "), line.hasSuffix("]") else { return nil }
      return clock(String(line.dropFirst("[clock ".count).dropLast())).map { .clock($0) }
    }
  }

  private static func clock(_ text: String) -> Transcript.ClockChange? {
    if let time = LocalTime(iso: text) { return .to(time) }
    let words = text.split(separator: " ")
    guard text.hasPrefix("+"), words.count == 2, let count = Int(words[0].dropFirst()) else { return nil }
    switch words[1] {
    case "second", "seconds": return .by(seconds: count)
    case "minute", "minutes": return .by(seconds: count * 60)
    case "hour", "hours": return .by(seconds: count * 3600)
    case "day", "days": return .days(count)
    case "week", "weeks": return .days(count * 7)
    default: return nil
    }
  }

  /// `deal Initech pilot: stage won, amount 12500`, `deal Initech pilot: gone`, `count deal: 3`.
  private static func check(_ text: String) -> StateCheck? {
    guard let colon = lastColon(in: text) else { return nil }
    let subject = text[..<colon].split(separator: " ", maxSplits: 1).map(String.init)
    let expected = String(text[text.index(after: colon)...]).spaceless
    guard subject.count == 2 else { return nil }
    if subject[0] == "count" {
      return Int(expected).map { StateCheck(kind: subject[1].spaceless, name: "", expected: .count($0)) }
    }
    let name = subject[1].spaceless
    if expected == "gone" { return StateCheck(kind: subject[0], name: name, expected: .gone) }
    let fields = items(in: expected).map { item in
      item.divided(at: " ").map { StateCheck.Field(name: $0.0, value: $0.1) } ?? StateCheck.Field(name: item, value: "")
    }
    return StateCheck(kind: subject[0], name: name, expected: .fields(fields))
  }

  /// The last colon with a space after it, outside quotes; times (09:00) have none.
  private static func lastColon(in text: String) -> String.Index? {
    var found: String.Index?
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      let next = text.index(after: index)
      if !isQuoted, text[index] == ":", next < text.endIndex, text[next] == " " { found = index }
    }
    return found
  }

  /// What commas with a space after them part, except inside quotes; the quotes go.
  private static func items(in text: String) -> [String] {
    var items = [""]
    var isQuoted = false
    var last: Character = " "
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " ", last == ",", !isQuoted {
        items[items.count - 1].removeLast()
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
      last = character
    }
    return items.map(\.spaceless).filter { !$0.isEmpty }
  }
}
