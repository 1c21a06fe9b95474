import ArgumentParser
import Glibc
import Surfaces
import Values

struct ValuesCommand: RapportCommand {
  static let configuration = CommandConfiguration(
    commandName: "values",
    abstract: "Find the dates, numbers, amounts and addresses in sentences from standard input.",
    discussion: "One sentence a line in, one JSON array a line out.")

  @OptionGroup var options: GlobalOptions

  func perform(_ program: Program) throws -> Say.Outcome {
    Signals.ignorePipe()
    let now = options.now ?? Moment(local: LocalTime(seconds: Int64(time(nil))), offset: 0)
    let values = try program.values(options.language ?? .english, now)
    let reader = LineReader(descriptor: 0)
    while true {
      let text: String
      switch reader.next() {
      case .end: return .done
      case .idle: continue
      case .tooLong: text = "[]"
      case .line(let line): text = values(String(decoding: line, as: UTF8.self))
      }
      guard Output.standard.write(text + "\n") else { return .done }
    }
  }
}
