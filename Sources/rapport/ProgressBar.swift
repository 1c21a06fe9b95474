import Surfaces
import Synchronization

/// A bar on one line of a terminal; nothing where there is no terminal.
final class ProgressBar: Sendable {
  private static let width = 30

  private let output: Output
  private let isTerminal: Bool
  private let shown = Mutex("")

  init(_ output: Output) {
    self.output = output
    isTerminal = output.isTerminal
  }

  func show(_ file: String, _ done: Int, of total: Int) {
    guard isTerminal else { return }
    let share = total > 0 ? min(done, total) * ProgressBar.width / total : ProgressBar.width
    let bar = String(repeating: "█", count: share) + String(repeating: "░", count: ProgressBar.width - share)
    let line = "\r\u{1B}[K\(bar) \(done)/\(total) \(file)"
    shown.withLock { last in
      guard line != last else { return }
      last = line
      output.write(line)
    }
  }

  /// A line above the bar.
  func print(_ line: String) {
    clear()
    output.write(line + "\n")
  }

  func clear() {
    shown.withLock { last in
      if !last.isEmpty { output.write("\r\u{1B}[K") }
      last = ""
    }
  }
}
