import CRM
import Model
import Testing
import Values

struct RecordRuleTests {
  private let today = Day(number: 20_780)

  @Test func aFollowUpWithoutAnHourIsAtNine() throws {
    let office = try Office()
    let id = try office.create(
      "dana", "activity",
      [
        "type": .text("follow-up"), "subject": .text("Call"), "regarding": .record(office.id("Acme")),
        "due": .day(today + 1),
      ])
    let due = Moment(local: LocalTime(today + 1, hour: 9), offset: -18_000)
    #expect(try office.record(id)?["due"] == .moment(due))
    #expect(try office.record(id)?["done_at"] == nil)
  }

  @Test func anActivityIsAlsoOnTheAccountOfWhatItRegards() throws {
    let office = try Office()
    let deal = try office.deal()
    let contact = try office.create(
      "dana", "contact", ["name": .text("Jane Doe"), "account": .record(office.id("Acme"))])
    let onDeal = try office.create(
      "dana", "activity", ["type": .text("call"), "subject": .text("Terms"), "regarding": .record(deal)])
    let onContact = try office.create(
      "dana", "activity", ["type": .text("note"), "subject": .text("Hiring"), "regarding": .record(contact)])
    for id in [onDeal, onContact] {
      #expect(try office.record(id)?["account"] == .record(office.id("Acme")))
      #expect(try office.record(id)?["done_at"] == .moment(office.now))
    }
    #expect(try office.record(onDeal)?["deal"] == .record(deal))
    #expect(try office.record(onContact)?["contact"] == .record(contact))
    #expect(try office.record(office.id("Acme"))?["last_activity"] == .moment(office.now))
  }

  @Test func aMeetingTakesAnHourAndKeepsItsLengthWhenMoved() throws {
    let office = try Office()
    let start = Moment(local: LocalTime(today + 3, hour: 14), offset: -18_000)
    let id = try office.create(
      "dana", "activity", ["type": .text("meeting"), "subject": .text("Renewal"), "due": .moment(start)])
    #expect(try office.record(id)?["until"] == .moment(Moment(local: start.local + 3600, offset: -18_000)))
    let later = Moment(local: start.local + 86_400, offset: -18_000)
    try office.update("dana", id, ["due": .moment(later)])
    #expect(try office.record(id)?["until"] == .moment(Moment(local: later.local + 3600, offset: -18_000)))
  }

  @Test func talkingToALeadIsItsLastActivity() throws {
    let office = try Office()
    let lead = try office.create("dana", "lead", ["name": .text("Ned Flan"), "company": .text("Leftorium")])
    #expect(try office.record(lead)?["last_activity"] == nil)
    try office.create(
      "dana", "activity", ["type": .text("call"), "subject": .text("Intro"), "regarding": .record(lead)])
    #expect(try office.record(lead)?["last_activity"] == .day(today))
  }

