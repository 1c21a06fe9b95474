import CRM
import Model
import Testing
import Values

struct DealLineTests {
  private func line(_ office: Office, _ deal: RecordID, _ sku: String, _ count: Int64, off: Double = 0) throws
    -> RecordID
  {
    try office.create(
      "dana", "deal_line",
      [
        "deal": .record(deal), "product": .record(office.id(sku)), "quantity": .integer(count),
        "discount_percent": .decimal(off),
      ])
  }

  private func amount(_ office: Office, _ deal: RecordID) throws -> Value? { try office.record(deal)?["amount"] }

  @Test func theAmountIsTheTotalOfTheLines() throws {
    let office = try Office()
    let deal = try office.deal()
    let kits = try line(office, deal, "SK-100", 20, off: 10)
    #expect(try amount(office, deal) == .money(Money(minor: 2_160_000, .usd)))
    _ = try line(office, deal, "GW-200", 2)
    #expect(try amount(office, deal) == .money(Money(minor: 2_840_000, .usd)))
    try office.update("dana", kits, ["quantity": .integer(10)])
    #expect(try amount(office, deal) == .money(Money(minor: 1_760_000, .usd)))
  }

  @Test func anAmountBesideTheLinesIsRefused() throws {
    let office = try Office()
    let deal = try office.deal()
    _ = try line(office, deal, "SK-100", 1)
    let other = Value.money(Money(minor: 7_500_000, .usd))
    #expect(throws: RuleRefusal.invalid("deal", "amount", other, reason: "lines")) {
      try office.update("dana", deal, ["amount": other])
    }
  }

  @Test func undoTakesTheLineAndTheAmountBack() throws {
    let office = try Office()
    let deal = try office.deal()
    _ = try line(office, deal, "SK-100", 20)
    try office.undo("dana")
    #expect(try office.count("deal_line") == 0)
    #expect(try amount(office, deal) == .money(Money(minor: 6_400_000, .usd)))
  }

  @Test func aDealGoesWithItsLinesAndItsTeam() throws {
    let office = try Office()
    let deal = try office.deal()
    _ = try line(office, deal, "SK-100", 20)
    try office.create("dana", "deal_member", ["deal": .record(deal), "user": .record(office.id("sam"))])
    try office.write("dana") { _ = try $0.delete(deal) }
    #expect(try office.count("deal_line") + office.count("deal_member") == 0)
    try office.undo("dana")
    #expect(try office.count("deal_line") + office.count("deal_member") == 2)
    #expect(try amount(office, deal) == .money(Money(minor: 2_400_000, .usd)))
  }
}

struct DealTeamTests {
  private func refused(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return false
    } catch { return true }
  }

  @Test func aMemberChangesTheDealAndDoesNotGiveItAway() throws {
    let office = try Office()
    let deal = try office.deal()
    let name: [FieldID: Value?] = ["name": .text("Acme second rollout")]
    #expect(refused { try office.update("sam", deal, name) })
    try office.create("dana", "deal_member", ["deal": .record(deal), "user": .record(office.id("sam"))])
    #expect(!refused { try office.update("sam", deal, name) })
    #expect(
      !refused {
        try office.create(
          "sam", "deal_line",
          ["deal": .record(deal), "product": .record(office.id("SK-100")), "quantity": .integer(1)])
      })
    #expect(refused { try office.update("sam", deal, ["owner": .record(office.id("sam"))]) })
    #expect(refused { try office.write("sam") { _ = try $0.delete(deal) } })
    #expect(refused { try office.update("mei", deal, ["name": .text("Mine")]) })
  }

  @Test func nobodyPutsThemselvesOnATeam() throws {
    let office = try Office()
    let deal = try office.deal()
    #expect(
      refused {
        try office.create("sam", "deal_member", ["deal": .record(deal), "user": .record(office.id("sam"))])
      })
  }

  @Test func sharesOfTheCreditAddUpToAllOfIt() throws {
    let office = try Office()
    let deal = try office.deal()
    let member: [FieldID: Value] = [
      "deal": .record(deal), "user": .record(try office.id("sam")), "share_percent": .decimal(40),
    ]
    let sam = try office.create("dana", "deal_member", member)
    #expect(try office.record(deal)?["credit"] == .money(Money(minor: 3_840_000, .usd)))
    #expect(try office.record(sam)?["credit"] == .money(Money(minor: 2_560_000, .usd)))
    #expect(
      refused {
        try office.create(
          "dana", "deal_member",
          ["deal": .record(deal), "user": .record(office.id("mei")), "share_percent": .decimal(61)])
      })
  }

  @Test func splitCreditCountsTowardsBothTargets() throws {
    let office = try Office()
    let deal = try office.deal()
    try office.create(
      "dana", "deal_member",
      ["deal": .record(deal), "user": .record(office.id("sam")), "share_percent": .decimal(40)])
    try office.update("dana", deal, ["stage": .record(office.id("won"))])
    for (login, won) in [("dana", 3_840_000), ("sam", 2_560_000)] as [(String, Int64)] {
      let target = try office.create(
        "alex", "target",
        [
          "user": .record(office.id(login)), "period": .text("2026-Q4"),
          "amount": .money(Money(minor: 10_000_000, .usd)),
        ])
      let attained = try office.store.read(office.context("alex")) { try Attainment(of: target, reader: $0) }
      #expect(attained?.won == Money(minor: won, .usd), "\(login)")
    }
  }
}
