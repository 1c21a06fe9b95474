import Foundation

/// The `*.chat` files that paths name, and their contents.
enum TranscriptFiles {
  /// Files as they are, folders with all that is in them, sorted.
  static func find(_ paths: [String]) throws -> [String] {
    try paths.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw DriverFault(description: "There is no file or folder \(path).")
      }
      guard isFolder.boolValue else { return [path] }
      let found = try FileManager.default.subpathsOfDirectory(atPath: path)
      return found.filter { $0.hasSuffix(".chat") }.sorted().map { path + (path.hasSuffix("/") ? "" : "/") + $0 }
    }
  }

  static func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  static func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  static func folder(of path: String) -> String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// Puts the files of a folder beside a database.
  static func copy(from source: String, beside database: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: source) {
      try FileManager.default.copyItem(atPath: source + "/" + name, toPath: folder(of: database) + "/" + name)
    }
  }
}
