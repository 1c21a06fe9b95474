import Conversation
import Glibc
import Model
import Values

/// Runs a bot on standard input and output until its input ends, it is asked to stop, or nobody listens.
public struct BotLoop {
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
      let answer: JSON?
      switch reader.next() {
      case .end: return
      case .tooLong: answer = session.answerToLongLine()
      case .line(let line): answer = session.answer(line)
      }
      if let answer, !write(answer) { return }
    }
  }

  /// Each line is one message; a reply is its lines, none of them blank, and then a blank one.
  public func run(_ session: PlainSession) {
    while true {
      let answer: String
      switch reader.next() {
      case .end: return
      case .tooLong: answer = session.answerToLongLine()
      case .line(let line): answer = session.answer(line)
      }
      guard output.write(answer) else { return }
    }
  }

  private func write(_ json: JSON) -> Bool { output.write(json.text + "\n") }
}
