import Conversation
import Glibc
import Model
import Values

/// Runs a bot on standard input and output until its input ends, it is asked to stop, or nobody listens.
public struct BotLoop {
  /// Milliseconds after which it is looked whether there is something to push.
  private static let interval: Int32 = 2000

  private let reader: LineReader
  private let output: Output

  /// `reader` and `output` are standard input and output, except in tests.
  public init(reader: LineReader? = nil, output: Output = .standard) {
    self.output = output
    if let reader {
      self.reader = reader
    } else {
      let signals = Signals(catching: [SIGTERM, SIGINT, SIGHUP])
      self.reader = LineReader(descriptor: 0, limit: BotSession.lineBytes, stop: signals?.descriptor)
    }
  }

  /// One JSON object a line, each written out before the next line is read.
  public func run(_ session: BotSession, version: String) {
    var session = session
    guard write(BotSession.ready(version: version)) else { return }
    while true {
      var answer: JSON?
      switch reader.next(waiting: session.wantsPush ? BotLoop.interval : nil) {
      case .end: return
      case .tooLong: answer = session.answerToLongLine()
      case .line(let line): answer = session.answer(line)
      case .idle: break
      }
      if let answer, !write(answer) { return }
      for push in session.pushes() { guard write(push) else { return } }
    }
  }

  /// Each line is one message; a reply is its lines, none of them blank, and then a blank one.
  public func run(_ session: PlainSession) {
    while true {
      var answer = ""
      switch reader.next(waiting: session.wantsPush ? BotLoop.interval : nil) {
      case .end: return
      case .tooLong: answer = session.answerToLongLine()
      case .line(let line): answer = session.answer(line)
      case .idle: break
      }
      guard answer.isEmpty || output.write(answer) else { return }
      let (pushes, ids) = session.pushes()
      if !ids.isEmpty {
        guard output.write(pushes) else { return }
        session.delivered(ids)
      }
    }
  }

  private func write(_ json: JSON) -> Bool { output.write(json.text + "\n") }
}
