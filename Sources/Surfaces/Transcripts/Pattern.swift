/// Expected text with wildcards: `[..]`, `[date]`, `[time]`, `[money]`, `[id:name]`, `$name`, and `...` on a line of
/// its own for any number of lines. A literal match is tried first.
struct Pattern {
  /// What `[id:name]` stood for so far, by name.
  var names: [String: String] = [:]

  /// `text` with `$name` replaced by what it stood for.
  func resolved(_ text: String) -> String {
    guard text.contains("$") else { return text }
    var output = text
    for (name, value) in names.sorted(by: { $0.key.count > $1.key.count }) {
      output = output.split(separator: "$" + name, omittingEmptySubsequences: false).joined(separator: value)
    }
    return output
  }

  /// If the lines are those expected, what the names stand for then; else nil.
  func match(_ expected: [String], _ lines: [String]) -> [String: String]? {
    bind(expected[...], lines[...], names)
  }

  /// Whether one line is the one expected, by what the names stand for now.
  func matchesLine(_ expected: String, _ line: String) -> Bool { bindLine(expected, line, names) != nil }

  /// Whether the expected text is somewhere in a line, or across the ends of lines.
  func isFound(_ expected: String, in lines: [String]) -> Bool {
    let wanted = resolved(expected)
    let places = lines + [lines.map(\.spaceless).joined(separator: " ")]
    if places.contains(where: { $0.contains(wanted) }) { return true }
    guard let regex = try? Regex(Pattern.source(of: wanted).source) else { return false }
    return places.contains { $0.firstMatch(of: regex) != nil }
  }

  private func bind(
    _ expected: ArraySlice<String>, _ lines: ArraySlice<String>, _ names: [String: String]
  ) -> [String: String]? {
    guard let first = expected.first else { return lines.isEmpty ? names : nil }
    if let line = lines.first, let bound = bindLine(first, line, names),
      let rest = bind(expected.dropFirst(), lines.dropFirst(), bound)
    {
      return rest
    }
    guard first == "..." else { return nil }
    for skipped in 0...lines.count {
      if let rest = bind(expected.dropFirst(), lines.dropFirst(skipped), names) { return rest }
    }
    return nil
  }

  private func bindLine(_ expected: String, _ line: String, _ names: [String: String]) -> [String: String]? {
    if expected == line { return names }
    let wanted = Pattern(names: names).resolved(expected)
    if wanted == line { return names }
    guard wanted.contains("[") else { return nil }
    let (source, captured) = Pattern.source(of: wanted)
    guard let regex = try? Regex(source), let match = line.wholeMatch(of: regex) else { return nil }
    var names = names
    for (index, name) in captured.enumerated() where index + 1 < match.output.count {
      guard let value = match.output[index + 1].substring.map(String.init), names[name] ?? value == value else {
        return nil
      }
      names[name] = value
    }
    return names
  }

  /// The pattern as a regular expression, and the names of its groups in order.
  private static func source(of text: String) -> (source: String, names: [String]) {
    var source = ""
    var names: [String] = []
    var rest = text[...]
    while let character = rest.first {
      if let wildcard = wildcards.first(where: { rest.hasPrefix($0.written) }) {
        source += wildcard.source
        rest.removeFirst(wildcard.written.count)
      } else if rest.hasPrefix("[id:"), let end = rest.firstIndex(of: "]") {
        names.append(String(rest[rest.index(rest.startIndex, offsetBy: 4)..<end]))
        source += "([A-Z]{1,5}-[0-9]+)"
        rest = rest[rest.index(after: end)...]
      } else {
        if character.isASCII, !character.isLetter, !character.isNumber, character != " " { source += "\\" }
        source.append(character)
        rest.removeFirst()
      }
    }
    return (source, names)
  }

  private static let wildcards: [(written: String, source: String)] = [
    ("[..]", ".*?"), ("[date]", date), ("[time]", "\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AaPp]\\.?[Mm]\\.?)?"),
    ("[money]", "-?(?:[A-Z]{2,3} ?)?[$€£¥]?-?\\d[\\d,]*(?:\\.\\d+)?(?: ?(?:[A-Z]{3}|[kKmM]|[万亿]?元?))?"),
  ]

  private static let date: String = {
    let weekday = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    let month = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
    let chinese = "(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:[（(]?(?:周|星期)[一二三四五六日天][）)]?)?"
    let days = [
      "\\d{4}-\\d{2}-\\d{2}", "\(month) \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?", "\\d{1,2} \(month)(?: \\d{4})?",
      chinese,
    ]
    let words = ["today", "tomorrow", "yesterday", weekday, "今天", "明天", "昨天", "后天", "(?:周|星期)[一二三四五六日天]"]
    return "(?:(?:\(weekday),? )?(?:\(days.joined(separator: "|")))|\(words.joined(separator: "|")))"
  }()
}
