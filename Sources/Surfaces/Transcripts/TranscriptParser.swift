import Conversation
import Values

/// Reads the format that `docs` describe under transcripts: a header, `---`, then speech, replies and directives.
struct TranscriptParser {
  private let path: String
  private let lines: [String]
  private var header: Transcript.Header
  private var steps: [Transcript.Step] = []
  private var at = 0

  static func parse(_ text: String, path: String) throws -> Transcript {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let zone = Zone("America/New_York"), let time = LocalTime(iso: "2026-11-23 09:00") else {
      throw TranscriptProblem(path: path, line: 1, reason: "this system has no time zones")
    }
    let header = Transcript.Header(clock: zone.moment(local: time), zone: zone)
    var parser = TranscriptParser(path: path, lines: lines, header: header)
    try parser.readHeader()
    while parser.at < lines.count { try parser.readStep() }
    return Transcript(path: path, lines: lines, header: parser.header, steps: parser.steps)
  }

  private init(path: String, lines: [String], header: Transcript.Header) {
    self.path = path
    self.lines = lines
    self.header = header
  }

  private func problem(_ reason: String) -> TranscriptProblem {
    TranscriptProblem(path: path, line: at + 1, reason: reason)
  }

  private mutating func readHeader() throws {
    var time: LocalTime?
    while at < lines.count, lines[at].spaceless != "---" {
      defer { at += 1 }
      let line = lines[at].spaceless
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let (key, value) = line.divided(at: ":") else {
        throw problem("the header has lines like \"clock: 2026-11-23 09:00 America/New_York\"")
      }
      switch key {
      case "clock": time = try readClock(value)
      case "zone": try readZone(value)
      case "data": header.data = value == "none" || value == "empty" ? nil : value
      case "users": header.users = value.split(separator: ",").map { String($0).spaceless }
      case "language": header.language = LanguageCode(value)
      case "files": header.files = value
      default: throw problem("the header knows clock, zone, data, users, language and files, not \"\(key)\"")
      }
    }
    guard at < lines.count else { throw problem("a line \"---\" should follow the header") }
    at += 1
    header.clock = header.zone.moment(local: time ?? header.clock.local)
  }

  private mutating func readClock(_ value: String) throws -> LocalTime {
    let words = value.split(separator: " ")
    guard let time = LocalTime(iso: words.prefix(2).joined(separator: " ")) else {
      throw problem("a clock looks like 2026-11-23 09:00 America/New_York")
    }
    if words.count > 2 { try readZone(String(words[2])) }
    return time
  }

  private mutating func readZone(_ name: String) throws {
    guard let zone = Zone(name) else { throw problem("there is no time zone \"\(name)\"") }
    header.zone = zone
  }

  private mutating func readStep() throws {
    let start = at
    let line = lines[at]
    guard !line.spaceless.isEmpty, !line.hasPrefix("#") else {
      at += 1
      return
    }
    let action: Transcript.Action
    if line.hasPrefix("[") {
      action = try DirectiveParser.parse(line).unwrapped(or: problem("I know no directive like \"\(line)\""))
      at += 1
    } else if line == "rapport" || line.hasPrefix("rapport ") || line.hasPrefix("rapport:") {
      action = try readReply(line)
    } else {
      action = try readSpeech(line)
    }
    if needsMessage(action), !steps.contains(where: { if case .say = $0.action { true } else { false } }) {
      at = start
      throw problem("nobody has said anything yet")
    }
    steps.append(Transcript.Step(lines: start..<at, action: action))
  }

  private func needsMessage(_ action: Transcript.Action) -> Bool {
    switch action {
    case .say, .check, .clock, .restart, .push, .noPush: false
    case .reply, .has, .lacks, .status, .again: true
    }
  }

  private mutating func readSpeech(_ line: String) throws -> Transcript.Action {
    guard let (speaker, first) = line.divided(at: ":"), !speaker.isEmpty else {
      throw problem("a line begins with a name and a colon, with \"rapport\", [ or #")
    }
    let words = speaker.split(separator: " ").map(String.init)
    guard words.count == 1 || words.count == 3 && words[1] == "in" else {
      throw problem("a speaker is NAME, or NAME in #CHANNEL")
    }
    guard header.users.isEmpty || header.users.contains(words[0]) else {
      throw problem("\(words[0]) is not among the users of the header")
    }
    let text = ([first] + readContinuation()).joined(separator: "\n")
    return .say(.init(from: words[0], conversation: words.count == 3 ? words[2] : "dm-\(words[0])", text: text))
  }

  private mutating func readReply(_ line: String) throws -> Transcript.Action {
    guard let (subject, first) = line.divided(at: ":") else {
      let status = line.dropFirst("rapport".count).description.uncommented
      if status.hasPrefix("no push to ") {
        at += 1
        return .noPush(to: String(status.dropFirst("no push to ".count)))
      }
      guard Reply.Status(rawValue: status) != nil || status.hasPrefix("error ") else {
        throw problem("\"\(status)\" is no status")
      }
      at += 1
      return .status(status)
    }
    let rest = readContinuation()
    let text = first.isEmpty ? rest : [first] + rest
    switch subject {
    case "rapport": return .reply(text)
    case "rapport has": return .has(text)
    case "rapport lacks": return .lacks(text)
    default:
      guard subject.hasPrefix("rapport push to ") else { throw problem("I know no \"\(subject):\"") }
      return .push(to: String(subject.dropFirst("rapport push to ".count)), text)
    }
  }

  /// Steps over the line and those after it that begin with two spaces, and gives these without the two. An empty
  /// line counts where another such line follows.
  private mutating func readContinuation() -> [String] {
    at += 1
    var text: [String] = []
    var ahead = at
    var empty = 0
    while ahead < lines.count {
      if lines[ahead].hasPrefix("  ") && !lines[ahead].spaceless.isEmpty {
        text += Array(repeating: "", count: empty) + [String(lines[ahead].dropFirst(2))]
        empty = 0
        at = ahead + 1
      } else if lines[ahead].spaceless.isEmpty {
        empty += 1
      } else {
        break
      }
      ahead += 1
    }
    return text
  }
}

extension Optional {
  fileprivate func unwrapped(or problem: TranscriptProblem) throws -> Wrapped {
    guard let self else { throw problem }
    return self
  }
}

extension String {
  /// Without spaces at both ends.
  var spaceless: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// What stands before ` #`, without spaces around it.
  var uncommented: String {
    var text = self[...]
    for index in indices where self[index] == "#" && index > startIndex && self[self.index(before: index)] == " " {
      text = self[..<index]
      break
    }
    return String(text).spaceless
  }

  /// What stands before and after the first `separator`, without spaces around it.
  func divided(at separator: Character) -> (String, String)? {
    guard let index = firstIndex(of: separator) else { return nil }
    return (String(self[..<index]).spaceless, String(self[self.index(after: index)...]).spaceless)
  }
}
