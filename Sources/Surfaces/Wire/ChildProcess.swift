import Glibc

/// Another process, its standard input and output in our hands; its errors go where ours go.
final class ChildProcess {
  let input: Output
  let reader: LineReader
  private let output: Int32
  private let id: pid_t

  init(_ path: String, _ arguments: [String]) throws {
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard pipe2(&toChild, O_CLOEXEC) == 0, pipe2(&fromChild, O_CLOEXEC) == 0 else {
      throw DriverFault(description: "the system gives no pipe: \(String(cString: strerror(errno)))")
    }
    defer {
      close(toChild[0])
      close(fromChild[1])
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var id: pid_t = 0
    let status = posix_spawn(&id, path, &actions, nil, &words, environ)
    guard status == 0 else {
      throw DriverFault(description: "\(path) cannot be started: \(String(cString: strerror(status)))")
    }
    self.id = id
    input = Output(descriptor: toChild[1])
    output = fromChild[0]
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
