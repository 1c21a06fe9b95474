import ArgumentParser
import Surfaces

struct BotCommand: RapportCommand {
  static let configuration = CommandConfiguration(
    commandName: "bot", abstract: "Answer messages from standard input, for a bridge to a chat network.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Lines of text (the default), or JSON objects, one a line.")
  var mode: Mode = .plain

  @Flag(help: "Print the JSON Schema of the protocol.")
  var schema = false

  @Option(help: ArgumentHelp("Plain: where the speaker speaks.", valueName: "name"))
  var conversation = "plain"

  @Option(help: ArgumentHelp("Plain: break longer lines of a reply.", valueName: "n"))
  var maxLineBytes: Int?

  @Option(help: ArgumentHelp("Plain: how lines come: plain, or as the IRC client ii writes them.", valueName: "form"))
  var input: Input = .plain

  @Option(help: ArgumentHelp("Plain, ii: the bot's own name, whose lines are skipped.", valueName: "nick"))
  var nick = "rapport"

  @Flag(help: "Plain: let pushes through, on lines that begin with \"! \".")
  var push = false

  enum Mode: String, EnumerableFlag {
    case plain, jsonl
  }

  enum Input: String, ExpressibleByArgument, CaseIterable {
    case plain, ii
  }

  func validate() throws {
    if let maxLineBytes, maxLineBytes < 16 { throw ValidationError("--max-line-bytes should be 16 or more.") }
  }

  func perform(_ program: Program) throws -> Say.Outcome {
    if schema {
      Output.standard.write(ProtocolSchema.text)
      return .done
    }
    let desk = try program.open(options.settings())
    let log: (String) -> Void = { Output.errors.write($0 + "\n") }
    switch mode {
    case .jsonl:
      let session = BotSession(desk.responder, now: options.now, language: desk.language, log: log)
      BotLoop().run(session, version: Rapport.version)
    case .plain: BotLoop().run(try plainSession(desk, log))
    }
    return .done
  }

  private func plainSession(_ desk: Program.Desk, _ log: @escaping (String) -> Void) throws -> PlainSession {
    switch input {
    case .plain:
      let seat = try desk.seat(options, conversation: conversation)
      return PlainSession(desk.responder, seat, maxLineBytes: maxLineBytes, push: push, log: log)
    case .ii:
      let seat = Seat(from: nick, conversation: conversation, language: desk.language, now: options.now)
      return PlainSession(desk.responder, seat, input: .ii(ownNick: nick), maxLineBytes: maxLineBytes, log: log)
    }
  }
}
