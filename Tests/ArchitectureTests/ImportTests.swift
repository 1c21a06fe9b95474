import Foundation
import Testing

/// SwiftPM lets a module import any sibling that happens to be built; this table is what may be imported.
struct ImportTests {
  static let ours: [String: Set<String>] = [
    "Values": [],
    "Recognizers": ["Values"],
    "Model": ["Recognizers", "Values"],
    "Language": ["Model", "Recognizers", "Values"],
    "IntentFiles": ["Language", "Model", "Values"],
    "intentc": ["IntentFiles", "Language"],
    "CompileIntents": [],
    "BuiltinIntents": [],
    "CRM": ["Model", "Recognizers", "Values"],
    "Store": ["CRM", "Model", "Recognizers", "Values"],
    "Exchange": ["CRM", "Model", "Values"],
    "Conversation": ["Language", "Model", "Recognizers", "Values"],
    "Assistant": ["CRM", "Conversation", "Exchange", "Language", "Model", "Recognizers", "Values"],
    "Rendering": ["Conversation", "Model", "Values"],
    "LineEditor": ["CReadline"],
    "Surfaces": ["Conversation", "LineEditor", "Model", "Rendering", "Values"],
    "rapport": [
      "Assistant", "BuiltinIntents", "CRM", "Conversation", "Exchange", "IntentFiles", "Language", "Model",
      "Recognizers", "Rendering", "Store", "Surfaces", "Values",
    ],
  ]

  /// Packages and systems, by who may use them besides the standard library.
  static let foreign: [String: Set<String>] = [
    "Foundation": [], "Glibc": [], "Synchronization": [], "Dispatch": [],
    "GRDB": ["Store"], "GRDBSQLite": ["Store"], "Yams": ["IntentFiles"], "ArgumentParser": ["rapport"],
    "PackagePlugin": ["CompileIntents"],
    "CReadline": ["LineEditor"],
  ]

  @Test func everyModuleImportsOnlyWhatItMay() throws {
    var wrong: [String] = []
    for file in try SourceTree().files {
      guard let allowed = Self.ours[file.module] else {
        wrong.append("\(file.path): the module \(file.module) is not in the table of imports")
        continue
      }
      for line in file.lines {
        guard let name = Self.imported(by: line.text) else { continue }
        let isAllowed = Self.foreign[name].map { $0.isEmpty || $0.contains(file.module) } ?? allowed.contains(name)
        if !isAllowed { wrong.append("\(file.path):\(line.number): \(file.module) may not import \(name)") }
      }
    }
    #expect(wrong == [])
  }

  @Test func anImportIsRecognisedInAllItsForms() {
    #expect(Self.imported(by: "import Model") == "Model")
    #expect(Self.imported(by: "@testable import Model") == "Model")
    #expect(Self.imported(by: "public import struct Model.Query") == "Model")
    #expect(Self.imported(by: "  important()") == nil)
    #expect(Self.imported(by: "// import Model") == nil)
  }

  /// The module that a line of code imports.
  static func imported(by line: String) -> String? {
    var words = line.split(separator: " ").map(String.init)
    let before: Set<String> = [
      "public", "package", "internal", "private", "fileprivate", "@preconcurrency", "@testable",
    ]
    while let first = words.first, before.contains(first) { words.removeFirst() }
    guard words.count >= 2, words.removeFirst() == "import" else { return nil }
    let sorts: Set<String> = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
    if words.count >= 2, sorts.contains(words[0]) { words.removeFirst() }
    return words[0].split(separator: ".").first.map(String.init)
  }
}
