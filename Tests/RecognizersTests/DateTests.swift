import Recognizers
import Testing
import Values

@Suite("Dates and ranges of days")
struct DateTests {
  @Test(
    "English dates resolve by the conventions of the design",
    arguments: [
      ("renewal is due Nov 23", "date 2026-11-23"), ("close it on 12/15", "date 2026-12-15"),
      ("signed 2026-11-20", "date 2026-11-20"), ("kickoff 3 December 2026", "date 2026-12-03"),
      ("handover on the 2nd of February", "date 2027-02-02"), ("ship it Dec 31st, 2027", "date 2027-12-31"),
      ("call her tomorrow", "date 2026-11-24"), ("tmrw pls", "date 2026-11-24"),
      ("seen the day before yesterday", "date 2026-11-21"), ("follow up in 3 days", "date 2026-11-26"),
      ("we met 3 days ago", "date 2026-11-20"), ("ping them in 3d", "date 2026-11-26"),
      ("two weeks from now", "date 2026-12-07"), ("3 days after Christmas", "date 2026-12-28"),
      ("push it to Friday", "date 2026-11-27"), ("this Friday", "date 2026-11-27"), ("next Friday", "date 2026-12-04"),
      ("last Friday", "date 2026-11-20"), ("Wednesday next week", "date 2026-12-02"), ("on thurs", "date 2026-11-26"),
      ("to the end of Q1", "date 2027-03-31"), ("by close EOQ1", "date 2027-03-31"), ("EOM", "date 2026-11-30"),
      ("the last day of February 2028", "date 2028-02-29"), ("the first Monday of May", "date 2027-05-03"),
      ("the 15th of next month", "date 2026-12-15"), ("on the 5th", "date 2026-12-05"),
      ("before we meet on Friday the 4th", "date 2026-12-04"), ("Thanksgiving", "date 2026-11-26"),
      ("launch on New Year's Day", "date 2027-01-01"), ("Christmas 2027", "date 2027-12-25"),
    ])
  func englishDates(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Chinese dates resolve by the same conventions",
    arguments: [
      ("12月15日成交", "date 2026-12-15"), ("二零二七年三月一日", "date 2027-03-01"), ("推迟到三月底", "date 2027-03-31"),
      ("月底前完成", "range ..2026-11-30"), ("下个月月底", "date 2026-12-31"), ("季度末签约", "date 2026-12-31"),
      ("年底", "date 2026-12-31"), ("后天去拜访", "date 2026-11-25"), ("大后天", "date 2026-11-26"), ("前天聊过", "date 2026-11-21"),
      ("三天后再跟进", "date 2026-11-26"), ("两周前", "date 2026-11-09"), ("周四开会", "date 2026-11-26"),
      ("下周二", "date 2026-12-01"), ("礼拜五", "date 2026-11-27"), ("上周五的漏斗", "date 2026-11-20"),
      ("下下周一", "date 2026-12-07"), ("五月的第一个周一", "date 2027-05-03"), ("本月最后一个工作日", "date 2026-11-30"),
      ("下个月15号", "date 2026-12-15"), ("元旦", "date 2027-01-01"), ("明年春节", "date 2027-02-06"), ("国庆", "date 2027-10-01"),
    ])
  func chineseDates(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence, .chinese) == [expected])
  }

  @Test(
    "Periods and ranges include what the words include",
    arguments: [
      ("this week", "range 2026-11-23..2026-11-30"), ("next month", "range 2026-12-01..2027-01-01"),
      ("closing this quarter", "range 2026-10-01..2027-01-01"), ("last qtr", "range 2026-07-01..2026-10-01"),
      ("this yr", "range 2026-01-01..2027-01-01"), ("YTD", "range 2026-01-01..2026-11-24"),
      ("in the past 30 days", "range 2026-10-24..2026-11-24"), ("in the next 60 days", "range 2026-11-23..2027-01-23"),
      ("from March 1 to 15", "range 2027-03-01..2027-03-16"),
      ("between March 1 and 15", "range 2027-03-01..2027-03-16"),
      ("from the 1st to the 31st of March", "range 2027-03-01..2027-04-01"),
      ("3/1-3/31", "range 2027-03-01..2027-04-01"),
      ("from December 28 to January 3", "range 2026-12-28..2027-01-04"), ("in 2024", "range 2024-01-01..2025-01-01"),
      ("from 2024 to 2025", "range 2024-01-01..2026-01-01"), ("Q3 2025", "range 2025-07-01..2025-10-01"),
      ("last year's Q3", "range 2025-07-01..2025-10-01"), ("the first half of 2025", "range 2025-01-01..2025-07-01"),
      ("early December", "range 2026-12-01..2026-12-11"), ("the week of December 9", "range 2026-12-07..2026-12-14"),
      ("since June 1", "range 2026-06-01.."), ("since October", "range 2026-10-01.."),
      ("before February 2027", "range ..2027-02-01"),
      ("after December 3", "range 2026-12-04.."), ("until Friday", "range ..2026-11-28"),
      ("by Thursday", "range ..2026-11-27"),
      ("from June on", "range 2027-06-01.."), ("before Christmas", "range ..2026-12-25"),
      ("the first ten days of March", "range 2027-03-01..2027-03-11"),
      ("in the past week", "range 2026-11-16..2026-11-24"),
      ("week 48", "range 2026-11-23..2026-11-30"), ("FY27 Q2", "range 2027-04-01..2027-07-01"),
      ("FY26", "range 2026-01-01..2027-01-01"),
    ])
  func englishRanges(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Chinese periods and ranges",
    arguments: [
      ("本周", "range 2026-11-23..2026-11-30"), ("这个月", "range 2026-11-01..2026-12-01"),
      ("上季度", "range 2026-07-01..2026-10-01"),
      ("下个季度", "range 2027-01-01..2027-04-01"), ("今年第三季度", "range 2026-07-01..2026-10-01"),
      ("去年3月", "range 2025-03-01..2025-04-01"),
      ("2026-Q4", "range 2026-10-01..2027-01-01"), ("今年上半年", "range 2026-01-01..2026-07-01"),
      ("最近30天", "range 2026-10-24..2026-11-24"), ("未来60天到期", "range 2026-11-23..2027-01-23"),
      ("3天内", "range 2026-11-23..2026-11-27"),
      ("3月1日到3月31日", "range 2027-03-01..2027-04-01"), ("12月1日至15日", "range 2026-12-01..2026-12-16"),
      ("三月和五月之间", "range 2027-03-01..2027-06-01"),
      ("10月以来", "range 2026-10-01.."), ("从下周一起", "range 2026-11-30.."), ("周五之前", "range ..2026-11-27"),
      ("12月3日以后", "range 2026-12-04.."),
      ("12月上旬", "range 2026-12-01..2026-12-11"), ("12月的最后三天", "range 2026-12-29..2027-01-01"),
      ("过去半年", "range 2026-05-23..2026-11-24"), ("今年以来", "range 2026-01-01..2026-11-24"),
    ])
  func chineseRanges(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence, .chinese) == [expected])
  }

  @Test("A month without a year is the nearest in the preferred sense")
  func preference() {
    #expect(Corpus.found("in October", prefer: .past) == ["range 2026-10-01..2026-11-01"])
    #expect(Corpus.found("in October", prefer: .future) == ["range 2027-10-01..2027-11-01"])
    #expect(Corpus.found("in November", prefer: .past) == ["range 2026-11-01..2026-12-01"])
    #expect(Corpus.found("in November", prefer: .future) == ["range 2026-11-01..2026-12-01"])
    #expect(Corpus.found("in December", prefer: .nearest) == ["range 2026-12-01..2027-01-01"])
    #expect(Corpus.found("in October", prefer: .nearest) == ["range 2026-10-01..2026-11-01"])
    #expect(Corpus.found("within 30 days", prefer: .past) == ["range 2026-10-24..2026-11-24"])
    #expect(Corpus.found("Friday", prefer: .past) == ["date 2026-11-20"])
    #expect(Corpus.found("from October to December", prefer: .future) == ["range 2026-10-01..2027-01-01"])
  }

  @Test(
    "What cannot be is recognised as impossible",
    arguments: ["Feb 30", "2月30日", "February 29, 2027", "2027年2月29日", "April 31"])
  func impossibleDays(_ sentence: String) {
    let values = Recognizers().values(in: sentence, Corpus.context())
    #expect(values.map(\.isImpossible) == [true])
  }
}
