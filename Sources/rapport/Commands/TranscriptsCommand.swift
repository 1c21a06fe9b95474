import ArgumentParser
import Surfaces

struct TranscriptsCommand: RapportCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcripts", abstract: "Play written conversations and compare the replies.",
    discussion: "Each runs twice: in this process, and against a bot process of its own.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Rewrite the replies that differ.")
  var bless = false

  @Argument(help: ArgumentHelp("Files, and folders to look for *.chat files in.", valueName: "path"))
  var paths: [String]

  func perform(_ program: Program) throws -> Say.Outcome {
    Signals.ignorePipe()
    if bless, Environment["CI"] != nil {
      throw ProgramFault("CI is set, and there nothing is blessed. No file was changed.", .usage)
    }
    let world = try program.transcriptWorld(options.settings(database: ":memory:"))
    let run = TranscriptRun(world, isBlessing: bless, output: .standard, intents: options.intents)
    return try run.play(paths) ? .done : .open
  }
}
