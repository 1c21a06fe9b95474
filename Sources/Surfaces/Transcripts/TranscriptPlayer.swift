import Conversation
import Model
import Values

/// Plays one transcript with one driver.
struct TranscriptPlayer {
  /// What went otherwise than written.
  struct Failure {
    /// From 1.
    let line: Int
    let report: String
    /// The step's lines as they should be, where blessing can mend it.
    let blessing: (lines: Range<Int>, text: [String])?
  }

  /// What came to one message.
  private struct Heard {
    let status: String
    let lines: [String]
    let understood: String?
    let isReplay: Bool

    init(_ answer: JSON?) {
      let error = answer?["code"]?.string
      status = error.map { "error \($0)" } ?? answer?["status"]?.string ?? "silent"
      let text = (answer?["text"] ?? answer?["message"])?.string ?? ""
      lines = text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      understood = answer?["understood"]?.text
      isReplay = answer?["replayed"] == true
    }
  }

  private let transcript: Transcript
  private let driver: any TranscriptDriver
  private let world: any TranscriptWorld
  private let database: String
  private var pattern = Pattern()
  private var now: Moment
  private var said: [String] = []
  private var count = 0
  private var last: (speech: Transcript.Speech, request: JSON)?
  private var heard: Heard?
  /// What was pushed and has not been asked for yet; only what was asked for is acknowledged.
  private var pushes: [JSON] = []

  init(_ transcript: Transcript, _ driver: any TranscriptDriver, _ world: any TranscriptWorld, database: String) {
    self.transcript = transcript
    self.driver = driver
    self.world = world
    self.database = database
    now = transcript.header.clock
  }

  /// All that went otherwise; after the first that cannot be blessed, and without blessing after the first, no more is
  /// played.
  mutating func play(goesOn: Bool) throws -> [Failure] {
    try greet()
    var failures: [Failure] = []
    for (index, step) in transcript.steps.enumerated() {
      guard let failure = try play(step, isExpected: isExpected(after: index)) else { continue }
      failures.append(failure)
      if !goesOn || failure.blessing == nil { break }
    }
    return failures
  }

  private mutating func greet() throws {
    try send([
      "v": 1, "type": "hello", "bridge": ["name": "transcript"], "render": ["width": 80], "guests": true, "push": true,
    ])
  }

  /// Sends a line; what is pushed is kept, and the answer given back.
  @discardableResult private mutating func send(_ request: JSON) throws -> JSON? {
    var answer: JSON?
    for line in try driver.exchange(request) {
      if line["type"] == "push" { pushes.append(line) } else { answer = line }
    }
    return answer
  }

  private func isExpected(after index: Int) -> Bool {
    guard index + 1 < transcript.steps.count else { return false }
    switch transcript.steps[index + 1].action {
    case .reply, .has, .lacks, .status: return true
    case .say, .push, .noPush, .check, .again, .clock, .restart: return false
    }
  }

  private mutating func play(_ step: Transcript.Step, isExpected: Bool) throws -> Failure? {
    switch step.action {
    case .say(let speech): return try say(speech, step, isExpected: isExpected)
    case .again: return try sayAgain(step)
    case .reply(let expected): return compare(expected, step)
    case .has(let parts): return find(parts, step, wanted: true)
    case .lacks(let parts): return find(parts, step, wanted: false)
    case .status(let status):
      guard heard?.status != status else { return nil }
      let actual = heard?.status ?? ""
      return failure(step, "expected \(status), came \(actual)", text: ["rapport \(actual)"])
    case .push(let user, let expected): return try take(expected, for: user, step)
    case .noPush(let user):
      guard let push = pushes.first(where: { $0["to"]?["user"]?.string == user }) else { return nil }
      return failure(step, "\(user) is told something: \(push["text"]?.string ?? "")")
    case .check(let check): return try look(check).map { failure(step, $0) }
    case .clock(let change): try move(change)
    case .restart:
      try driver.restart(now: now)
      pushes = []
      try greet()
    }
    return nil
  }

  private mutating func say(_ speech: Transcript.Speech, _ step: Transcript.Step, isExpected: Bool) throws -> Failure? {
    count += 1
    let speech = Transcript.Speech(
      from: speech.from, conversation: speech.conversation, text: pattern.resolved(speech.text))
    let request: JSON = [
      "v": 1, "type": "message", "id": .string("m\(count)"), "conversation": ["id": .string(speech.conversation)],
      "from": ["id": .string(speech.from)], "text": .string(speech.text),
    ]
    last = (speech, request)
    let heard = try deliver(speech, request)
    let isRefused = heard.status == "not_understood" || heard.status.hasPrefix("error ")
    return isRefused && !isExpected ? failure(step, "nothing is expected of this, and it is \(heard.status)") : nil
  }

