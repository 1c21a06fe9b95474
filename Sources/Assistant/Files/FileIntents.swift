import CRM
import Conversation
import Language
import Model
import Values

/// Keeps a file of the folder for files with a record.
struct AttachFileIntent: IntentHandler {
  static let intents = ["file.attach"]
  static let defaultLimit = 25

  func run(_ call: Call) throws -> Outcome {
    let record = try AttachFileIntent.record(call)
    let files = call.turn.files
    guard let name = AttachFileIntent.name(call) else { throw Interruption.ask(slot: "file") }
    let bytes = try read(name, call)
    let checksum = SHA256.hex(bytes)
    let facts = ["record": record.name, "file": name, "size": FileSize.text(bytes.count)]
    let same = Predicate.all([
      .oneOf(.path(["checksum"]), [.text(checksum)]), .oneOf(.path(["about"]), [.record(record.id)]),
    ])
    if let known = try call.reader.page(Query("file", where: same), offset: 0, size: 1, fields: []).records.first {
      return .text(call.reply("same", facts.merging(["file": known.name]) { $1 }), focus: [known.id, record.id])
    }
    let writer = try call.writing()
    try files.keep(bytes, checksum: checksum)
    var values: [FieldID: Value] = [
      "name": .text(String(name.split(separator: "/").last ?? Substring(name))), "about": .record(record.id),
      "bytes": .integer(Int64(bytes.count)), "checksum": .text(checksum), "created": .moment(call.turn.context.now),
    ]
    if let user = call.turn.context.speaker.user { values["owner"] = .record(user) }
    let id = try writer.create("file", values)
    var outcome = Outcome.text(call.reply("done", facts), focus: [record.id, id])
    outcome.data = try RecordData(reader: call.reader).json(id)
    return outcome
  }

  private func read(_ name: String, _ call: Call) throws -> [UInt8] {
    let limit = (try call.reader.setting("file_limit_mb").flatMap { Int($0) } ?? Self.defaultLimit) * 1_000_000
    var facts = ["file": name, "folder": call.turn.files.folder, "limit": FileSize.text(limit)]
    do {
      return try call.turn.files.read(name, limit: limit)
    } catch let refusal as FileFolder.Refusal {
      let reply: String
      switch refusal {
      case .outside: reply = "outside"
      case .isFolder: reply = "folder"
      case .large(let size):
        facts["size"] = FileSize.text(size)
        reply = "large"
      case .missing, .lost, .broken: reply = "missing"
      }
      throw Interruption.refused(call.reply(reply, facts))
    }
  }

  /// A customer is the likeliest of all that a name may stand for.
  static func record(_ call: Call) throws -> Record {
    try call.optionalRecord("account") ?? call.record("record")
  }

  /// Spoken names have their dot in words: "contract dot pdf".
  static func name(_ call: Call) -> String? {
    guard var text = call.optionalText("file"), !text.isEmpty else { return nil }
    for (spoken, written) in [(" dot ", "."), (" point ", "."), ("点", ".")] where !text.contains(".") {
      if let found = text.range(of: spoken, options: .backwards) { text.replaceSubrange(found, with: written) }
    }
    for mark in ["\"", "“", "”", "「", "」", "'"] { text = text.replacing(mark, with: "") }
    return text
  }

  func normalForm(_ call: Call) -> [JSON.Member]? {
    guard let record = try? AttachFileIntent.record(call), let name = AttachFileIntent.name(call) else { return nil }
    return [.init("file", .string(name)), .init("record", RecordJSON.reference(record))]
  }
}

/// Writes a stored file out, if its bytes are still the ones that were attached.
struct SaveFileIntent: IntentHandler {
  static let intents = ["file.save"]

  func run(_ call: Call) throws -> Outcome {
    try save(try call.record("file"), as: try call.text("target"), call)
  }

  /// Also what "export contract.pdf to copy.pdf" means.
  func save(_ file: Record, as target: String, _ call: Call) throws -> Outcome {
    let files = call.turn.files
    guard case .text(let checksum)? = file["checksum"] else { throw Interruption.ask(slot: "file") }
    var facts = ["file": file.name, "target": target, "folder": files.folder, "checksum": String(checksum.prefix(12))]
    guard files.isPlain(target) else { throw Interruption.refused(call.wording.reply("file.save", "outside", facts)) }
    do {
      let bytes = try files.kept(checksum)
      guard let path = try files.write(bytes, name: target, replace: call.turn.answers.isConfirmed) else {
        throw Interruption.confirm(call.turn.say("file.exists", ["file": target]))
      }
      facts["path"] = path
      facts["size"] = FileSize.text(bytes.count)
      return .text(call.wording.reply("file.save", "done", facts), focus: [file.id])
    } catch let refusal as FileFolder.Refusal {
      facts["folder"] = files.vault ?? files.folder
      throw Interruption.refused(call.wording.reply("file.save", refusal == .broken ? "broken" : "missing", facts))
    }
  }
}

enum FileSize {
  /// `340 bytes`, `12 kB`, `3.4 MB`: powers of ten, as file managers say it.
  static func text(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
    let tenths = (bytes + 50_000) / 100_000
    return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}
