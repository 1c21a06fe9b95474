import Foundation
import IntentFiles
import Language

/// `intentc FOLDER OUTPUT` compiles a folder of intent files to a Swift file, `intentc --files FOLDER OUTPUT` puts CSV
/// files into one. Run by the build.
@main
struct IntentCompiler {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "--files" {
      write(embedded(arguments[2]), to: arguments[3])
      return
    }
    guard arguments.count == 3 else { fail("Usage: intentc [--files] FOLDER OUTPUT", status: 64) }
    let (catalogue, problems) = IntentFiles.load(arguments[1])
    guard problems.isEmpty else { fail(problems.map(\.description).joined(separator: "\n"), status: 1) }
    write(catalogue.builtinSource, to: arguments[2])
  }

  /// A Swift file that carries the CSV files of a folder.
  private static func embedded(_ folder: String) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".csv") }.sorted().compactMap { name -> String? in
      guard let data = FileManager.default.contents(atPath: folder + "/" + name),
        let text = String(bytes: data, encoding: .utf8)
      else { return nil }
      return "    (\"\(name)\", ####\"\"\"\n\(text)\n\"\"\"####),"
    }
    return """
      // Made by intentc.

      /// The demo company's files: name and text.
      public enum BuiltinDemo {
        public static let files: [(name: String, text: String)] = [
      \(files.joined(separator: "\n"))
        ]
      }

      """
  }

  private static func write(_ text: String, to path: String) {
    do {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      fail("\(path) could not be written: \(error)", status: 1)
    }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}
