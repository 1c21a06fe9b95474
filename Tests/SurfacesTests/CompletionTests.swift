import Testing

@testable import LineEditor

@Suite struct CompletionTests {
  private func words(_ line: String, _ candidates: String...) -> [String] {
    let word = line.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    return Completion.words(of: line, ending: word, from: candidates)
  }

  @Test func aCandidateGoesOnFromWhatIsTyped() {
    #expect(words("show my ov", "overdue follow-ups", "open deals") == ["overdue follow-ups"])
    #expect(words("move acme ro", "Acme rollout") == ["rollout"])
    #expect(words("SHOW my o", "overdue", "open") == ["overdue", "open"])
  }

  @Test func afterASpaceEveryCandidateMayFollow() {
    #expect(words("show ", "my deals", "the pipeline") == ["my deals", "the pipeline"])
    #expect(words("", "show", "help") == ["show", "help"])
  }

  @Test func chineseGoesOnInsideARunOfCharacters() {
    #expect(words("把晨星", "晨星ERP升级") == ["把晨星ERP升级"])
    #expect(words("显示我的商", "商机") == ["显示我的商机"])
  }

  @Test func lettersInsideAWordBeginNothing() {
    #expect(words("show", "owner") == [])
    #expect(words("deal", "deal") == [])
  }

  @Test func whatAllHaveInCommonComesFirst() {
    #expect(Completion.commonStart(of: ["open deals", "open leads"]) == "open ")
    #expect(Completion.commonStart(of: ["晨星", "蓝海"]) == "")
  }
}
