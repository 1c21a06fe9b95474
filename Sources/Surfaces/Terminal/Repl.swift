import Conversation
import Glibc
import LineEditor
import Rendering

/// The conversation in a terminal; from a pipe, the same replies without a prompt.
public struct Repl {
  private static let farewells: Set<String> = ["exit", "quit", "bye", "goodbye", "退出", "再见"]

  private let responder: any Responder
  private let seat: Seat
  private let printer: () -> ReplyPrinter
  private let greeting: Greeting
  private let history: String?
  private let output = Output.standard

  /// - Parameters:
  ///   - printer: asked for each reply, since a terminal's width changes.
  ///   - history: the file of what was entered before; nil for none.
  public init(
    _ responder: any Responder, _ seat: Seat, _ greeting: Greeting, history: String? = nil,
    printer: @escaping () -> ReplyPrinter
  ) {
    self.responder = responder
    self.seat = seat
    self.printer = printer
    self.greeting = greeting
    self.history = history
  }

  /// Until the person leaves or the input ends.
  public func run() {
    if isatty(0) == 1, isatty(1) == 1 { converse() } else { readLines() }
  }

  private func converse() {
    guard let signals = Signals(catching: [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT]) else { return readLines() }
    output.write(greeting.text)
    let editor = LineEditor(prompt: "> ", history: history, signals: signals.descriptor, interval: 2000) { line in
      responder.completions(of: line, from: seat.from).map(\.safeLine)
    }
    announce(editor)
    while true {
      switch editor.next() {
      case .end: return
      case .interrupted: continue
      case .woken: announce(editor)
      case .line(let line):
        guard answer(line, spaced: true) else { return }
        // A Ctrl-C while it was worked on has nothing left to stop.
        _ = signals.pending()
        announce(editor)
      }
    }
  }

  /// Shows what the person is to be told, above the line that they may be typing.
  private func announce(_ editor: LineEditor) {
    guard let pushes = try? responder.pushes(to: seat.from, now: seat.now), !pushes.isEmpty else { return }
    editor.notice(pushes.map { "! " + $0.text.safe }.joined(separator: "\n"))
    try? responder.delivered(pushes.map(\.id), now: seat.now)
  }

  private func readLines() {
    Signals.ignorePipe()
    let reader = LineReader(descriptor: 0)
    while true {
      switch reader.next() {
      case .end: return
      case .idle: continue
      case .tooLong:
        Output.errors.write(FaultSentence(language: seat.language).tooLong(limit: BotSession.lineBytes) + "\n")
      case .line(let bytes):
        guard answer(String(decoding: bytes, as: UTF8.self), spaced: false) else { return }
      }
    }
  }

  /// False when the conversation is over.
  private func answer(_ line: String, spaced: Bool) -> Bool {
    guard line.contains(where: { !$0.isWhitespace }) else { return true }
    guard !Repl.isFarewell(line) else { return false }
    do {
      let text = printer().text(of: try responder.reply(to: seat.message(line)))
      return output.write(spaced && !text.isEmpty ? text + "\n" : text)
    } catch let fault as MessageFault {
      Output.errors.write(FaultSentence(language: seat.language).text(of: fault) + "\n")
    } catch {
      Output.errors.write("rapport: fault: \(error)\n")
    }
    return true
  }

  static func isFarewell(_ line: String) -> Bool {
    let words = line.lowercased().filter { !$0.isWhitespace && !".!。！".contains($0) }
    return farewells.contains(words)
  }
}
