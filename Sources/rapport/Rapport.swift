import ArgumentParser

/// The CRM you talk to.
@main
struct Rapport: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "rapport",
    abstract: "The CRM you talk to, in English and Chinese.",
    discussion: "Without a command it opens a conversation. Type \"help\" there.",
    version: version,
    subcommands: [
      ChatCommand.self, BotCommand.self, SayCommand.self, ImportCommand.self, ExportCommand.self,
      TranscriptsCommand.self, ValuesCommand.self, CheckCommand.self, BackupCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: ChatCommand.self)

  static func main() {
    let arguments = commandFirst(Array(CommandLine.arguments.dropFirst()))
    guard let command = PlainSay.command(arguments) else { return main(arguments) }
    do { try command.run() } catch { exit(withError: error) }
  }

  /// The command moved before the global options that stand in front of it: `--db FILE say …` is `say --db FILE …`.
  static func commandFirst(_ arguments: [String]) -> [String] {
    let options = ["--db", "--as", "--language", "--now", "--format", "--color", "--intents"]
    let commands = configuration.subcommands.map { $0._commandName }
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("--") {
      let argument = arguments[index]
      if options.contains(argument) {
        index += 2
      } else if options.contains(where: { argument.hasPrefix($0 + "=") }) {
        index += 1
      } else {
        return arguments
      }
    }
    guard index > 0, index < arguments.count, commands.contains(arguments[index]) else { return arguments }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
  }
}
