import BuiltinIntents
import CRM
import Conversation
import Exchange
import Foundation
import Model
import Store
import Surfaces
import Values

extension Workshop {
  private func command(_ sentence: String) -> Command {
    Command(intent: "data.import", sentence: sentence, conversation: "command line", isImport: true)
  }

  func importFiles(_ request: Program.ImportRequest, _ observer: Program.ImportObserver) throws -> Program.ImportOutcome
  {
    let files = try request.paths.flatMap { try ImportFile.files(at: $0) }
    let map = Dictionary(request.fields.map { ($0.column, $0.field) }, uniquingKeysWith: { _, last in last })
    let importer = Importer(.init(map: map, isAllOrNothing: request.isAllOrNothing))
    let report = try importer.run(
      files, into: store, context: custodian, command: command("import " + request.paths.joined(separator: " "))
    ) { done, total in observer.progress("", done, total) }
    for problem in report.problems {
      observer.problem(.init(file: problem.file, line: problem.line, why: problem.text))
    }
    for note in report.notes { observer.problem(.init(file: "note", line: nil, why: "\(note)")) }
    var outcome = Program.ImportOutcome()
    for (_, count) in report.counts {
      outcome.created += count.created
      outcome.updated += count.updated
      outcome.unchanged += count.unchanged
    }
    outcome.rejected = report.problems.count
    return outcome
  }

  func loadDemo() throws {
    let files = BuiltinDemo.files.map { ImportFile(name: $0.name, bytes: Array($0.text.utf8)) }
    _ = try Importer().run(files, into: store, context: custodian, command: command("load the demo"))
  }

  func export(to folder: String) throws -> [(file: String, rows: Int)] {
    let files = try store.read(custodian) { try Exporter($0).files() }
    for file in files {
      let path = folder + "/" + file.name
      guard FileManager.default.createFile(atPath: path, contents: Data(file.text.utf8)) else {
        throw ProgramFault("I cannot write \(path). The database is unchanged.")
      }
    }
    return files.map { ($0.name, $0.records) }
  }
}
