import IntentFiles
import Testing

struct CheckTests {
  private func check(_ files: [String: String]) throws -> IntentCheck.Report {
    let folder = try Folder(files)
    var report = IntentCheck.run(folder.path, schema: nil)
    for index in report.problems.indices { report.problems[index].path.removeFirst(folder.path.count + 1) }
    return report
  }

  @Test func whatALanguageLeavesOutIsAWarning() throws {
    let report = try check([
      "_language/en.yaml": "grammar: {yes: [yes]}", "_language/zh.yaml": "grammar: {yes: [是]}",
      "deals/move.yaml": """
      intent: deal.move
      effect: write
      slots: {deal: {type: record/deal, required: true}}
      en: {sentences: ["move {deal}"]}
      """,
    ])
    #expect(report.isClean)
    #expect(
      report.problems.map(\.message) == [
        "deal.move can be said in only 1 ways in en.", "deal.move has no tests in en.", "deal.move has no help in en.",
        "“deal” is required, but nothing asks for it in en.", "deal.move cannot be said in zh.",
      ])
    #expect(report.problems.allSatisfy { $0.path == "deals/move.yaml" && $0.line == 1 && $0.severity == .warning })
    #expect(report.summary == "1 intents, 1 sentences, 0 words and phrases (en, zh): 0 errors, 5 warnings")
  }

  @Test func twoIntentsWithOneSentenceAreFound() throws {
    let intent = { (id: String, sentence: String) in
      "intent: \(id)\neffect: read\nslots: {x: record/deal}\nen:\n  help: h\n  tests: [go]\n  sentences:\n    - \"\(sentence)\"\n"
    }
    let report = try check([
      "_language/en.yaml": "rules: {see: \"(show|see)\"}",
      "a/one.yaml": intent("a.one", "<see> [me] {x}"), "a/two.yaml": intent("a.two", "(open|see) {x} [now]"),
    ])
    #expect(
      report.problems.map { "\($0.path):\($0.line):\($0.column) \($0.message)" } == [
        "a/two.yaml:8:7 a.one has this sentence too: “see {record/deal}”."
      ])
  }

  @Test func aWriteThatSlotsAloneCanSayIsFound() throws {
    let report = try check([
      "_language/en.yaml": "grammar: {yes: [yes]}",
      "a/one.yaml": """
      intent: a.one
      effect: write
      slots: {x: record/deal, y: value/date}
      en:
        help: h
        tests: [go]
        sentences:
          - "(move|shift|push|take|bring|put|send|get) {x} [to] {y}"
          - "{x} [to|:] {y}"
      """,
    ])
    #expect(report.problems.map { "\($0.path):\($0.line)" } == ["a/one.yaml:9"])
    #expect(report.problems.first?.message.contains("without a word of its own") == true)
  }

  @Test func errorsMakeItUnclean() throws {
    let report = try check(["a/one.yaml": "intent: a.one\n"])
    #expect(!report.isClean)
    #expect(report.text.contains("a/one.yaml:1:9: error: the intent's effect is missing."))
  }
}
