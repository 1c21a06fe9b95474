import Recognizers
import Testing
import Values

@Suite("Days at a distance: counted weekdays, working days, neighbours of a day")
struct DistanceTests {
  @Test(
    "A weekday goes with a distance in weeks, months or days",
    arguments: [
      ("demo on Friday in two weeks", "date 2026-12-11"), ("back in two weeks on Friday", "date 2026-12-11"),
      ("two months from today on Tuesday", "date 2027-01-26"), ("Saturday 5 days from now", "date 2026-11-28"),
      ("Friday week", "date 2026-12-04"), ("a week on Friday", "date 2026-12-04"),
      ("a week from Friday", "date 2026-12-04"), ("a fortnight tomorrow", "date 2026-12-08"),
      ("the Friday after next", "date 2026-12-11"), ("the Friday before last", "date 2026-11-13"),
      ("two Mondays ago", "date 2026-11-09"), ("three Fridays from now", "date 2026-12-11"),
      ("the Monday after Thanksgiving", "date 2026-11-30"), ("the Friday before Christmas", "date 2026-12-18"),
      ("the day after Christmas", "date 2026-12-26"), ("the day before Dec 15", "date 2026-12-14"),
      ("the week after Thanksgiving", "range 2026-11-30..2026-12-07"),
    ])
  func english(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Chinese puts the weekday last",
    arguments: [
      ("两周后的周五演示", "date 2026-12-11"), ("三周后周二", "date 2026-12-15"), ("下下周五", "date 2026-12-11"),
      ("圣诞节前一天", "date 2026-12-24"), ("上上周三", "date 2026-11-11"),
    ])
  func chinese(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence, .chinese) == [expected])
  }

  @Test(
    "Working days are counted without weekends",
    arguments: [
      ("in 5 business days", "date 2026-11-30"), ("two working days after Thanksgiving", "date 2026-11-30"),
      ("in the next three business days", "range 2026-11-23..2026-11-27"),
      ("within 5 working days", "range 2026-11-23..2026-12-01"), ("3 business days ago", "date 2026-11-18"),
      ("五个工作日后", "date 2026-11-30"), ("三个工作日内", "range 2026-11-23..2026-11-27"),
      ("未来五个工作日", "range 2026-11-23..2026-12-01"),
    ])
  func workingDays(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "More and less than a distance leave one side open",
    arguments: [
      ("less than 3 days after Christmas", "range 2026-12-25..2026-12-29"),
      ("more than two weeks before Christmas", "range ..2026-12-11"),
      ("more than 10 days ago", "range ..2026-11-13"), ("less than 3 days ago", "range 2026-11-20..2026-11-24"),
    ])
  func bounds(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test("Days that share their month are all told with it")
  func lists() {
    #expect(Corpus.found("free on 18 and 19 December") == ["date 2026-12-18", "date 2026-12-19"])
    #expect(Corpus.found("December 3 and 5") == ["date 2026-12-03", "date 2026-12-05"])
    #expect(Corpus.found("the 8th, 9th and 10th of December").count == 3)
    #expect(Corpus.found("明年3月3日和5日", .chinese).last == "date 2027-03-05")
  }

  @Test("A date beside \"tomorrow\" is the date")
  func apposition() {
    #expect(Corpus.found("tomorrow, November 24") == ["date 2026-11-24"])
    #expect(Corpus.found("tomorrow (Nov 24)") == ["date 2026-11-24"])
  }

  @Test(
    "No distance is read where none is said",
    arguments: [
      ("Friday and then two weeks of testing", ["date 2026-11-27", "duration P2W"]),
      ("idle for more than 30 days", ["duration P30D"]),
      ("two Mondays", ["number 2", "recurrence FREQ=WEEKLY;BYDAY=MO"]),
    ])
  func negatives(_ sentence: String, _ expected: [String]) {
    #expect(Corpus.found(sentence) == expected)
  }
}
