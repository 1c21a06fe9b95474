import ArgumentParser
import Glibc
import Surfaces

struct ExportCommand: RapportCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write all records as CSV files, one per kind.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("The folder to write into; made if it is not there.", valueName: "dir"))
  var folder: String

  func perform(_ program: Program) throws -> Say.Outcome {
    Signals.ignorePipe()
    let settings = try options.settings(isCreating: false)
    try Environment.makeFolder(folder)
    for (file, rows) in try program.export(settings, folder) { Output.standard.write("\(file): \(rows)\n") }
    return .done
  }
}

struct BackupCommand: RapportCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the database while it is in use.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("The copy; it must not be there yet.", valueName: "file"))
  var file: String

  func perform(_ program: Program) throws -> Say.Outcome {
    let settings = try options.settings(isCreating: false)
    guard access(file, F_OK) != 0 else {
      throw ProgramFault("\(file) is there already. Nothing was written; name another file.", .usage)
    }
    try program.backup(settings, file)
    Output.standard.write("The backup is in \(file).\n")
    return .done
  }
}

struct DoctorCommand: RapportCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look into the database's integrity, version, permissions and settings.")

  @OptionGroup var options: GlobalOptions

  func perform(_ program: Program) throws -> Say.Outcome {
    let findings = try program.doctor(options.settings(isCreating: false))
    for finding in findings {
      Output.standard.write("\(finding.isFine ? "ok  " : "BAD ") \(finding.subject): \(finding.state)\n")
    }
    return findings.allSatisfy(\.isFine) ? .done : .open
  }
}

struct CheckCommand: RapportCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the intent files.",
    discussion: """
      With --sentences, every template is said so many times by chance, and each time with a slip of the finger as well: \
      all of these must be read as their intent. The same seed makes the same sentences.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: "How many sentences to make of each template.")
  var sentences = 0

  @Option(help: "Which sentences are made.")
  var seed: UInt64 = 1

  @Option(help: "How many pairs of intents that take each other's sentences to name.")
  var show = 20

  func validate() throws {
    guard (0...1000).contains(sentences), show >= 0 else {
      throw ValidationError("--sentences is a number from 0 to 1000, and --show one from 0.")
    }
  }

  func perform(_ program: Program) throws -> Say.Outcome {
    if sentences > 0 {
      let report = try program.playIntents(options.settings(database: ":memory:"), sentences, seed)
      Output.standard.write(report.text(showing: show) + "\n")
    }
    let problems = try program.checkIntents(options.settings(database: ":memory:"))
    for problem in problems { Output.standard.write("\(problem)\n") }
    let errors = problems.count { $0.severity == .error }
    if errors == 0 { Output.standard.write("The intent files are in order; \(problems.count) warnings.\n") }
    return errors == 0 ? .done : .open
  }
}
