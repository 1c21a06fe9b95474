import Recognizers
import Testing
import Values

@Suite("What is no value")
struct NegativeTests {
  @Test(
    "Codes, names and everyday words are left alone",
    arguments: [
      "approve O-2001 and T-501", "the SKU is SK-100", "quote the Robot Arm R9", "we may move it",
      "they march on", "one of my deals", "put the newest first", "ask May Chen", "mail Jan Kowalski",
      "from now on", "wait a moment", "sort by amount, biggest first",
      "who sat with them",
      "attach contract.pdf", "export to deals.csv", "hand everything over to Sam", "no activity yet",
      "she is right about that",
      "看一下客户", "统一处理", "一起去", "千万别忘", "十分感谢", "分析一下成交率", "日程安排", "改成", "周涛是谁", "四川的客户", "对比竞争对手", "提前通知", "晨星二期", "超过",
    ])
  func nothing(_ sentence: String) {
    #expect(Corpus.found(sentence) == [])
  }

  @Test("A number in a name stays a number")
  func nameWithNumber() {
    #expect(Corpus.found("Project 44 Move") == ["number 44"])
  }

  @Test("24/7 is two numbers and no date")
  func alwaysOpen() {
    #expect(Corpus.found("open 24/7") == ["number 24", "number 7"])
  }

  @Test("\"may\" and \"march\" are months after a preposition")
  func months() {
    #expect(Corpus.found("it may be in may") == ["range 2027-05-01..2027-06-01"])
    #expect(Corpus.found("due in march") == ["range 2027-03-01..2027-04-01"])
  }
}