  @Test func numbersGoOnFromTheHighest() throws {
    let office = try Office()
    for expected in ["T-501", "T-502"] {
      let id = try office.create(
        "theo", "ticket", ["subject": .text("Login fails"), "account": .record(office.id("Acme"))])
      #expect(try office.record(id)?["number"] == .text(expected))
      #expect(try office.record(id)?["status"] == .text("open"))
    }
    #expect(throws: RuleRefusal.notUnique("ticket", "number", "T-501")) {
      try office.create("theo", "ticket", ["subject": .text("Again"), "number": .text("T-501")])
    }
  }

  @Test func resolvingATicketDatesItAndReopeningUndates() throws {
    let office = try Office()
    let id = try office.create("theo", "ticket", ["subject": .text("Login fails")])
    try office.update("theo", id, ["status": .text("resolved")])
    #expect(try office.record(id)?["resolved"] == .moment(office.now))
    try office.update("theo", id, ["status": .text("open")])
    #expect(try office.record(id)?["resolved"] == nil)
  }

  @Test(arguments: [("satisfaction", Value.integer(7)), ("satisfaction", .integer(0))])
  func aRatingIsFromOneToFive(field: String, value: Value) throws {
    let office = try Office()
    let id = try office.create("theo", "ticket", ["subject": .text("Login fails")])
    #expect(throws: RuleRefusal.self) { try office.update("theo", id, [FieldID(field): value]) }
    try office.update("theo", id, ["satisfaction": .integer(5)])
  }

  @Test func anOrdersLinesAddUpAndPaymentsCount() throws {
    let office = try Office()
    let order = try office.create("dana", "order", ["account": .record(office.id("Acme"))])
    try office.create(
      "dana", "order_line", ["order": .record(order), "product": .record(office.id("GW-200")), "quantity": .integer(5)])
    try office.create(
      "dana", "payment", ["order": .record(order), "amount": .money(Money(minor: 500_000, .usd))])
    let record = try #require(try office.record(order))
    #expect(record["number"] == .text("O-2001"))
    #expect(record["status"] == .text("confirmed"))
    #expect(record["total"] == .money(Money(minor: 1_700_000, .usd)))
    #expect(record["balance"] == .money(Money(minor: 1_200_000, .usd)))
    #expect(try office.record(office.id("Acme"))?["balance"] == .amounts([Money(minor: 1_200_000, .usd)]))
    let unpaid = try #require(CRMSchema.all["order"]?.filter("unpaid")?.predicate)
    #expect(try office.count("order", where: unpaid) == 1)
  }

  @Test func aLineIsInItsOrdersCurrency() throws {
    let office = try Office()
    let order = try office.create(
      "dana", "order", ["account": .record(office.id("Acme")), "currency": .text("USD")])
    #expect(throws: RuleRefusal.self) {
      try office.create(
        "dana", "order_line",
        ["order": .record(order), "quantity": .integer(1), "unit_price": .money(Money(minor: 1, .cny))])
    }
  }

  @Test func aQuotesTotalHasItsDiscounts() throws {
    let office = try Office()
    let quote = try office.create("dana", "quote", ["deal": .record(office.deal())])
    try office.create(
      "dana", "quote_line",
      [
        "quote": .record(quote), "product": .record(office.id("SK-100")), "quantity": .integer(20),
        "discount_percent": .decimal(10),
      ])
    let record = try #require(try office.record(quote))
    #expect(record["number"] == .text("Q-1001"))
    #expect(record["total"] == .money(Money(minor: 2_160_000, .usd)))
    #expect(record["valid_until"] == .day(today + 30))
  }

  @Test func anEndIsNotBeforeItsStart() throws {
    let office = try Office()
    #expect(throws: RuleRefusal.invalid("contract", "ends", .day(today - 1), reason: "before_starts")) {
      try office.create(
        "dana", "contract",
        [
          "account": .record(office.id("Acme")), "title": .text("Support"), "starts": .day(today),
          "ends": .day(today - 1),
        ])
    }
  }

  @Test(arguments: [("email", "not-an-address"), ("phone", "call me")])
  func addressesAreChecked(field: String, text: String) throws {
    let office = try Office()
    #expect(throws: RuleRefusal.self) {
      try office.create("dana", "contact", ["name": .text("Igor"), FieldID(field): .text(text)])
    }
  }

  @Test func anAccountIsNotItsOwnParent() throws {
    let office = try Office()
    let (acme, zenith) = (try office.id("Acme"), try office.id("Zenith"))
    try office.update("dana", zenith, ["parent": .record(acme)])
    #expect(throws: RuleRefusal.self) { try office.update("dana", acme, ["parent": .record(zenith)]) }
  }

  @Test func aTargetsPeriodHasItsDays() throws {
    let office = try Office()
    let id = try office.create(
      "priya", "target",
      ["user": .record(office.id("sam")), "period": .text("2027-Q1"), "amount": .money(Money(minor: 20_000_000, .usd))])
    #expect(try office.record(id)?["starts"] == .day(#require(Day(iso: "2027-01-01"))))
    #expect(try office.record(id)?["ends"] == .day(#require(Day(iso: "2027-03-31"))))
  }

  @Test func deletingAnAccountTakesAlongWhatIsItsAndUndoBringsItBack() throws {
    let office = try Office()
    let deal = try office.deal()
    let acme = try office.id("Acme")
    let contact = try office.create("dana", "contact", ["name": .text("Jane Doe"), "account": .record(acme)])
    for regarding in [deal, contact, acme] {
      try office.create(
        "dana", "activity", ["type": .text("note"), "subject": .text("Note"), "regarding": .record(regarding)])
    }
    let order = try office.create("dana", "order", ["account": .record(acme)])
    try office.create("dana", "payment", ["order": .record(order), "amount": .money(Money(minor: 1, .usd))])
    try office.create("dana", "quote", ["deal": .record(deal)])
    let kinds: [KindID] = ["account", "contact", "deal", "activity", "order", "payment", "quote", "stage_change"]
    let before = try kinds.map { try office.count($0) }
    try office.write("dana") { try $0.delete(acme) }
    #expect(try kinds.map { try office.count($0) } == [2, 0, 0, 0, 0, 0, 0, 0])
    try office.undo("dana")
    #expect(try kinds.map { try office.count($0) } == before)
  }

  @Test func aUserWithRecordsStays() throws {
    let office = try Office()
    #expect(throws: RuleRefusal.self) { try office.write("alex") { try $0.delete(office.id("dana")) } }
    try office.write("alex") { try $0.delete(office.id("mei")) }
    #expect(try office.count("user") == 7)
  }
}
