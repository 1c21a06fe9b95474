import Glibc

/// Another process, its standard input and output in our hands; its errors go where ours go.
final class ChildProcess {
  let input: Output
  let reader: LineReader
  private let output: Int32
  private let id: pid_t

  init(_ path: String, _ arguments: [String]) throws {
    guard let toChild = Pipe(), let fromChild = Pipe() else {
      throw DriverFault(description: "the system gives no pipe: \(String(cString: strerror(errno)))")
    }
    defer {
      close(toChild.reading)
      close(fromChild.writing)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild.reading, 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild.writing, 1)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var id: pid_t = 0
    let status = posix_spawn(&id, path, &actions, nil, &words, environ)
    guard status == 0 else {
      throw DriverFault(description: "\(path) cannot be started: \(String(cString: strerror(status)))")
    }
    self.id = id
    input = Output(descriptor: toChild.writing)
    output = fromChild.reading
    reader = LineReader(descriptor: output, limit: 64 * 1_048_576)
  }

  /// Ends the process's input and waits for it: what it exited with, or 128 and the signal that ended it.
  func finish() -> Int32 {
    close(input.descriptor)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    close(output)
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
