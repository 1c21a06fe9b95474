import Assistant
import BuiltinIntents
import CRM
import Conversation
import Exchange
import Foundation
import Language
import Model
import Store
import Testing
import Values

/// A database with the assistant as it ships, on a Monday morning that does not end.
struct Company {
  static let now = "2026-11-23T09:00:00-05:00"
  static let demo = BuiltinDemo.files.map { ImportFile(name: $0.name, bytes: Array($0.text.utf8)) }

  let store: SQLiteStore
  let assistant: Assistant
  let catalogue: Catalogue
  private let custodian: Context

  /// What is in the database at `path`, and in `files`.
  init(path: String = ":memory:", files: [ImportFile] = [], folder: String = ".") throws {
    store = try SQLiteStore(path: path, schema: CRMSchema.all, policy: CompanyPolicy(), rules: CRMRules())
    catalogue = try Catalogue(text: BuiltinIntents.text)
    let now = try #require(Moment(iso: Company.now))
    let speaker = Speaker(
      user: nil, login: "rapport", name: "rapport", role: .admin, team: "", zone: .utc, language: .english,
      currency: .usd)
    custodian = Context(speaker: speaker, now: now, baseCurrency: .usd)
    let zone = try #require(Zone("America/New_York"))
    assistant = Assistant(
      store: store, lexicon: Lexicon(catalogue, schema: CRMSchema.all), catalogue: catalogue,
      settings: .init(baseCurrency: .usd, zone: zone, files: folder), clock: { now.epoch })
    if !files.isEmpty { try load(files) }
  }

  private func load(_ files: [ImportFile]) throws {
    let command = Command(intent: "data.import", sentence: "import", conversation: "tests", isImport: true)
    let report = try Importer().run(files, into: store, context: custodian, command: command)
    try #require(report.problems.isEmpty, "\(report.problems)")
  }

  func say(_ text: String, as login: String, in conversation: String = "tests", isExplain: Bool = false) throws -> Reply
  {
    try assistant.reply(to: Message(conversation: conversation, from: login, text: text, isExplain: isExplain))
  }

  func export() throws -> [ExportFile] {
    try store.read(custodian) { try Exporter($0).files() }
  }
}

extension Reply {
  /// What is said to people, for the message of a failure.
  var said: String {
    blocks.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: " ")
  }
}

/// The first line that differs between two exports; nil where they are the same byte for byte.
func difference(_ before: [ExportFile], _ after: [ExportFile]) -> String? {
  guard before != after else { return nil }
  for file in before {
    guard let other = after.first(where: { $0.name == file.name }) else { return "\(file.name) is missing" }
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let others = other.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, other) in zip(lines, others) where line != other { return "\(file.name): \(line) ≠ \(other)" }
    if lines.count != others.count { return "\(file.name): \(lines.count) lines ≠ \(others.count)" }
  }
  return "files that were not there: \(after.map(\.name).filter { name in !before.contains { $0.name == name } })"
}
