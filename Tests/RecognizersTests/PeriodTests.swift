import Recognizers
import Testing
import Values

@Suite("Periods of business, hours as people write them, rules that end")
struct PeriodTests {
  @Test(
    "Periods as business writes them",
    arguments: [
      ("1H26", "range 2026-01-01..2026-07-01"), ("2H 2026", "range 2026-07-01..2027-01-01"),
      ("4Q26", "range 2026-10-01..2027-01-01"), ("Q4 FY26", "range 2026-10-01..2027-01-01"),
      ("deals of the quarter", "range 2026-10-01..2027-01-01"), ("week 3 of January", "range 2027-01-18..2027-01-25"),
      ("last 4 quarters", "range 2025-10-01..2026-10-01"), ("next work week", "range 2026-11-30..2026-12-05"),
      ("2024-2026", "range 2024-01-01..2027-01-01"), ("the 90s", "range 1990-01-01..2000-01-01"),
      ("weekend after next", "range 2026-12-12..2026-12-14"), ("end of business tomorrow", "date 2026-11-24"),
      ("later today", "date 2026-11-23"), ("next fiscal quarter", "range 2027-01-01..2027-04-01"),
      ("between the 3rd and the 5th", "range 2026-12-03..2026-12-06"),
      ("on the 17 at 3pm", "datetime 2026-12-17T15:00"),
    ])
  func business(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Hours",
    arguments: [
      ("11ish", "time 2026-11-23T11:00"), ("at 3-ish", "time 2026-11-23T15:00"), ("at 0930", "time 2026-11-23T09:30"),
      ("0730 hrs", "time 2026-11-24T07:30"), ("14h30", "time 2026-11-23T14:30"),
      ("seven minutes past ten", "time 2026-11-23T10:07"), ("at ten to five", "time 2026-11-23T16:50"),
      ("at half nine", "time 2026-11-23T09:30"), ("3 p. m.", "time 2026-11-23T15:00"),
      ("差一刻三点", "time 2026-11-23T14:45"), ("差五分十二点", "time 2026-11-23T11:55"),
      ("next morning", "range 2026-11-24T08:00..2026-11-24T12:00"),
      ("first thing tomorrow", "range 2026-11-24T08:00..2026-11-24T12:00"),
      ("between 0930-1130", "range 2026-11-23T09:30..2026-11-23T11:30"),
    ])
  func hours(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Lengths",
    arguments: [
      ("all day", "duration P1D"), ("the whole week", "duration P1W"), ("2h30m", "duration PT2H30M"),
      ("1h 15m", "duration PT1H15M"),
      ("three quarters of an hour", "duration PT45M"), ("一整天", "duration P1D"), ("整个星期", "duration P1W"),
    ])
  func lengths(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Rules with dates in them",
    arguments: [
      ("every June 19", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19"),
      ("19 June every year", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19"),
      ("each year on March 1", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"), ("每年3月1日", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"),
      ("the first Monday of every month", "FREQ=MONTHLY;BYDAY=1MO"),
      ("the last business day of each month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
      ("the end of every quarter", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
      ("每季度末", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
      ("every Monday through Thursday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
      ("每周一到周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
      ("every day except Sunday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"),
    ])
  func rules(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == ["recurrence \(expected)"])
  }

  @Test(
    "Rules with an end or a beginning",
    arguments: [
      ("every Friday until Christmas", nil, "2026-12-25"), ("daily for two weeks", "2026-11-23", "2026-12-06"),
      ("every Monday starting December 7", "2026-12-07", nil), ("每天直到月底", nil, "2026-11-30"),
      ("every Tuesday in December", "2026-12-01", "2026-12-31"),
    ] as [(String, String?, String?)])
  func ends(_ sentence: String, _ first: String?, _ last: String?) throws {
    let value = try #require(Recognizers().values(in: sentence, Corpus.context()).first)
    guard case .recurrence(let rule) = value.payload else { throw NoRule() }
    let days = rule.days(at: Corpus.now.local)
    #expect(days.first?.description == first && days.last?.description == last)
    #expect(value.range.count == sentence.unicodeScalars.count)
  }

  private struct NoRule: Error {}

  @Test(
    "Codes and plain talk are no times",
    arguments: [
      "order 133-03-03-2020", "the code 2001-2003-77", "at last we won", "the end is near", "sort by the biggest",
      "第三方", "it won't last that long", "一点点", "天天向上", "上门拜访", "周边",
    ])
  func negatives(_ sentence: String) {
    let times = Recognizers().values(in: sentence, Corpus.context()).filter { $0.time != nil }
    #expect(times == [])
  }
}
