import Glibc

/// Reads lines from a file descriptor, none of them longer than a limit: of a longer one no more than the limit is ever
/// held in memory.
public final class LineReader {
  public enum Line: Equatable {
    /// Without its newline, and without a carriage return before that.
    case line([UInt8])
    /// A line beyond the limit; it was read to its end and dropped.
    case tooLong
    /// Nothing came in the time that was given.
    case idle
    case end
  }

  private let descriptor: Int32
  private let limit: Int
  /// Readable when reading should stop (see `Signals`).
  private let stop: Int32?
  /// What one `read` fills.
  private var chunk = [UInt8](repeating: 0, count: 65_536)
  private var buffer: [UInt8] = []
  /// Bytes of the buffer that are given out already.
  private var start = 0
  /// Bytes from `start` on that hold no newline.
  private var searched = 0
  private var isDropping = false
  private var hasEnded = false

  public init(descriptor: Int32, limit: Int = 1_048_576, stop: Int32? = nil) {
    self.descriptor = descriptor
    self.limit = limit
    self.stop = stop
  }

  /// The next line; waits for it, at most so many milliseconds if that is said. After a request to stop, the lines that
  /// were read already, then `end`. A last line without a newline counts.
  public func next(waiting limit: Int32? = nil) -> Line {
    while true {
      if let line = buffered() { return line }
      if hasEnded { return last() }
      if buffer.count - start > self.limit {
        isDropping = true
        start = buffer.count
        searched = 0
      }
      if !fill(waiting: limit ?? -1) { return .idle }
    }
  }

  private func buffered() -> Line? {
    guard let newline = buffer[(start + searched)...].firstIndex(of: 0x0A) else {
      searched = buffer.count - start
      return nil
    }
    defer {
      start = newline + 1
      searched = 0
      isDropping = false
    }
    return isDropping || newline - start > limit ? .tooLong : .line(withoutReturn(buffer[start..<newline]))
  }

  private func last() -> Line {
    defer { forget() }
    if isDropping { return .tooLong }
    return start < buffer.count ? .line(withoutReturn(buffer[start...])) : .end
  }

  private func forget() {
    start = buffer.count
    searched = 0
    isDropping = false
  }

  private func withoutReturn(_ line: ArraySlice<UInt8>) -> [UInt8] {
    Array(line.last == 0x0D ? line.dropLast() : line)
  }

  /// False when nothing came in time.
  private func fill(waiting limit: Int32) -> Bool {
    switch waitForInput(limit) {
    case .idle: return false
    case .ready: break
    case .stop:
      // What is half read belongs to a line that will not be finished.
      hasEnded = true
      forget()
      return true
    }
    buffer.removeFirst(start)
    start = 0
    let count = read(descriptor, &chunk, chunk.count)
    let error = errno
    buffer.append(contentsOf: chunk[..<max(0, count)])
    hasEnded = count == 0 || count < 0 && error != EINTR && error != EAGAIN
    return true
  }

  private enum Waited { case ready, idle, stop }

  private func waitForInput(_ limit: Int32) -> Waited {
    var waiting = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
    if let stop { waiting.append(pollfd(fd: stop, events: Int16(POLLIN), revents: 0)) }
    while true {
      let count = poll(&waiting, nfds_t(waiting.count), limit)
      if count == 0 { return .idle }
      if count > 0 { return waiting.count == 1 || waiting[1].revents == 0 ? .ready : .stop }
      guard errno == EINTR else { return .stop }
    }
  }
}
