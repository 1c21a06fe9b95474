import ArgumentParser
import Rendering
import Surfaces

struct ImportCommand: RapportCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read CSV files, or folders of them, into the database.",
    discussion: "Exits with 1 when rows were left out; each is named as FILE:LINE on standard error.")

  @OptionGroup var options: GlobalOptions

  @Option(name: .customLong("map"), help: ArgumentHelp("What a column holds.", valueName: "column=field"))
  var map: [String] = []

  @Flag(help: "Write nothing if any row has a problem.")
  var allOrNothing = false

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"))
  var paths: [String]

  func validate() throws {
    for pair in map where pair.split(separator: "=").count != 2 {
      throw ValidationError("--map takes COLUMN=FIELD, such as --map \"Sales Agent=owner\"; \"\(pair)\" is not that.")
    }
  }

  func perform(_ program: Program) throws -> Say.Outcome {
    Signals.ignorePipe()
    let request = Program.ImportRequest(
      paths: paths, fields: map.map { ($0.before("="), $0.after("=")) }, isAllOrNothing: allOrNothing)
    let bar = ProgressBar(Output.errors)
    let observer = Program.ImportObserver(
      progress: { bar.show($0, $1, of: $2) },
      problem: { problem in
        let place = problem.line.map { "\(problem.file):\($0)" } ?? problem.file
        bar.print("\(place): \(problem.why)".safeLine)
      })
    let outcome = try program.importFiles(options.settings(), request, observer)
    bar.clear()
    Output.standard.write(sentence(outcome))
    return outcome.rejected > 0 ? .open : .done
  }

  private func sentence(_ outcome: Program.ImportOutcome) -> String {
    let parts = [
      (outcome.created, "new"), (outcome.updated, "updated"), (outcome.unchanged, "unchanged"),
      (outcome.rejected, "left out"),
    ]
    let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    guard !said.isEmpty else { return "There was nothing to import.\n" }
    let isRefused = allOrNothing && outcome.rejected > 0
    return (isRefused ? "Nothing was imported: " : "Imported: ") + said.joined(separator: ", ") + ".\n"
  }
}

extension String {
  /// What stands before the last `separator`, without spaces around it.
  fileprivate func before(_ separator: Character) -> String {
    (lastIndex(of: separator).map { self[..<$0] } ?? self[...]).trimmed
  }

  fileprivate func after(_ separator: Character) -> String {
    (lastIndex(of: separator).map { self[index(after: $0)...] } ?? "").trimmed
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
