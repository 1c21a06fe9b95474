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
    if place.isTaken {
      guard turn.answers.isConfirmed else { throw Interruption.confirm(turn.say("file.exists", ["file": name])) }
      try write(to: place.path + ".part", at: place.path)
    } else {
      try write(to: place.path, at: place.path)
    }
    let bytes = (try? FileManager.default.attributesOfItem(atPath: place.path))?[.size] as? Int64 ?? 0
    let size = String((bytes + 1023) / 1024)
    return .text(
      turn.wording.reply("data.backup", "done", ["file": place.path, "size": size]),
      data: ["kind": "value", "value": .string(place.path)])
  }

  /// The old copy stays until the new one is whole.
  private func write(to path: String, at final: String) throws {
    try? FileManager.default.removeItem(atPath: path == final ? path + ".part" : path)
    try round.assistant.store.backup(to: path)
    guard path != final else { return }
    try FileManager.default.removeItem(atPath: final)
    try FileManager.default.moveItem(atPath: path, toPath: final)
  }
}
