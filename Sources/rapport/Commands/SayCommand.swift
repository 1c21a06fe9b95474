import ArgumentParser
import Glibc
import Surfaces

struct SayCommand: RapportCommand {
  static let configuration = CommandConfiguration(
    commandName: "say", abstract: "Say one or more sentences and print the answers.",
    discussion: "Exits with 0 when done, 1 when not understood or asked back, 2 when refused, 3 after a fault.")

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("The conversation that goes on from call to call.", valueName: "name"))
  var conversation = "say"

  @Argument(help: "Each sentence as one argument.")
  var sentences: [String]

  func perform(_ program: Program) throws -> Say.Outcome {
    Signals.ignorePipe()
    let desk = try program.open(options.settings())
    let seat = try desk.seat(options, conversation: conversation)
    let outcome = Say(desk.responder, seat, options.printer).run(sentences)
    // The process ends: to take all that was loaded apart again would take as long as another sentence.
    desk.close()
    Glibc.exit(outcome.rawValue)
  }
}
