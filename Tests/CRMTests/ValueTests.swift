import Model
import Testing
import Values

@testable import CRM

struct ValueTests {
  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31"), ("2026-Q4", "2026-10-01", "2026-12-31"),
    ("2026-q1", "2026-01-01", "2026-03-31"),
    ("2026-H2", "2026-07-01", "2026-12-31"), ("2026-12", "2026-12-01", "2026-12-31"),
    ("2028-02", "2028-02-01", "2028-02-29"), ("2026-W48", "2026-11-23", "2026-11-29"),
  ])
  func aPeriodHasAFirstAndALastDay(text: String, first: String, last: String) throws {
    let period = try #require(Period(text))
    #expect(period.first.description == first)
    #expect(period.last.description == last)
  }

  @Test(arguments: ["", "26", "2026-Q5", "2026-13", "2026-Q", "next quarter", "2026-12-01", "2026-H3"])
  func whatIsNoPeriodIsNone(text: String) { #expect(Period(text) == nil) }

  @Test(arguments: ["a@b.example", "ines.calvo+x@northwind.example", "李@公司.中国"])
  func theseAreAddresses(text: String) { #expect(Address.isEmail(text)) }

  @Test(arguments: ["not-an-address", "没有邮箱", "a@b", "a b@c.example", "@b.example", "a@b..example", "a@@b.example"])
  func theseAreNone(text: String) { #expect(!Address.isEmail(text)) }

  @Test(arguments: ["+1 212 555 0134", "13805550188", "021-55500102", "(0212) 555.01/34", "+49 30 5550 0190 ext 5"])
  func thesePhoneNumbersAreTaken(text: String) { #expect(Address.isPhone(text)) }

  @Test(arguments: ["none", "12", "call me", "555-CALL-NOW-PLEASE"])
  func theseAreNoPhoneNumbers(text: String) { #expect(!Address.isPhone(text)) }

  @Test(arguments: ["acme.example", "https://www.acme.example/a?b=c", "晨星.中国"])
  func theseAreWebsites(text: String) { #expect(Address.isWebsite(text)) }

  @Test(arguments: ["acme", "http://", "two words.example", "-a.example"])
  func theseAreNoWebsites(text: String) { #expect(!Address.isWebsite(text)) }

  @Test func aLeadsScoreIsTheSumOfItsReasons() {
    let lead: [FieldID: Value] = [
      "source": .text("referral"), "status": .text("qualified"), "email": .text("a@b.example"),
    ]
    #expect(LeadScore.reasons(of: lead).map(\.id) == ["source_referral", "status_qualified", "has_email"])
    #expect(LeadScore.total(of: lead) == 65)
    #expect(LeadScore.total(of: ["status": .text("disqualified")]) == 0)
  }
}
