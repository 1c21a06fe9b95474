import Recognizers
import Testing
import Values

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("Offsets, form and keeping")
struct ShapeTests {
  @Test("Offsets count Unicode scalars of the text as given")
  func offsets() {
    let values = Recognizers().values(in: "👌🏻 把合同改到１２月１５日", Corpus.context(.chinese))
    #expect(values.map(\.range) == [8..<14])
  }

  @Test("Full width and capitals do not matter")
  func folding() {
    #expect(Corpus.found("ＵＳＤ ２４，０００") == ["money 24000 USD"])
    #expect(Corpus.found("NEXT FRIDAY") == ["date 2026-12-04"])
    #expect(Corpus.found("下週二", .chinese) == ["date 2026-12-01"])
  }

  @Test("The JSON of a sentence is the protocol's")
  func json() {
    #expect(
      Recognizers().json(in: "set Sam's call for next Tuesday", Corpus.context())
        == #"[{"text":"next Tuesday","start":19,"end":31,"kind":"date","value":{"from":"2026-12-01","to":"2026-12-02","grain":"day"}}]"#
    )
    #expect(Recognizers().json(in: "nothing here", Corpus.context()) == "[]")
  }

  @Test("A time stays relative when it is kept and read again")
  func keeping() throws {
    for sentence in [
      "in 2 days", "next Tuesday at 3pm", "from March 1 to 15", "since June 1", "the last 30 days", "end of Q1",
    ] {
      let value = try #require(Recognizers().values(in: sentence, Corpus.context()).first?.time)
      let kept = try JSONEncoder().encode(value)
      #expect(try JSONDecoder().decode(TimeExpression.self, from: kept) == value)
    }
    let later = try #require(LocalTime(iso: "2027-01-10T08:00"))
    let value = try #require(Recognizers().values(in: "in 2 days", Corpus.context()).first?.time)
    #expect(value.resolve(at: later, prefer: .future)?.singleDay == Day(iso: "2027-01-12"))
  }

  @Test("Whether a time of day was said is visible")
  func timeOfDay() {
    let said = { (text: String) in Recognizers().values(in: text, Corpus.context()).first?.time?.hasTimeOfDay }
    #expect(said("Thursday from 2 to 3pm") == true)
    #expect(said("from March 1 to 15") == false)
    #expect(said("in 2 hours") == true)
    #expect(said("next Tuesday") == false)
  }

  @Test("The parts of a range are candidates beside the range")
  func overlap() {
    let context = Corpus.context()
    let found = Recognizers().candidates(in: "from March 1 to 15", context).map { Corpus.describe($0) }
    #expect(found.contains("range 2027-03-01..2027-03-16"))
    #expect(found.contains("date 2027-03-01"))
    #expect(found.contains("range 2027-03-01..2027-04-01"))
  }

  @Test(
    "The number of a date is not offered as a number",
    arguments: ["close it December 15", "idle for 30 days", "12月15日成交"])
  func numberOfDate(_ sentence: String) {
    let kinds = Recognizers().candidates(in: sentence, Corpus.context()).map(\.kind)
    #expect(!kinds.contains(.number) && !kinds.contains(.money))
  }

  @Test(
    "The same reading of the same words is offered once",
    arguments: ["周四下午两点到三点", "tomorrow at 3pm for an hour", "from March 1 to 15"])
  func once(_ sentence: String) {
    let found = Recognizers().candidates(in: sentence, Corpus.context())
    #expect(Set(found).count == found.count)
    #expect(Set(found.map { "\($0.range) \(Corpus.describe($0))" }).count == found.count)
  }

  @Test("A text far longer than a sentence is read at its beginning only")
  func longText() {
    let text = "call her tomorrow " + String(repeating: "周一到", count: 100_000)
    #expect(Recognizers().values(in: text, Corpus.context()).first?.kind == .date)
  }

  @Test("Values never overlap and lie inside the sentence, whatever is typed", arguments: 0..<200)
  func anyInput(_ seed: Int) {
    let pieces = [
      "3", "月", "pm", " ", "to", "from", "一", "半", "$", ".", "-", "/", ":", "next", "friday", "底", "前", "@", "k", "%",
      "第", "点", "2026", "the", "of",
    ]
    var state = UInt64(seed &+ 1) &* 0x9E37_79B9_7F4A_7C15
    var text = ""
    for _ in 0..<24 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count] + (state >> 60 == 0 ? "" : " ")
    }
    let values = Recognizers().values(in: text, Corpus.context())
    var end = 0
    for value in values {
      #expect(
        value.range.lowerBound >= end && value.range.upperBound <= text.unicodeScalars.count && !value.range.isEmpty)
      end = value.range.upperBound
    }
    _ = Recognizers().json(in: text, Corpus.context())
  }
}
