import Foundation
import IntentFiles
import Language

/// `intentc FOLDER OUTPUT`: compiles a folder of intent files to a Swift file. Run by the build.
@main
struct IntentCompiler {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("Usage: intentc FOLDER OUTPUT", status: 64) }
    let (catalogue, problems) = IntentFiles.load(arguments[1])
    guard problems.isEmpty else { fail(problems.map(\.description).joined(separator: "\n"), status: 1) }
    do {
      try catalogue.builtinSource.write(toFile: arguments[2], atomically: true, encoding: .utf8)
    } catch {
      fail("\(arguments[2]) could not be written: \(error)", status: 1)
    }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}
