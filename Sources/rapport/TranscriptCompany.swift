import CRM
import Conversation
import Foundation
import Model
import Store
import Surfaces
import Values

/// Fresh companies for transcripts to be played in.
struct TranscriptCompany: TranscriptWorld {
  let settings: Program.Settings

  private func workshop(_ path: String, _ language: LanguageCode? = nil, _ now: Moment? = nil) throws -> Workshop {
    try Workshop(
      Program.Settings(
        database: path, login: nil, language: language, now: now ?? settings.now, intents: settings.intents))
  }

  func make(data: String?, users: [String], clock: Moment) throws -> String {
    let folder = NSTemporaryDirectory() + "rapport-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let path = folder + "/rapport.db"
    let workshop = try workshop(path, nil, clock)
    if data == "demo" {
      try workshop.loadDemo()
    } else {
      let command = Command(intent: "setup", sentence: "setup", conversation: "transcript", isImport: true)
      try workshop.store.write(workshop.custodian, command) { writer in
        for login in users {
          _ = try writer.create("user", ["login": .text(login), "name": .text(login), "role": .text("rep")])
        }
      }
    }
    return path
  }

  func responder(at path: String, language: LanguageCode?) throws -> any Responder {
    try workshop(path, language).desk().responder
  }

  func check(at path: String, kind: String, name: String, now: Moment) throws -> [String: String]? {
    let workshop = try workshop(path, nil, now)
    return try workshop.store.read(workshop.custodian) { reader in
      guard let schema = reader.schema[KindID(kind)] else { return nil }
      var found = try reader.records(named: NameKey.key(name), kind: schema.id).first?.id
      if found == nil { found = try reader.record(code: name) }
      guard let found, let record = try reader.record(found) else { return nil }
      var fields: [String: String] = [:]
      for field in schema.fields {
        fields[field.id.rawValue] = record[field.id].map { TranscriptCompany.text($0, record.labels) } ?? ""
      }
      return fields
    }
  }

  private static func text(_ value: Value, _ labels: [RecordID: String]) -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): "\(number)"
    case .boolean(let flag): flag ? "yes" : "no"
    case .money(let money): money.decimal
    case .amounts(let all): all.map(\.description).joined(separator: ", ")
    case .day(let day): day.description
    case .moment(let moment): moment.local.description
    case .record(let id): labels[id] ?? id.description
    case .list(let labels): labels.joined(separator: ", ")
    }
  }

  func count(at path: String, kind: String, now: Moment) throws -> Int {
    let workshop = try workshop(path, nil, now)
    return try workshop.store.read(workshop.custodian) { reader in
      try reader.page(Query(KindID(kind)), offset: 0, size: 1, fields: []).total
    }
  }

  func discard(_ path: String) { TranscriptCompany.delete(path) }

  /// The database, with its folder and all that sentences have written into it.
  static func delete(_ path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    guard folder.lastPathComponent.hasPrefix("rapport-") else { return }
    try? FileManager.default.removeItem(at: folder)
  }
}
