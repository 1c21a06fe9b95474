import Model
import Testing

@testable import CRM

struct DuplicateTests {
  @Test(arguments: [
    ("Globex Inc", "globex"), ("GLOBEX, Incorporated", "globex"), ("Globex", "globex"),
    ("The Globex Company", "globex"),
    ("Müller & Söhne GmbH", "mullersohne"), ("O'Reilly Plumbing", "oreillyplumbing"), ("远航科技有限公司", "远航科技"),
    ("远航科技股份有限公司", "远航科技"), ("Co", "co"),
  ])
  func aCompanysNameIsComparedWithoutItsLegalForm(name: String, key: String) {
    #expect(CompanyName.key(name) == key)
  }

  @Test func oneSharedWordMakesNoDouble() {
    #expect(CompanyName.key("Vandelay Imports") != CompanyName.key("Vandelay Industries"))
  }

  @Test(arguments: [
    ("+1 212 555 0101", "2125550101"), ("212-555-0101", "2125550101"), ("1 (212) 555-0101", "2125550101"),
    ("0049 30 5550 0190", "3055500190"), ("030 5550 0190", "3055500190"), ("+86 138 0555 0188", "13805550188"),
    ("13805550188", "13805550188"), ("021-55500200", "2155500200"), ("+86 21 5550 0200", "2155500200"),
  ])
  func aPhoneNumberIsComparedInItsNationalForm(text: String, key: String) {
    #expect(NationalNumber.of(text) == key)
  }

  @Test(arguments: ["555", "ext 12", ""])
  func aShortNumberIsNobodysAlone(text: String) { #expect(NationalNumber.of(text) == nil) }

  @Test func aDomainIsACompanysUnlessEverybodyHasIt() {
    #expect(Domain.ofWebsite("https://www.Globex.example/about?x=1") == "globex.example")
    #expect(Domain.ofMail("a.b@Globex.example") == "globex.example")
    #expect(Domain.ofMail("someone@gmail.com") == nil)
    #expect(Domain.ofWebsite("nonsense") == nil)
  }

  @Test func twoPeopleOfOneNameAreOneOnlyAtOneAccount() {
    let acme = Value.record(RecordID("account", 1))
    let keys = DuplicateKeys.of("contact", ["name": .text("Jane Doe"), "account": acme])
    #expect(keys.map(\.sort) == [.name, .person])
    #expect(DuplicateKeys.of("deal", ["name": .text("Acme rollout")]).isEmpty)
  }

  @Test(arguments: ["Nina Brandt", "Grace Okafor", "María José Pérez", "Jane Van Der Berg"])
  func theseAreNamesOfPeople(name: String) { #expect(PersonName.isLikely(name)) }

  @Test(arguments: [
    "Vandelay Imports", "Wayne Enterprises", "Stark Freight", "Grace Health", "Nina", "Martin Logistics", "Hugo Inc",
    "Massive Dynamic", "Project 44 Move", "远航科技",
  ])
  func theseAreNone(name: String) { #expect(!PersonName.isLikely(name)) }
}

struct FileTests {
  @Test func checksumsAreThoseOfTheStandard() {
    #expect(SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex(Array(String(repeating: "a", count: 1000).utf8))
        == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
  }

  @Test func aCardIsReadAsItWasWritten() throws {
    var card = VCard()
    card.name = "Jane Doe"
    card.company = "Acme, Inc; East"
    card.title = "CTO"
    card.email = "jane.doe@acme.example"
    card.phones = ["+1 212 555 0134"]
    card.address = "1 Long Street with a name that does not fit into one line of seventy-five bytes, 上海市浦东新区"
    let text = card.text
    #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let read = try #require(VCard(text))
    #expect(read.name == card.name)
    #expect(read.company == card.company)
    #expect(read.phones == card.phones)
    #expect(read.email == card.email)
    #expect(read.address == card.address)
  }

  @Test func whatIsNoCardIsNone() {
    #expect(VCard("hello: world") == nil)
    #expect(VCard("BEGIN:VCARD\nTEL:123\nEND:VCARD") == nil)
  }
}

struct CustomFieldTests {
  @Test func aLabelGivesAColumnThatIsFree() throws {
    let account = try #require(CRMSchema.all["account"])
    #expect(CustomField.key("Renewal date", of: account) == "renewal_date")
    #expect(CustomField.key("续约日期", of: account) == "续约日期")
    #expect(CustomField.key("2nd phone", of: account) != nil)
    #expect(CustomField.key("name", of: account) == nil)
    #expect(CustomField.key("name key", of: account) == nil)
    #expect(CustomField.key("id", of: account) == nil)
    #expect(CustomField.key("!?", of: account) == nil)
  }
}
