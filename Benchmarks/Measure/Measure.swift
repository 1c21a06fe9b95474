import BuiltinIntents
import CRM
import Glibc
import Language
import Model
import Recognizers
import Store
import Values

/// `measure DATABASE times|readings|load SENTENCES`: how long the language engine takes, and what it reads, apart from
/// everything around it. `SENTENCES` has a login, a tab and a sentence on each line; `readings` writes every reading
/// of each with its cost, so that two versions of the engine can be compared.
@main
struct Measure {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let lines = Measure.lines(of: arguments[3]) else {
      print("Usage: measure DATABASE times|readings|load SENTENCES")
      exit(64)
    }
    if arguments[2] == "load" { return try LoadTimes().run() }
    let said = try Sentences(database: arguments[1], lines: lines)
    if arguments[2] == "readings" { try said.writeReadings() } else { try said.writeTimes(arguments[2]) }
  }

  private static func lines(of path: String) -> [(login: String, text: String)]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var lines: [(login: String, text: String)] = []
    var pointer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    while getline(&pointer, &capacity, file) > 0, let pointer {
      let parts = String(cString: pointer).split(separator: "\n")[0].split(separator: "\t", maxSplits: 1)
      if parts.count == 2 { lines.append((String(parts[0]), String(parts[1]))) }
    }
    free(pointer)
    return lines
  }

  static let image = LexiconImage(
    catalogue: BuiltinIntents.spoken, words: BuiltinIntents.words, ideographs: BuiltinIntents.ideographs,
    numbers: BuiltinIntents.numbers)

  static func nanoseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }
}
