import Foundation

/// The Swift files of the package's own modules, by module.
struct SourceTree {
  struct File {
    var module: String
    /// From the package's folder: `Sources/Model/Query.swift`.
    var path: String
    /// From 1 with the line's own text.
    var lines: [(number: Int, text: String)]
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  var files: [File] = []

  init() throws {
    let sources = Self.root.appending(path: "Sources")
    let all =
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    for url in all where url.pathExtension == "swift" {
      let parts = url.path().dropFirst(Self.root.path().count).split(separator: "/").map(String.init)
      let text = try String(contentsOf: url, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      files.append(
        File(
          module: parts[1], path: parts.joined(separator: "/"),
          lines: lines.enumerated().map { ($0.offset + 1, $0.element) }))
    }
    files.sort { $0.path < $1.path }
  }

  /// `PATH:LINE: TEXT` of each line of code that holds one of these, outside comments.
  func uses(of texts: [String], except modules: Set<String> = []) -> [String] {
    files.filter { !modules.contains($0.module) }.flatMap { file in
      file.lines.filter { line in
        let code = line.text.trimmingCharacters(in: .whitespaces)
        return !code.hasPrefix("//") && texts.contains { code.contains($0) }
      }.map { "\(file.path):\($0.number): \($0.text)" }
    }
  }
}