  private mutating func deliver(_ speech: Transcript.Speech, _ request: JSON) throws -> Heard {
    said.append("\(speech.from): \(speech.text)")
    let heard = Heard(try send(request))
    said += heard.lines.enumerated().map { ($0 == 0 ? "rapport: " : "  ") + $1 }
    if heard.lines.isEmpty { said.append("rapport \(heard.status)") }
    self.heard = heard
    return heard
  }

  private mutating func take(_ expected: [String], for user: String, _ step: Transcript.Step) throws -> Failure? {
    let own = pushes.indices.filter { pushes[$0]["to"]?["user"]?.string == user }
    for index in own {
      let lines = (pushes[index]["text"]?.string ?? "").split(separator: "\n").map(String.init)
      guard let names = pattern.match(expected, lines) else { continue }
      pattern.names = names
      let push = pushes.remove(at: index)
      said.append("rapport push to \(user): \(lines.joined(separator: "\n  "))")
      try send(["v": 1, "type": "ack", "id": push["id"] ?? .null])
      return nil
    }
    let came = own.map { "  +\(pushes[$0]["text"]?.string ?? "")" }
    return failure(
      step, own.isEmpty ? "\(user) is told nothing" : "\(user) is told something else",
      diff: came.isEmpty ? nil : came.joined(separator: "\n"),
      text: own.first.map { ["rapport push to \(user): \(pushes[$0]["text"]?.string ?? "")"] })
  }

  private mutating func sayAgain(_ step: Transcript.Step) throws -> Failure? {
    guard let last else { return nil }
    let before = heard
    let heard = try deliver(last.speech, last.request)
    guard heard.isReplay else { return failure(step, "the reply does not say that it is a repetition") }
    guard heard.lines == before?.lines, heard.status == before?.status else {
      return failure(step, "the second reply differs", diff: diff(before?.lines ?? [], heard.lines).text)
    }
    return nil
  }

  private mutating func compare(_ expected: [String], _ step: Transcript.Step) -> Failure? {
    let lines = heard?.lines ?? []
    if let names = pattern.match(expected, lines) {
      pattern.names = names
      return nil
    }
    let diff = diff(expected, lines)
    let blessed = diff.blessed
    let text =
      blessed.isEmpty
      ? ["rapport \(heard?.status ?? "")"]
      : blessed.enumerated().map { ($0 == 0 ? "rapport: " : "  ") + $1 }
    return failure(step, "the reply differs", diff: diff.text, text: text)
  }

  private func diff(_ expected: [String], _ actual: [String]) -> LineDiff {
    LineDiff(expected: expected, actual: actual) { pattern.matchesLine($0, $1) }
  }

  private func find(_ parts: [String], _ step: Transcript.Step, wanted: Bool) -> Failure? {
    let lines = heard?.lines ?? []
    let wrong = parts.filter { pattern.isFound($0, in: lines) != wanted }
    guard !wrong.isEmpty else { return nil }
    let sign = wanted ? "-" : "+"
    return failure(
      step, wanted ? "the reply lacks what it should have" : "the reply has what it should not have",
      diff: wrong.map { "  \(sign)\($0)" }.joined(separator: "\n"))
  }

  private mutating func move(_ change: Transcript.ClockChange) throws {
    let zone = transcript.header.zone
    switch change {
    case .to(let time): now = zone.moment(local: time)
    case .by(let seconds): now = zone.moment(epoch: now.epoch + Int64(seconds))
    case .days(let days): now = zone.moment(local: now.local + days * 86_400)
    }
    let request: JSON = ["v": 1, "type": "clock", "now": .string(now.description)]
    try send(request)
  }

  /// What is wrong with the stored state; nil where nothing is.
  private func look(_ check: StateCheck) throws -> String? {
    if case .count(let expected) = check.expected {
      let count = try world.count(at: database, kind: check.kind, now: now)
      return count == expected ? nil : "there should be \(expected) of \(check.kind), and there are \(count)"
    }
    let name = pattern.resolved(check.name)
    let found = try world.check(at: database, kind: check.kind, name: name, now: now)
    guard let found else { return check.expected == .gone ? nil : "there is no \(check.kind) \(name)" }
    guard case .fields(let fields) = check.expected else { return "\(check.kind) \(name) is still there" }
    for field in fields {
      let actual = found[field.name] ?? ""
      guard !FieldComparison.isSame(pattern.resolved(field.value), actual) else { continue }
      return
        "\(check.kind) \(name): \(field.name) should be \(field.value), and is \(actual.isEmpty ? "empty" : actual)"
    }
    return nil
  }

  private func failure(
    _ step: Transcript.Step, _ what: String, diff: String? = nil, text: [String]? = nil
  ) -> Failure {
    let line = step.lines.lowerBound + 1
    var report = ["\(transcript.path):\(line): \(what) (\(driver.name))"] + said.map { "  | \($0)" }
    if let diff { report.append(diff) }
    report.append("  understood: \(heard?.understood ?? "nothing")")
    return Failure(
      line: line, report: report.joined(separator: "\n"), blessing: text.map { (step.lines, $0) })
  }
}
