import CRM
import Conversation
import Model
import Values

/// The sentences that were not understood, the most frequent first. For administrators: they are what others said.
struct MissesIntent: IntentHandler {
  static let intents = ["talk.misses"]
  private static let most = 30

  func run(_ call: Call) throws -> Outcome {
    let turn = call.turn
    guard turn.context.speaker.role == .admin else {
      var outcome = Outcome.text(call.reply("denied", [:]))
      outcome.status = .denied
      return outcome
    }
    let all = try call.reader.missed(since: nil)
    let groups = MissesIntent.grouped(all)
    guard !groups.isEmpty else {
      return .text(call.reply("none", [:]), data: ["kind": "groups", "groups": [], "total": 0])
    }
    let lines = groups.prefix(MissesIntent.most).map { group in
      call.reply(
        "line",
        [
          "count": String(group.count), "sentence": group.text,
          "when": group.last.map { turn.values.day($0.local.day) } ?? "–", "who": group.logins.joined(separator: ", "),
        ])
    }
    var outcome = Outcome()
    outcome.blocks = [.list(.init(title: call.reply("title", ["total": String(all.count)]), items: lines))]
    outcome.data = .object([
      .init("kind", "groups"),
      .init(
        "groups",
        .array(
          groups.map {
            ["key": .string($0.text), "label": .string($0.text), "value": .integer(Int64($0.count))]
          })), .init("total", .integer(Int64(all.count))),
    ])
    return outcome
  }

  private struct Group {
    var text: String
    var count = 0
    var last: Moment?
    var logins: [String] = []
  }

  /// Said the same but for case and marks.
  private static func grouped(_ all: [MissedSentence]) -> [Group] {
    var groups: [String: Group] = [:]
    for miss in all {
      var group = groups[NameKey.key(miss.text)] ?? Group(text: miss.text, last: miss.at)
      group.count += 1
      if !group.logins.contains(miss.login) { group.logins.append(miss.login) }
      groups[NameKey.key(miss.text)] = group
    }
    return groups.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }
}
