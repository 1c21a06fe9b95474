import CRM
import Model
import Testing
import Values

struct DealRuleTests {
  private let today = Day(number: 20_780)

  @Test func aNewDealIsTheSpeakersInTheFirstStageSinceToday() throws {
    let office = try Office()
    let deal = try #require(try office.record(office.deal()))
    #expect(deal["owner"] == .record(try office.id("dana")))
    #expect(deal["stage"] == .record(try office.id("qualification")))
    #expect(deal["created"] == .day(today))
    #expect(deal["currency"] == .text("USD"))
    #expect(deal["probability"] == .decimal(10))
    #expect(deal["weighted"] == .money(Money(minor: 640_000, .usd)))
    #expect(try office.count("stage_change") == 1)
  }

  @Test func winningClosesTodayAndMakesACustomer() throws {
    let office = try Office()
    let deal = try office.deal()
    try office.update("dana", deal, ["stage": .record(office.id("won"))])
    #expect(try office.record(deal)?["closed_on"] == .day(today))
    #expect(try office.record(deal)?["cycle_days"] == .integer(0))
    #expect(try office.record(office.id("Acme"))?["status"] == .text("customer"))
    #expect(try office.record(office.id("Acme"))?["won_value"] == .amounts([Money(minor: 6_400_000, .usd)]))
    #expect(try office.count("stage_change") == 2)
    #expect(try office.count("stage_change", where: .isEmpty(.path(["left_on"]))) == 1)
  }

  @Test func undoTakesBackAllThatWinningDid() throws {
    let office = try Office()
    let deal = try office.deal()
    try office.update("dana", deal, ["stage": .record(office.id("won"))])
    try office.undo("dana")
    #expect(try office.record(deal)?["closed_on"] == nil)
    #expect(try office.record(office.id("Acme"))?["status"] == .text("prospect"))
    #expect(try office.count("stage_change") == 1)
    #expect(try office.count("stage_change", where: .isEmpty(.path(["left_on"]))) == 1)
  }

  @Test func losingNeedsAReason() throws {
    let office = try Office()
    let deal = try office.deal()
    #expect(throws: RuleRefusal.needs("deal", "lost_reason", name: "Acme rollout", reason: "lost")) {
      try office.update("dana", deal, ["stage": .record(office.id("lost"))])
    }
    try office.update("dana", deal, ["stage": .record(office.id("lost")), "lost_reason": .text("price")])
    #expect(try office.record(deal)?["closed_on"] == .day(today))
    #expect(try office.record(office.id("Acme"))?["status"] == .text("prospect"))
  }

  @Test func reopeningClearsTheDayAndTheReason() throws {
    let office = try Office()
    let deal = try office.deal()
    try office.update("dana", deal, ["stage": .record(office.id("lost")), "lost_reason": .text("price")])
    try office.update("dana", deal, ["stage": .record(office.id("proposal"))])
    #expect(try office.record(deal)?["closed_on"] == nil)
    #expect(try office.record(deal)?["lost_reason"] == nil)
  }

  @Test func anOpenDealHasNeitherAClosingDayNorAReason() throws {
    let office = try Office()
    let deal = try office.deal()
    #expect(throws: RuleRefusal.self) { try office.update("dana", deal, ["closed_on": .day(today)]) }
    #expect(throws: RuleRefusal.self) { try office.update("dana", deal, ["lost_reason": .text("price")]) }
  }

  @Test func anAmountIsNeverNegative() throws {
    let office = try Office()
    let deal = try office.deal()
    #expect(throws: RuleRefusal.self) {
      try office.update("dana", deal, ["amount": .money(Money(minor: -1, .usd))])
    }
  }

  @Test func theSameStageAgainChangesNothing() throws {
    let office = try Office()
    let deal = try office.deal()
    #expect(try office.update("dana", deal, ["stage": .record(office.id("qualification"))]).isEmpty)
    #expect(try office.count("stage_change") == 1)
  }

  @Test func aDealWithoutAMeetingOrFollowUpHasNoNextStep() throws {
    let office = try Office()
    let deal = try office.deal()
    let filter = try #require(CRMSchema.all["deal"]?.filter("no_next_step")?.predicate)
    #expect(try office.count("deal", where: filter) == 1)
    try office.create(
      "dana", "activity",
      ["type": .text("follow-up"), "subject": .text("Call"), "regarding": .record(deal), "due": .day(today + 1)])
    #expect(try office.count("deal", where: filter) == 0)
  }
}
