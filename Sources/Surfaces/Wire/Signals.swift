import Glibc

/// The write end of the pipe that signals go through; set once, before the handlers are.
nonisolated(unsafe) private var signalPipe: Int32 = -1

/// All a handler may safely do: put the signal's number into the pipe.
private func forward(_ signal: Int32) {
  let saved = errno
  var byte = UInt8(truncatingIfNeeded: signal)
  _ = write(signalPipe, &byte, 1)
  errno = saved
}

/// Signals as bytes to read beside the input, so that nothing is interrupted half done.
public struct Signals {
  /// Readable when a signal came; each byte is a signal's number.
  public let descriptor: Int32

  /// Catches `signals` from here on, and ignores SIGPIPE: a reader that went away shows in `Output.write`. nil where
  /// the system gives no pipe.
  public init?(catching signals: [Int32]) {
    guard let pipe = Pipe() else { return nil }
    for end in [pipe.reading, pipe.writing] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    descriptor = pipe.reading
    signalPipe = pipe.writing
    Signals.ignorePipe()
    for signal in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = forward
      action.sa_flags = Int32(SA_RESTART)
      _ = sigaction(signal, &action, nil)
    }
  }

  /// For commands that write and do not wait.
  public static func ignorePipe() { _ = signal(SIGPIPE, SIG_IGN) }

  /// The signals that came since the last call.
  public func pending() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? bytes[..<count].map(Int32.init) : []
  }
}
