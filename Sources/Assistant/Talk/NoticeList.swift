import CRM
import Conversation
import Model
import Values

/// What the speaker was told, the newest first; listed, it counts as read.
struct NoticeList {
  private static let most = 20

  let round: Round
  let turn: Turn

  func outcome() throws -> Outcome {
    let store = round.assistant.store
    let login = turn.context.speaker.login
    try store.announceDue(at: turn.context.now)
    let (notices, unread) = try store.notices(to: login, limit: NoticeList.most)
    guard let newest = notices.first else { return .text(reply("none", [:]), data: data([])) }
    let texts = try store.read(round.context) { reader in
      try notices.map { try NoticeText(wording: turn.wording, reader: reader).text($0) }
    }
    let zone = turn.context.speaker.zone
    let lines = zip(notices, texts).map { notice, text in
      reply(
        "line",
        [
          "mark": notice.isRead ? "" : "* ", "when": turn.values.moment(zone.moment(epoch: notice.at.epoch).local),
          "text": text,
        ])
    }
    try store.markRead(by: login, upTo: newest.id, at: turn.context.now)
    var outcome = Outcome()
    outcome.blocks = [.list(.init(title: reply("title", ["unread": String(unread)]), items: lines))]
    outcome.data = data(texts)
    outcome.focus = notices.prefix(1).compactMap(\.about)
    return outcome
  }

  private func data(_ texts: [String]) -> JSON {
    .object([
      .init("kind", "report"), .init("lines", .array(texts.map { .string($0) })),
      .init("total", .integer(Int64(texts.count))),
    ])
  }

  private func reply(_ name: String, _ values: [String: String]) -> String {
    turn.wording.reply("talk.notices", name, values)
  }
}
