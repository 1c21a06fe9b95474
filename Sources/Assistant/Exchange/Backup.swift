import CRM
import Conversation
import Foundation
import Model

/// A copy of the whole database in the folder for files, made while others work. For administrators: it holds everything.
struct Backup {
  let round: Round
  let turn: Turn

  func outcome(_ name: String) throws -> Outcome {
    guard turn.context.speaker.role == .admin else {
      var outcome = Outcome.text(turn.say("backup.denied"))
      outcome.status = .denied
      return outcome
    }
    guard let place = turn.files.place(of: name) else {
      throw Interruption.refused(turn.say("file.outside", ["file": name, "folder": turn.files.folder]))
    }
    var files = 0
    if place.isTaken {
      guard turn.answers.isConfirmed else { throw Interruption.confirm(turn.say("file.exists", ["file": name])) }
      files = try replace(place.path)
    } else {
      files = try round.assistant.store.backup(to: place.path)
    }
    let bytes = (try? FileManager.default.attributesOfItem(atPath: place.path))?[.size] as? Int64 ?? 0
    let size = String((bytes + 1023) / 1024)
    let reply = files > 0 ? "files" : "done"
    return .text(
      turn.wording.reply("data.backup", reply, ["file": place.path, "size": size, "count": String(files)]),
      data: ["kind": "value", "value": .string(place.path)])
  }

  /// The old copy stays until the new one is whole.
  private func replace(_ path: String) throws -> Int {
    let disk = FileManager.default
    let draft = path + ".part"
    for old in [draft, draft + ".files"] { try? disk.removeItem(atPath: old) }
    let files = try round.assistant.store.backup(to: draft)
    try disk.removeItem(atPath: path)
    try disk.moveItem(atPath: draft, toPath: path)
    try? disk.removeItem(atPath: path + ".files")
    if files > 0 { try disk.moveItem(atPath: draft + ".files", toPath: path + ".files") }
    return files
  }
}
