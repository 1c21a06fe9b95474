import CReadline
import Glibc

/// A prompt on the terminal with GNU readline: editing, history, completion, pasted lines as one text.
///
/// readline is one per process and not thread-safe, so this is too: make one, and use it on the thread it was made on.
public final class LineEditor {
  public enum Event: Equatable {
    /// What was entered; a pasted text may hold newlines.
    case line(String)
    /// Ctrl-C: the line was cleared, and a new prompt stands.
    case interrupted
    /// Ctrl-D on an empty line, a lost terminal, or a request to end.
    case end
    /// The interval has passed: something may be shown with `notice`.
    case woken
  }

  private let prompt: String
  private let history: History
  /// Readable when signals came, each a byte of its number.
  private let signals: Int32
  private let interval: Int32
  private var isPrompting = false

  /// - Parameters:
  ///   - history: a file for what was entered, made readable by its owner alone; nil to forget at the end.
  ///   - signals: the read end of a pipe that SIGINT, SIGWINCH, SIGCONT, SIGTERM and SIGHUP come through.
  ///   - interval: the milliseconds after which `next` returns `woken`; nil for never.
  ///   - completions: of the line up to the cursor, what may stand at its end, best first.
  public init(
    prompt: String, history: String?, signals: Int32, interval: Int32? = nil,
    completions: @escaping (String) -> [String]
  ) {
    self.prompt = prompt
    self.history = History(path: history)
    self.signals = signals
    self.interval = interval ?? -1
    Exchange.completions = completions
    rapport_rl_use_utf8()
    rapport_rl_configure(Exchange.name, complete)
    self.history.load()
  }

  /// Waits for what happens next, with the prompt on the screen. While a line is worked on, the terminal is as it was.
  public func next() -> Event {
    if !isPrompting {
      Exchange.entered = nil
      rl_callback_handler_install(prompt, entered)
      isPrompting = true
    }
    while true {
      var waiting = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0), pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waiting, nfds_t(waiting.count), interval)
      guard count >= 0 || errno == EINTR else { return end() }
      if count == 0 { return .woken }
      if waiting[1].revents != 0, let event = handleSignals() { return event }
      if waiting[0].revents != 0 {
        rl_callback_read_char()
        if let entered = Exchange.entered { return finish(entered) }
      }
    }
  }

  /// Shows lines above a half-typed line, which stays.
  public func notice(_ text: String) {
    guard isPrompting else { return print(text) }
    rl_clear_visible_line()
    print(text)
    rl_on_new_line()
    rl_redisplay()
  }

  private func print(_ text: String) {
    rapport_rl_print(text.hasSuffix("\n") ? text : text + "\n")
  }

  private func finish(_ entered: Exchange.Entered) -> Event {
    isPrompting = false
    switch entered {
    case .end: return .end
    case .line(let line):
      history.add(line)
      return .line(line)
    }
  }

  private func end() -> Event {
    if isPrompting { rl_callback_handler_remove() }
    isPrompting = false
    print("")
    return .end
  }

  private func handleSignals() -> Event? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(signals, &bytes, bytes.count)
    for signal in bytes.prefix(max(0, count)).map(Int32.init) {
      switch signal {
      case SIGINT:
        clearLine()
        return .interrupted
      case SIGWINCH: rl_resize_terminal()
      case SIGCONT:
        rapport_rl_prepare_terminal()
        rl_forced_update_display()
      default: return end()
      }
    }
    return nil
  }

  private func clearLine() {
    rl_callback_sigcleanup()
    rl_crlf()
    rl_replace_line("", 1)
    rl_on_new_line()
    rl_redisplay()
  }
}

/// What readline's callbacks, which carry no context, share with the one editor. Only its thread touches it.
enum Exchange {
  enum Entered {
    case line(String)
    case end
  }

  nonisolated(unsafe) static var entered: Entered?
  nonisolated(unsafe) static var completions: (String) -> [String] = { _ in [] }
  /// Lives as long as the process: readline keeps the pointer.
  nonisolated(unsafe) static let name: UnsafePointer<CChar>? = UnsafePointer(strdup("rapport"))
}

/// A whole line came, or the end of input. The prompt goes until the line has been worked on.
private func entered(_ line: UnsafeMutablePointer<CChar>?) {
  rl_callback_handler_remove()
  guard let line else {
    Exchange.entered = .end
    return
  }
  Exchange.entered = .line(String(cString: line))
  free(line)
}

/// readline's completion function: `text` is what follows the last space before the cursor.
private func complete(
  _ text: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  rapport_rl_no_filenames()
  guard let text else { return nil }
  let whole = String(cString: rapport_rl_line())
  let line = String(decoding: whole.utf8.prefix(Int(end)), as: UTF8.self)
  let words = Completion.words(of: line, ending: String(cString: text), from: Exchange.completions(line))
  guard let first = words.first else { return nil }
  // readline wants what all have in common first, then the candidates, then a null; it frees them.
  let all = words.count == 1 ? [first] : [Completion.commonStart(of: words)] + words
  let matches = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: all.count + 1)
  for (index, word) in all.enumerated() { matches[index] = strdup(word) }
  matches[all.count] = nil
  return matches
}
