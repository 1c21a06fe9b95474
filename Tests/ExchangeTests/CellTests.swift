import Model
import Testing
import Values

@testable import Exchange

struct CellTests {
  @Test(arguments: [
    ("64000.00", "64000.00", nil), ("1,234.5", "1234.5", nil), ("1.234,50", "1234.50", nil), ("12,000", "12000", nil),
    ("12,5", "12.5", nil), ("$1,200", "1200", "USD"), ("€ 99", "99", "EUR"), ("1200 CNY", "1200", "CNY"),
    ("usd 5", "5", "USD"), ("(50)", "-50", nil), ("-7.25", "-7.25", nil), ("5万", "50000", nil), ("1.5k", "1500", nil),
    ("12%", "12", nil), ("¥3,400.00", "3400.00", "CNY"), ("2 500", "2500", nil), ("80万元", "800000", "CNY"),
  ])
  func numbersAreReadAsFilesWriteThem(text: String, number: String, currency: String?) throws {
    let read = try #require(NumberText.read(text))
    #expect(read.number == Decimal64(number))
    #expect(read.currency?.code == currency)
  }

  @Test(arguments: ["", "many", "12 apples", "1.2.x", "--5", "$"])
  func whatIsNoNumberIsNone(text: String) { #expect(NumberText.read(text) == nil) }

  @Test(arguments: [
    "2026-11-23", "2026/11/23", "2026-11-23T09:00", "11/23/2026", "23.11.2026", "2026年11月23日", "Nov 23, 2026",
    "23 November 2026", "23-Nov-26", "11/23/26",
  ])
  func daysAreReadAsFilesWriteThem(text: String) {
    #expect(DayText(column: [text]).day(text)?.description == "2026-11-23")
  }

  @Test func aColumnSaysWhetherTheDayComesFirst() {
    #expect(DayText(column: ["03/04/2026", "25/04/2026"]).day("03/04/2026")?.description == "2026-04-03")
    #expect(DayText(column: ["03/04/2026", "04/25/2026"]).day("03/04/2026")?.description == "2026-03-04")
  }

  @Test(arguments: ["2026-02-30", "soon", "13/13/2026", "2026", "12:00"])
  func whatIsNoDayIsNone(text: String) { #expect(DayText(column: [text]).day(text) == nil) }

  @Test(arguments: [
    ("2026-11-23T15:00", "2026-11-23T15:00"), ("2026-11-23 15:00:30", "2026-11-23T15:00:30"),
    ("11/23/2026 3:00 PM", "2026-11-23T15:00"), ("2026-11-23", "2026-11-23T09:00"),
  ])
  func timesAreReadAsFilesWriteThem(text: String, local: String) {
    #expect(DayText().time(text, hour: 9)?.local?.description == local)
  }

  @Test func anOffsetMakesAMoment() {
    #expect(DayText().time("2026-11-23T15:00+08:00", hour: 9)?.moment?.offset == 28_800)
  }

  @Test(arguments: [
    ("赢单", ["won", "lost"], "won"), ("Closed Won", ["won", "lost"], "won"),
    ("In Approval", ["draft", "in approval"], "in approval"), ("跟进", ["follow-up", "call"], "follow-up"),
    ("有效", ["active", "expired"], "active"), ("有效", ["new", "qualified"], "qualified"),
  ])
  func choicesAreKnownByTheirOtherNames(text: String, options: [String], word: String) {
    #expect(CellText.choice(text, of: options) == word)
  }

  @Test func labelsKeepWhatTheyAreMadeOf() {
    let labels: Value = .list(["vip", "a;b", "c\\d", "重点"])
    guard case .value(let read) = CellText.read(CellText.write(labels), as: .tags, days: DayText(), isOwnFormat: true)
    else { return #expect(Bool(false)) }
    #expect(read == labels)
  }
}
