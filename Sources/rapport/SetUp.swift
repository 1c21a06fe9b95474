import CRM
import Conversation
import Model
import Values

/// Answers on an empty database: loads the demo company, or says how to begin.
struct SetUp: Responder {
  let workshop: Workshop

  private static let wishes = ["load the demo", "load demo", "demo", "加载演示数据", "载入演示数据", "演示数据"]

  func reply(to message: Message) throws -> Reply {
    if try workshop.store.logins().isEmpty == false { return try workshop.assistant().reply(to: message) }
    let key = NameKey.key(message.text)
    let isChinese = message.text.unicodeScalars.contains { NameKey.isIdeograph($0) }
    let wording = Wording(try workshop.lexicon().catalogue, isChinese ? .chinese : .english)
    guard SetUp.wishes.contains(where: { NameKey.key($0) == key }), !message.isExplain else {
      return Reply(
        .ask, language: wording.language, blocks: [.text(wording.say("setup.empty"))],
        suggestions: [Suggestion(title: wording.say("setup.load"), send: wording.say("setup.load"))])
    }
    try workshop.loadDemo()
    let logins = try workshop.store.logins().joined(separator: ", ")
    return Reply(
      .ok, language: wording.language, blocks: [.text(wording.say("setup.loaded", ["logins": logins]))], changed: true)
  }

  func pushes(to login: String?, now: Moment?) throws -> [Push] {
    try workshop.store.logins().isEmpty ? [] : workshop.assistant().pushes(to: login, now: now)
  }

  func delivered(_ ids: [String], now: Moment?) throws { try workshop.assistant().delivered(ids, now: now) }

  func completions(of line: String, from: String) -> [String] { ["load the demo"] }
}
