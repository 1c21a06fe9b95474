import Conversation
import Model
import Testing
import Values

@testable import Rendering

@Suite struct FormatTests {
  private func reply(_ blocks: [Block] = [], data: JSON? = nil) -> Reply {
    Reply(.ok, language: .english, blocks: blocks, data: data)
  }

  @Test func formulasAreGuardedInCSVAndNumbersAreNot() {
    let grid = Block.Grid(
      title: nil, columns: [.init("Name"), .init("Amount")],
      rows: [["=HYPERLINK(\"x\")", "-12.50"], ["@cmd, ok", "+1"], ["-x", "a\nb"]])
    #expect(
      CSVRenderer().text(of: reply([.table(grid)])) == """
        Name,Amount
        "'=HYPERLINK(""x"")",-12.50
        "'@cmd, ok",+1
        '-x,"a
        b"

        """)
  }

  @Test func csvPrefersTheDataToWhatPeopleRead() {
    let data: JSON = [
      "kind": "list",
      "records": [
        ["id": "D-1", "name": "Acme rollout", "amount": ["amount": "24000.00", "currency": "USD"]],
        ["id": "D-2", "name": "Globex", "owner": ["id": "dana", "name": "Dana"]],
      ],
    ]
    #expect(
      CSVRenderer().text(of: reply([.text("Two deals.")], data: data))
        == "id,name,amount,amount_currency,owner\nD-1,Acme rollout,24000.00,USD,\nD-2,Globex,,,Dana\n")
  }

  @Test func markdownEscapesWhatWouldBeMarkup() {
    let grid = Block.Grid(
      title: "A|B", columns: [.init("x"), .init("n", .right)], rows: [["*a* | <b>", "1"]], first: 3)
    #expect(
      MarkdownRenderer().text(of: reply([.text("one\ntwo"), .table(grid)])) == """
        one\u{20}\u{20}
        two

        **A\\|B**

        | \\# | x | n |
        |---:|---|---:|
        | 3 | \\*a\\* \\| \\<b\\> | 1 |
        """)
  }

  @Test func jsonHasTheProtocolsMembers() {
    var reply = reply([.list(.init(title: "T", items: ["a"]))], data: ["kind": "count", "total": 1])
    reply.understood = Understood(
      intent: "deal.list", tier: "exact", slots: [.init("deal", ["text": "x"])], reading: "r", runnersUp: ["q"])
    reply.choices = [Choice(title: "a", send: "1")]
    reply.suggestions = [Suggestion(title: "Undo", send: "undo")]
    reply.replayed = true
    #expect(
      ReplyDocument(reply, text: "T", inReplyTo: "m1", conversation: "c1").json.text
        == #"{"v":1,"type":"reply","in_reply_to":"m1","conversation":{"id":"c1"},"status":"ok","language":"en","#
        + #""text":"T","blocks":[{"type":"list","title":"T","first":1,"items":["a"]}],"#
        + #""understood":{"intent":"deal.list","tier":"exact","slots":{"deal":{"text":"x"}},"reading":"r"},"#
        + #""runners_up":["q"],"data":{"kind":"count","total":1},"choices":[{"number":1,"title":"a","send":"1"}],"#
        + #""suggestions":[{"title":"Undo","send":"undo"}],"changed":false,"undo":false,"replayed":true}"#)
  }

  @Test func colourIsForTerminalsThatWantIt() {
    #expect(ColorChoice.auto.allows(isTerminal: true, noColor: false, term: "xterm"))
    #expect(!ColorChoice.auto.allows(isTerminal: true, noColor: true, term: "xterm"))
    #expect(!ColorChoice.auto.allows(isTerminal: true, noColor: false, term: "dumb"))
    #expect(!ColorChoice.auto.allows(isTerminal: false, noColor: false, term: "xterm"))
    #expect(ColorChoice.always.allows(isTerminal: false, noColor: true, term: nil))
  }
}
