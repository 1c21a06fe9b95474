import CRM
import Foundation
import Model
import Values

/// Makes the company that the set-up conversation has told of: settings, stages, its people.
struct SetUpCompany {
  let workshop: Workshop
  let progress: SetUpProgress
  /// Whoever has answered: the administrator.
  let login: String

  /// A pipeline to begin with, in both languages.
  private static let stages: [(name: String, chinese: String, probability: Int64, kind: String)] = [
    ("qualification", "初步接洽", 10, "open"), ("discovery", "需求确认", 25, "open"), ("proposal", "方案报价", 50, "open"),
    ("negotiation", "谈判", 75, "open"), ("won", "赢单", 100, "won"), ("lost", "输单", 0, "lost"),
  ]

  func make() throws {
    let zone = Zone(TimeZone.current.identifier)?.identifier ?? "UTC"
    let command = Command(
      intent: "setup", sentence: "set up \(progress.company)", conversation: "setup", isImport: true)
    try workshop.store.write(workshop.custodian, command) { writer in
      for (key, value) in [
        ("company", progress.company), ("base_currency", progress.currency.code), ("time_zone", zone),
      ] {
        _ = try writer.create("setting", ["key": .text(key), "value": .text(value)])
      }
      for (index, stage) in SetUpCompany.stages.enumerated() {
        _ = try writer.create(
          "stage",
          [
            "position": .integer(Int64(index + 1)), "name": .text(stage.name), "name_zh": .text(stage.chinese),
            "probability": .decimal(Double(stage.probability)), "kind": .text(stage.kind),
          ])
      }
      var taken: Set<String> = []
      let everybody = [(progress.name, "admin", login)] + progress.people.map { ($0.name, $0.role, stem($0.name)) }
      for (name, role, wanted) in everybody {
        var login = wanted
        var number = 2
        while !taken.insert(login).inserted {
          login = "\(wanted)\(number)"
          number += 1
        }
        _ = try writer.create(
          "user",
          [
            "login": .text(login), "name": .text(name), "role": .text(role), "active": .boolean(true),
            "timezone": .text(zone), "locale": .text(progress.language?.rawValue ?? "en"),
            "currency": .text(progress.currency.code),
          ])
      }
    }
  }

  /// The first name, or a Chinese name as it sounds.
  private func stem(_ name: String) -> String {
    let tokens = NameKey.tokens(name)
    guard let first = tokens.first else { return "user" }
    guard first.isIdeograph else { return first.text }
    return Pinyin.key(tokens.map(\.text).joined())?.filter { $0 != " " } ?? "user"
  }
}
