import CRM
import Model
import Testing
import Values

@testable import Store

private func office() throws -> Office {
  let office = try Office()
  try office.add("account", "Acme", ["region": .text("Texas")])
  try office.add("account", "Globex", ["region": .text("texas")])
  for (name, account, amount, stage, close, owner) in [
    ("a", "Acme", Office.usd(10_000), "won", "2026-11-02", "dana"),
    ("b", "Acme", Office.usd(20_001), "won", "2026-10-02", "dana"),
    ("c", "Globex", Office.eur(500), "lost", "2026-08-31", "sam"),
    ("d", "Globex", Office.eur(0), "won", "2025-12-31", "sam"),
  ] {
    try office.add(
      "deal", name,
      [
        "account": office.ref(account), "amount": amount, "stage": .text(stage), "close_date": Office.day(close),
        "owner": office.ref(owner),
      ])
  }
  try office.add("deal", "e", ["amount": .integer(7)])
  return office
}

private let won = equal("stage", to: .text("won"))
private let amount = Measure.aggregate(.sum, of: path("amount"), matching: .always)

@Test func sumsAreByCurrencyAndAveragesRoundHalfUp() throws {
  let office = try office()
  let average = Measure.aggregate(.average, of: path("amount"), matching: won)
  let table = try office.table(Query("deal", measures: [amount, average, .count]))
  #expect(table.rows.count == 1)
  #expect(table.rows[0][0] == .amounts([Money(minor: 30_701, .usd), Money(minor: 500, .eur)]))
  #expect(table.rows[0][1] == .amounts([Money(minor: 15_001, .usd)]))
  #expect(table.rows[0][2] == .integer(5))
}

@Test func groupsByReferenceAreRecordsWithLabelsAndTheEmptyGroupIsLast() throws {
  let office = try office()
  let table = try office.table(Query("deal", groups: [path("account")], measures: [.count, amount]))
  #expect(table.rows.map { $0[0] } == [try office.ref("Acme"), try office.ref("Globex"), nil])
  #expect(table.labels[try office.id("Acme")] == "Acme")
  #expect(table.rows.map { $0[1] } == [.integer(2), .integer(2), .integer(1)])
  #expect(table.rows[1][2] == .amounts([Money(minor: 500, .eur)]))
}

@Test func groupsByTextAreFoldedAndByPeriodLabelled() throws {
  let office = try office()
  let regions = try office.table(Query("account", groups: [path("region")], measures: [.count]))
  #expect(regions.rows == [[.text("Texas"), .integer(2)]])
  func labels(_ grain: Grain) throws -> [Value?] {
    let dated = Predicate.not(.isEmpty(path("close_date")))
    return try office.table(
      Query("deal", where: dated, groups: [.period(path("close_date"), grain)], measures: [.count])
    )
    .rows.map { $0[0] }
  }
  #expect(try labels(.month) == [.text("2025-12"), .text("2026-08"), .text("2026-10"), .text("2026-11")])
  #expect(try labels(.quarter) == [.text("2025-Q4"), .text("2026-Q3"), .text("2026-Q4")])
  #expect(try labels(.year) == [.text("2025"), .text("2026")])
  #expect(try labels(.week) == [.text("2025-12-29"), .text("2026-08-31"), .text("2026-09-28"), .text("2026-11-02")])
}

@Test func aListStandsInTheGroupOfEachOfItsLabels() throws {
  let office = try Office()
  try office.add("account", "a", ["tags": .list(["VIP", "Gold"])])
  try office.add("account", "b", ["tags": .list(["vip"])])
  try office.add("account", "c")
  let table = try office.table(Query("account", groups: [path("tags")], measures: [.count]))
  #expect(table.rows == [[.text("Gold"), .integer(1)], [.text("VIP"), .integer(2)], [nil, .integer(1)]])
}

@Test func aRatioOfFilteredCountsIsAFractionAndNothingWithoutADivisor() throws {
  let office = try office()
  let closed = Predicate.oneOf(path("stage"), [.text("won"), .text("lost")])
  let rate = Measure.ratio(
    .aggregate(.count, of: nil, matching: won), .aggregate(.count, of: nil, matching: closed))
  let table = try office.table(
    Query("deal", sort: [Sort(.measure(0), descending: true)], groups: [path("owner")], measures: [rate]))
  #expect(table.rows.map { $0[1] } == [.decimal(1), .decimal(0.5), nil])
  #expect(table.rows[0][0] == (try office.ref("dana")))
}

@Test func groupsSortByAnyMeasureAndLimitCountsGroups() throws {
  let office = try office()
  let query = Query(
    "deal", sort: [Sort(.measure(0), descending: true)], limit: 1, groups: [path("owner")], measures: [amount])
  #expect(try office.table(query).rows == [[try office.ref("dana"), .amounts([Money(minor: 30_001, .usd)])]])
}

@Test func medianMinimumAndMaximumReadAsTheirOwnKind() throws {
  let office = try office()
  let query = Query(
    "deal",
    measures: [
      .aggregate(.median, of: path("amount"), matching: won),
      .aggregate(.minimum, of: path("close_date"), matching: .always),
      .aggregate(.maximum, of: path("amount"), matching: .always),
      .aggregate(.median, of: path("age"), matching: .always),
      .difference(.count, .aggregate(.count, of: path("close_date"), matching: .always)),
    ])
  let row = try office.table(query).rows[0]
  #expect(row[0] == .amounts([Money(minor: 15_001, .usd)]))
  #expect(row[1] == (try Office.day("2025-12-31")))
  #expect(row[2] == .amounts([Money(minor: 20_001, .usd), Money(minor: 500, .eur)]))
  #expect(row[3] == .decimal(0))
  #expect(row[4] == .integer(1))
}

@Test func linesAddUpToTheCentAndOtherCurrenciesStayOut() throws {
  let office = try Office()
  try office.add("account", "Acme", ["currency": .text("USD")])
  try office.store.write(office.dana, Office.command("order")) { writer in
    let order = try writer.create(
      "order", ["number": .text("O-7"), "account": .record(try office.id("Acme")), "currency": .text("USD")])
    for (price, quantity) in [(Int64(333), 1.5), (1999, 3), (5, 0.1)] {
      _ = try writer.create(
        "line", ["order": .record(order), "price": Office.usd(price), "quantity": .decimal(quantity)])
    }
    _ = try writer.create("payment", ["order": .record(order), "amount": Office.usd(1_000)])
    _ = try writer.create("payment", ["order": .record(order), "amount": Office.eur(9_999)])
  }
  let order = try #require(
    try office.store.read(office.dana) { reader in try reader.record(code: "o7").flatMap { try reader.record($0) } })
  #expect(order["total"] == Office.usd(500 + 5997 + 1))
  #expect(order["paid"] == Office.usd(1_000))
  #expect(order["balance"] == Office.usd(5_498))
  #expect(try office.record("Acme")["billed"] == Office.usd(1_000))
  let page = try office.page(Query("order"), fields: ["balance"])
  #expect(page.amounts == [Money(minor: 6_498, .usd)])
}
