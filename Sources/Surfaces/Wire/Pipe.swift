import Glibc

/// Two descriptors, what is written to one read from the other; neither is handed on to processes that are started.
struct Pipe {
  let reading: Int32
  let writing: Int32

  /// nil where the system gives none.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = ends[1]
  }
}
