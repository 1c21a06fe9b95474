import CRM
import Model
import Testing
import Values

struct ComputationTests {
  private let today = Day(number: 20_780)

  @Test func aTargetCountsWhatItsUserWonInItsPeriodAndCurrency() throws {
    let office = try Office()
    let target = try office.create(
      "priya", "target",
      [
        "user": .record(office.id("dana")), "period": .text("2026-Q4"),
        "amount": .money(Money(minor: 10_000_000, .usd)),
      ])
    let deal = try office.deal()
    let other = try office.create(
      "dana", "deal",
      ["name": .text("In yuan"), "account": .record(office.id("Acme")), "amount": .money(Money(minor: 5, .cny))])
    for id in [deal, other] { try office.update("dana", id, ["stage": .record(office.id("won"))]) }
    let attainment = try office.store.read(office.context("dana")) { try Attainment(of: target, reader: $0) }
    #expect(attainment?.won == Money(minor: 6_400_000, .usd))
    #expect(attainment?.missing == Money(minor: 3_600_000, .usd))
    #expect(attainment?.fraction == 0.64)
    #expect(try office.store.read(office.context("sam")) { try Attainment(of: target, reader: $0) } == nil)
  }

  @Test func aDealIsStuckWhenItIsSlowerThanThreeQuartersOfTheWonOnes() throws {
    let office = try Office()
    try office.importing { writer in
      for days in [2, 3, 4, 30] {
        let deal = try writer.create(
          "deal",
          [
            "name": .text("Won in \(days)"), "stage": .record(office.id("won")), "closed_on": .day(today),
            "created": .day(today - days),
          ])
        _ = try writer.create(
          "stage_change",
          [
            "deal": .record(deal), "stage": .record(office.id("qualification")), "entered_on": .day(today - days),
            "left_on": .day(today),
          ])
      }
      for days in [4, 5] {
        let deal = try writer.create(
          "deal",
          [
            "name": .text("Open for \(days)"), "stage": .record(office.id("qualification")),
            "created": .day(today - days),
          ])
        _ = try writer.create(
          "stage_change",
          [
            "deal": .record(deal), "stage": .record(office.id("qualification")), "entered_on": .day(today - days),
          ])
      }
    }
    let stuck = try office.store.read(office.context("alex")) { reader in
      let stagnation = try Stagnation(reader)
      let page = try reader.page(
        Query("deal", where: stagnation.predicate), offset: 0, size: 9,
        fields: ["stage", "stage_days", "last_activity", "age_days"])
      return page.records.map { ($0.name, stagnation.reasons(of: $0, context: reader.context)) }
    }
    #expect(stuck.map(\.0) == ["Open for 5"])
    #expect(stuck.first?.1 == [.slow(days: 5, usual: 4)])
  }
}
