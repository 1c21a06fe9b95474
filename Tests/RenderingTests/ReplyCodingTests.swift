import Conversation
import Model
import Testing

/// A reply is kept as text, for a message that is delivered again.
struct ReplyCodingTests {
  static let full: Reply = {
    var reply = Reply(
      .choose, language: .chinese,
      blocks: [
        .text("two\nlines \"quoted\" \u{202E} 晨星"),
        .record(.init(title: "Acme", fields: [.init("City", "Boston"), .init("", "")])),
        .table(
          .init(
            title: nil, columns: [.init("#", .right), .init("Name")], rows: [["1", "a"], ["2", ""]], footer: ["of 9"],
            first: 1)),
        .table(.init(title: "Empty", columns: [], rows: [])),
        .list(.init(title: nil, items: ["x", "y"], first: 3)),
      ],
      understood: Understood(
        intent: "deal.move", tier: "exact", slots: [.init("deal", ["code": "D-1", "key": 7]), .init("none", .null)],
        reading: "move", runnersUp: ["deal.list"]),
      data: ["kind": "list", "total": .number(2.5), "items": [1, true, .null]],
      choices: [.init(title: "1", send: "a")], suggestions: [.init(title: "t", send: "s")], changed: true, undo: true)
    reply.replayed = true
    return reply
  }()

  @Test(arguments: [
    ReplyCodingTests.full, Reply(.ok, language: .english), Reply(.ask, language: .english, data: .null),
  ])
  func aReplyIsReadBackAsItWasWritten(reply: Reply) {
    #expect(Reply(text: reply.text) == reply)
  }

  /// A member more needs a line more in `ReplyCoding`.
  @Test func allMembersAreWritten() {
    #expect(Mirror(reflecting: Self.full).children.count == 10)
  }

  @Test(arguments: ["", "{}", "[]", "{\"status\":\"ok\"}", "{\"status\":\"ok\",\"language\":\"en\",\"blocks\":[{}]}"])
  func whatIsNoReplyIsNone(text: String) { #expect(Reply(text: text) == nil) }
}
