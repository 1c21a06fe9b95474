import Conversation
import Testing
import Values

@testable import Rendering

@Suite struct TextRendererTests {
  static let deals = Block.Grid(
    title: "2 open deals", columns: [.init("Deal"), .init("Amount", .right), .init("Stage")],
    rows: [["Acme rollout", "$24,000.00", "proposal"], ["晨星ERP升级", "¥80,000.00", "报价"]], footer: ["In all: 2."],
    first: 1)

  private func text(
    _ blocks: [Block], _ renderer: TextRenderer = TextRenderer(width: 80), status: Reply.Status = .ok,
    suggestions: [Suggestion] = [], choices: [Choice] = []
  ) -> String {
    renderer.text(
      of: Reply(status, language: .english, blocks: blocks, choices: choices, suggestions: suggestions))
  }

  @Test func tablesAlignByDisplayWidth() {
    #expect(
      text([.table(Self.deals)])
        == """
        2 open deals
        #  Deal             Amount  Stage
        ─  ────────────  ──────────  ────────
        1  Acme rollout  $24,000.00  proposal
        2  晨星ERP升级   ¥80,000.00  报价
        In all: 2.
        """.replacing("Deal             Amount", with: "Deal              Amount"))
  }

  @Test(arguments: [24, 30, 40, 60, 80, 140]) func noLineIsWiderThanTheTerminal(width: Int) {
    let long = Block.Grid(
      title: String(repeating: "long title ", count: 20),
      columns: (1...8).map { .init("Column \($0)", $0 == 3 ? .right : .left) },
      rows: [(1...8).map { String(repeating: "词 word\($0) ", count: $0 == 3 ? 1 : 6) }], first: 1)
    let card = Block.Card(title: "T", fields: [.init("Notes", String(repeating: "many words 很多字 ", count: 20))])
    let text = text([.table(long), .record(card)], TextRenderer(width: width))
    #expect(text.split(separator: "\n").allSatisfy { $0.columns <= width }, "\(text)")
  }

  @Test func aTableTooWideToShortenBecomesCards() {
    let grid = Block.Grid(
      title: nil, columns: [.init("Deal"), .init("Amount", .right), .init("Paid", .right)],
      rows: [["Acme rollout", "$24,000,000.00", "$1.00"], ["Globex", "", "$2.00"]], first: 1)
    #expect(
      text([.table(grid)], TextRenderer(width: 30, maxBytes: nil))
        == "1. Acme rollout ·\n   $24,000,000.00 · $1.00\n2. Globex · $2.00")
    let wide = Block.Grid(
      title: nil, columns: (0..<6).map { .init("C\($0)", .right) },
      rows: [(0..<6).map { _ in "1,000,000.00" }], first: nil)
    #expect(
      text([.table(wide)], TextRenderer(width: 50)).hasPrefix(
        "1,000,000.00\n  C1: 1,000,000.00 · C2: 1,000,000.00\n  C3: "))
  }

  @Test func escapesInRecordsDoNotReachTheTerminal() {
    let grid = Block.Grid(
      title: "\u{1B}]0;x\u{7}", columns: [.init("a\u{1B}")], rows: [["\u{1B}[2J"]], footer: ["\u{9B}"])
    let all = text(
      [
        .text("\u{1B}c"), .table(grid), .record(.init(title: "\u{1B}", fields: [.init("\u{1B}", "\u{1B}")])),
        .list(.init(title: "\u{1B}", items: ["\u{1B}"])),
      ], status: .notUnderstood, suggestions: [Suggestion(title: "\u{1B}", send: "\u{1B}")],
      choices: [Choice(title: "\u{1B}", send: "\u{1B}")])
    #expect(!all.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B || $0.value == 7 })
  }

  @Test func onlyColoursUseEscapes() {
    #expect(
      text([.table(Self.deals)], TextRenderer(width: 80, hasColor: true)).contains("\u{1B}[1m2 open deals\u{1B}[0m"))
  }

  @Test func choicesAreShownOnce() {
    let choices = [Choice(title: "Jane Doe", send: "1"), Choice(title: "Jane Donovan", send: "2")]
    #expect(
      text([.text("Which Jane?")], status: .choose, choices: choices) == "Which Jane?\n1. Jane Doe\n2. Jane Donovan")
    let list = Block.list(.init(title: nil, items: ["Jane Doe", "Jane Donovan"]))
    #expect(text([list], status: .choose, choices: choices) == "1. Jane Doe\n2. Jane Donovan")
  }

  @Test func suggestionsAreShownWhereNothingWasDone() {
    let undo = [Suggestion(title: "Undo", send: "undo")]
    #expect(text([.text("Done.")], suggestions: undo) == "Done.")
    #expect(text([.text("What?")], status: .notUnderstood, suggestions: undo) == "What?\nTry: \"undo\"")
    #expect(text([.text("Say undo.")], status: .denied, suggestions: undo) == "Say undo.")
  }

  @Test(arguments: [60, 200, 400]) func aLimitCutsWholeLinesAndSaysSo(limit: Int) {
    let items = (1...40).map { "第\($0)个商机" }
    let text = text([.list(.init(title: nil, items: items))], TextRenderer(maxBytes: limit))
    #expect(text.utf8.count <= limit)
    #expect(text.hasPrefix(" 1. 第1个商机\n"))
    #expect(text.split(separator: "\n").last?.hasPrefix("… and ") == true)
  }

  @Test func aLongCellEndsInAnEllipsisAfterThreeLines() {
    let grid = Block.Grid(
      title: nil, columns: [.init("Note"), .init("Amount", .right)],
      rows: [[String(repeating: "晨星科技有限公司", count: 12), "1.00"]])
    let lines = text([.table(grid)], TextRenderer(width: 50)).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[4].hasSuffix("…"))
    #expect(!lines[4].contains(" "))
  }
}
