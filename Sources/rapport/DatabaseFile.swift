import Glibc

/// Where the database is, and its making: files 0600, the default folder 0700.
struct DatabaseFile {
  let path: String
  private let isDefault: Bool

  /// `option`, else `RAPPORT_DB`, else `rapport/rapport.db` under `XDG_DATA_HOME` (`~/.local/share`).
  init(option: String?) {
    let given = option ?? Environment["RAPPORT_DB"]
    isDefault = given == nil
    path = given ?? Environment.folder("XDG_DATA_HOME", else: ".local/share") + "/rapport/rapport.db"
  }

  private var isInMemory: Bool { path == ":memory:" }

  /// Makes an empty file where there is none.
  func create() throws(ProgramFault) {
    guard !isInMemory else { return }
    if isDefault { try Environment.makeFolder(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))) }
    let file = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw ProgramFault("I cannot open the database \(path): \(Environment.lastError). Nothing was changed.")
    }
    close(file)
  }

  /// For commands that only make sense on a database that is there.
  func require() throws(ProgramFault) {
    guard isInMemory || access(path, F_OK) == 0 else {
      throw ProgramFault(
        "There is no database at \(path). Name one with --db, or make it with: rapport import DIR", .usage)
    }
  }
}

/// The process's environment.
enum Environment {
  /// nil where unset or empty.
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The folder that `name` says, else `path` in the home folder.
  static func folder(_ name: String, else path: String) -> String {
    self[name] ?? (self["HOME"] ?? ".") + "/" + path
  }

  static var lastError: String { String(cString: strerror(errno)) }

  /// Makes a folder, and those it is in, readable by their owner alone.
  static func makeFolder(_ path: String) throws(ProgramFault) {
    var partial = path.hasPrefix("/") ? "" : "."
    for name in path.split(separator: "/") {
      partial += "/" + name
      guard mkdir(partial, 0o700) == 0 || errno == EEXIST else {
        throw ProgramFault("I cannot make the folder \(partial): \(lastError). Nothing was changed.")
      }
    }
  }
}
