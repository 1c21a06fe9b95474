import CRM
import Conversation
import Exchange
import Language
import Model

/// Any list as a CSV file in the folder for files.
struct ExportIntent: IntentHandler {
  static let intents = ["data.export"]

  func run(_ call: Call) throws -> Outcome {
    guard case .set(let set)? = call.slots["records"]?.term else { throw Interruption.ask(slot: "records") }
    let name = try call.text("file")
    if let stored = try ExportIntent.storedFile(set, call) { return try SaveFileIntent().save(stored, as: name, call) }
    guard let file = try Exporter(call.reader).file(of: set.query) else {
      throw Interruption.refused(call.turn.say("kind.unknown"))
    }
    let path = try call.turn.files.write(Array(file.text.utf8), name: name, replace: call.turn.answers.isConfirmed)
    guard let path else { throw Interruption.confirm(call.turn.say("file.exists", ["file": name])) }
    return .text(call.reply("done", ["file": path, "count": String(file.records)]))
  }

  /// "export contract.pdf to copy.pdf" means the file itself, not a list of it.
  static func storedFile(_ set: SetReading, _ call: Call) throws -> Record? {
    guard set.query.kind == "file", set.isName else { return nil }
    let found = try call.records("records", single: true)
    return try found.first.flatMap { try call.reader.record($0) }
  }
}
