import ArgumentParser
import Rendering
import Surfaces

struct ChatCommand: RapportCommand {
  static let configuration = CommandConfiguration(commandName: "chat", abstract: "Talk to your CRM (the default).")

  @OptionGroup var options: GlobalOptions

  func perform(_ program: Program) throws -> Say.Outcome {
    let desk = try program.open(options.settings())
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
