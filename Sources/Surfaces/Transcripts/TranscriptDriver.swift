import Conversation
import Model
import Values

/// Something that speaks the bot protocol, for transcripts to talk to.
protocol TranscriptDriver: AnyObject {
  /// What failures call it.
  var name: String { get }

  /// One line in; all that comes back to it before the next line is read: the answer and what is pushed.
  func exchange(_ request: JSON) throws -> [JSON]

  /// Closes the database and opens it again, at this time.
  func restart(now: Moment) throws

  func close()
}

/// Why a driver can go on no longer.
struct DriverFault: Error, CustomStringConvertible {
  let description: String
}

/// The protocol spoken inside this process.
final class InProcessDriver: TranscriptDriver {
  let name = "in process"
  private let open: (Moment) throws -> BotSession
  private var session: BotSession?

  init(_ world: any TranscriptWorld, path: String, language: LanguageCode?, now: Moment) throws {
    open = { now in
      BotSession(
        try world.responder(at: path, language: language), now: now, language: language ?? .english,
        log: { Output.errors.write($0 + "\n") })
    }
    session = try open(now)
  }

  func exchange(_ request: JSON) -> [JSON] {
    guard var session else { return [] }
    let answer = session.answer(Array(request.text.utf8))
    let pushes = session.pushes()
    self.session = session
    return (answer.map { [$0] } ?? []) + pushes
  }

  func restart(now: Moment) throws {
    session = nil
    session = try open(now)
  }

  func close() { session = nil }
}

/// The protocol spoken by a `rapport bot --jsonl` process of this very program.
final class BotProcessDriver: TranscriptDriver {
  let name = "bot process"
  private let path: String
  private let more: [String]
  private var process: ChildProcess?

  init(path: String, language: LanguageCode?, intents: [String], now: Moment) throws {
    self.path = path
    more = (language.map { ["--language", $0.rawValue] } ?? []) + intents.flatMap { ["--intents", $0] }
    try start(now)
  }

  private func start(_ now: Moment) throws {
    process = try ChildProcess(
      "/proc/self/exe", ["rapport", "bot", "--jsonl", "--db", path, "--now", now.description] + more)
    guard try read()["type"] == "ready" else { throw DriverFault(description: "the bot does not say that it is ready") }
  }

  private func read() throws -> JSON {
    guard case .line(let line)? = process?.reader.next() else {
      throw DriverFault(description: "the bot process ended")
    }
    return try JSONParser.parse(line)
  }

  /// A ping tells where the answer to a line ends.
  func exchange(_ request: JSON) throws -> [JSON] {
    let ping: JSON = ["v": 1, "type": "ping"]
    guard let process, process.input.write(request.text + "\n" + ping.text + "\n") else {
      throw DriverFault(description: "the bot process does not read")
    }
    var lines: [JSON] = []
    while true {
      let line = try read()
      if line["type"] == "pong" { return lines }
      lines.append(line)
    }
  }

  func restart(now: Moment) throws {
    close()
    try start(now)
  }

  func close() {
    let status = process?.finish()
    process = nil
    if let status, status != 0 { Output.errors.write("rapport: a bot process ended with \(status)\n") }
  }
}
