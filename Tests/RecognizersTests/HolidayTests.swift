import Recognizers
import Testing
import Values

@Suite("Holidays of both countries and the lunar calendar")
struct HolidayTests {
  @Test(
    "Feasts of the lunar calendar as the calendars of those years print them",
    arguments: [
      ("1990年春节", "1990-01-27"), ("1997年春节", "1997-02-07"), ("2000年春节", "2000-02-05"), ("2008年春节", "2008-02-07"),
      ("2024年春节", "2024-02-10"), ("2025年春节", "2025-01-29"), ("2033年春节", "2033-01-31"), ("2034年春节", "2034-02-19"),
      ("2060年春节", "2060-02-02"), ("1995年中秋节", "1995-09-09"), ("2020年中秋节", "2020-10-01"), ("2023年中秋节", "2023-09-29"),
      ("2033年中秋节", "2033-09-08"), ("2050年中秋节", "2050-09-30"), ("2020年端午节", "2020-06-25"), ("2025年端午节", "2025-05-31"),
      ("2026年端午节", "2026-06-19"), ("2025年七夕", "2025-08-29"), ("2025年重阳节", "2025-10-29"), ("2025年元宵节", "2025-02-12"),
      ("2026年除夕", "2026-02-16"), ("2026年腊八节", "2026-01-26"), ("2026年小年", "2026-02-10"), ("2026年清明节", "2026-04-05"),
      ("2024年清明节", "2024-04-04"), ("2026年冬至", "2026-12-22"),
    ])
  func lunarFeasts(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence, .chinese) == ["date \(expected)"])
  }

  @Test(
    "Dates of the lunar calendar",
    arguments: [
      ("农历八月十五", "date 2027-09-15"), ("正月初五", "date 2027-02-10"), ("腊月廿三", "date 2027-01-30"),
      ("阴历五月初五", "date 2027-06-09"),
      ("农历正月初一", "date 2027-02-06"), ("腊月三十", "nothing"),
    ])
  func lunarDates(_ sentence: String, _ expected: String) {
    let found = Corpus.found(sentence, .chinese)
    #expect(found == [expected == "nothing" ? "date nothing" : expected] || expected == "nothing" && found.count == 1)
  }

  @Test(
    "Holidays of the United States by their rules",
    arguments: [
      ("Thanksgiving 2026", "2026-11-26"), ("Memorial Day 2027", "2027-05-31"), ("Labor Day 2026", "2026-09-07"),
      ("MLK Day 2027", "2027-01-18"), ("Presidents' Day 2027", "2027-02-15"), ("Columbus Day 2026", "2026-10-12"),
      ("Juneteenth 2027", "2027-06-19"), ("Independence Day 2027", "2027-07-04"), ("Veterans Day 2027", "2027-11-11"),
      ("Easter 2027", "2027-03-28"), ("Good Friday 2026", "2026-04-03"), ("Mother's Day 2027", "2027-05-09"),
      ("Black Friday 2026", "2026-11-27"), ("New Year's Eve 2026", "2026-12-31"),
    ])
  func american(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == ["date \(expected)"])
  }

  @Test(
    "What hangs on a holiday",
    arguments: [
      ("Labor Day weekend", "range 2027-09-04..2027-09-07"), ("Thanksgiving weekend", "range 2026-11-26..2026-11-30"),
      ("Christmas week", "range 2026-12-21..2026-12-28"), ("国庆假期", "range 2027-10-01..2027-10-08"),
      ("五一假期", "range 2027-05-01..2027-05-06"), ("春节期间", "range 2027-02-06..2027-02-13"),
      ("the weekend of December 5", "range 2026-12-05..2026-12-07"),
    ])
  func around(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test("Every feast of the table is found in every year from 1990 to 2060")
  func everyYear() throws {
    for holiday in Holiday.allCases {
      for year in 1990...2060 {
        let day = TimeExpression.holiday(holiday, .absolute(year)).resolve(at: Corpus.now.local, prefer: .future)
        // The eighth of the last lunar month falls into December now and then.
        let found = try #require(day?.singleDay, "\(holiday) \(year)")
        #expect(abs(found - (Day(year: year, month: 7, day: 1) ?? found)) <= 184)
      }
    }
  }
}
