import CReadline
import Glibc

/// What was entered before, in memory and in a file that only its owner may read.
struct History {
  /// So many entries are kept.
  private static let length: Int32 = 1000

  let path: String?

  func load() {
    using_history()
    stifle_history(History.length)
    guard let path else { return }
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    fchmod(file, 0o600)
    close(file)
    history_truncate_file(path, History.length)
    read_history(path)
  }

  /// Remembers a line. One that begins with a space is forgotten at once, like a repetition of the last.
  func add(_ line: String) {
    guard let first = line.first, first != " ", line.contains(where: { !$0.isWhitespace }) else { return }
    // The file has one entry a line.
    let entry = line.split(whereSeparator: \.isNewline).joined(separator: " ")
    if let last = history_get(rapport_history_last()), String(cString: last.pointee.line) == entry { return }
    add_history(entry)
    if let path { append_history(1, path) }
  }
}
