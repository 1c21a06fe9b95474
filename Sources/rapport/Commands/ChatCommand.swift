import ArgumentParser
import Rendering
import Surfaces

struct ChatCommand: RapportCommand {
  static let configuration = CommandConfiguration(commandName: "chat", abstract: "Talk to your CRM (the default).")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Talk about the demo company, in a database that is made anew and thrown away.")
  var demo = false

  func perform(_ program: Program) throws -> Say.Outcome {
    guard demo else { return try talk(program, options.settings()) }
    let path = try program.makeDemo(options.settings(database: ":memory:"))
    defer { program.discard(path) }
    var settings = options.settings(database: path)
    settings.login = settings.login ?? "dana"
    return try talk(program, settings)
  }

  private func talk(_ program: Program, _ settings: Program.Settings) throws -> Say.Outcome {
    let desk = try program.open(settings)
    let seat = try desk.seat(options, conversation: "terminal")
    let greeting = Greeting(company: desk.company, user: desk.userName, language: desk.language)
    let repl = Repl(desk.responder, seat, greeting, history: historyFile) { options.printer }
    repl.run()
    return .done
  }

  /// nil where there can be none; the conversation goes on without.
  private var historyFile: String? {
    let folder = Environment.folder("XDG_STATE_HOME", else: ".local/state") + "/rapport"
    guard (try? Environment.makeFolder(folder)) != nil else { return nil }
    return folder + "/history"
  }
}
