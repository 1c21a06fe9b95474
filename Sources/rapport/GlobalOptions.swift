import ArgumentParser
import Glibc
import Rendering
import Surfaces
import Values

/// The options of every command.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The database file, or :memory:.", valueName: "file"))
  var db: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("Who speaks.", valueName: "login"))
  var login: String?

  @Option(
    help: ArgumentHelp("The language to be answered in: en or zh.", valueName: "language"), transform: readLanguage)
  var language: LanguageCode?

  @Option(
    help: ArgumentHelp("A clock that stands still, such as 2026-11-23T09:00:00-05:00.", valueName: "time"),
    transform: readMoment)
  var now: Moment?

  @Option(help: "How replies are printed.")
  var format: ReplyFormat = .text

  @Option(help: "Whether headings are marked.")
  var color: ColorChoice = .auto

  @Option(help: ArgumentHelp("More intent files, laid over the built-in ones.", valueName: "dir"))
  var intents: [String] = []

  /// - Parameter isCreating: the command may begin on a database that is not there yet.
  func settings(isCreating: Bool = true) throws -> Program.Settings {
    let file = DatabaseFile(option: db)
    if isCreating { try file.create() } else { try file.require() }
    return settings(database: file.path)
  }

  func settings(database: String) -> Program.Settings {
    Program.Settings(database: database, login: login, language: language, now: now, intents: intents)
  }

  /// For standard output: colours and wrapping where it is a terminal.
  var printer: ReplyPrinter {
    let output = Output.standard
    let width = Environment["COLUMNS"].flatMap { Int($0) } ?? (output.isTerminal ? output.columns ?? 80 : nil)
    let hasColor = color.allows(
      isTerminal: output.isTerminal, noColor: Environment["NO_COLOR"] != nil, term: Environment["TERM"])
    return ReplyPrinter(format, TextRenderer(width: width, hasColor: hasColor, hasSpacing: output.isTerminal))
  }

  private static func readLanguage(_ text: String) throws -> LanguageCode {
    let language = LanguageCode(text)
    guard (2...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      throw ValidationError("A language is given by its code, such as en or zh; \"\(text)\" is none.")
    }
    return language
  }

  private static func readMoment(_ text: String) throws -> Moment {
    guard let moment = Moment(iso: text) else {
      throw ValidationError("A time has an offset, such as 2026-11-23T09:00:00-05:00; \"\(text)\" is none.")
    }
    return moment
  }
}

extension ReplyFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
