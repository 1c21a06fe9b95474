import ArgumentParser
import Surfaces

/// A command of ours: does its work, and ends with the protocol's exit codes.
protocol RapportCommand: ParsableCommand {
  func perform(_ program: Program) throws -> Say.Outcome
}

extension RapportCommand {
  func run() throws {
    let outcome: Say.Outcome
    do {
      outcome = try perform(.live)
    } catch let fault as ProgramFault {
      Output.errors.write("rapport: \(fault)\n")
      throw ExitCode(fault.outcome.rawValue)
    } catch let error as ValidationError {
      throw error
    } catch {
      Output.errors.write("rapport: \(error)\n")
      throw ExitCode(Say.Outcome.fault.rawValue)
    }
    if outcome != .done { throw ExitCode(outcome.rawValue) }
  }
}

extension Program.Desk {
  /// Who speaks at a surface with one speaker; whoever sets a new database up goes by their name on this machine.
  func seat(_ options: GlobalOptions, conversation: String) throws(ProgramFault) -> Seat {
    guard let login = login ?? (company == nil ? Environment["USER"] ?? "me" : nil) else {
      throw ProgramFault("Several people use this database. Say who you are with --as LOGIN.", .usage)
    }
    return Seat(from: login, conversation: conversation, language: language, now: options.now)
  }
}
