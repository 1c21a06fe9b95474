import CRM
import Model
import Testing
import Values

@testable import Store

/// Three accounts, deals in two currencies, activities and leads.
private func office(limits: Bool = false) throws -> Office {
  let office = try Office(limits: limits)
  try office.add(
    "account", "Acme Corporation",
    [
      "industry": .text("Manufacturing"), "region": .text("New York"), "employees": .integer(1200),
      "owner": office.ref("dana"), "tags": .list(["VIP", "Gold"]), "currency": .text("USD"),
      "notes": .text("Prefers Café meetings"),
    ])
  try office.add(
    "account", "Globex Inc", ["industry": .text("Energy"), "region": .text("Texas"), "owner": office.ref("sam")])
  try office.add("account", "晨星科技", ["region": .text("上海"), "owner": office.ref("dana")])
  for (name, account, amount, stage, close) in [
    ("Acme rollout", "Acme Corporation", Office.usd(6_400_000), "negotiation", "2026-12-15"),
    ("Acme pilot", "Acme Corporation", Office.usd(1_250_000), "won", "2026-10-30"),
    ("Globex renewal", "Globex Inc", Office.eur(2_800_000), "open", "2026-11-30"),
    ("晨星ERP升级", "晨星科技", Office.cny(50_000_000), "open", "2026-11-23"),
  ] {
    try office.add(
      "deal", name,
      [
        "account": office.ref(account), "amount": amount, "stage": .text(stage), "close_date": Office.day(close),
        "owner": office.ref(account == "Globex Inc" ? "sam" : "dana"), "probability": .integer(25),
        "created": Office.day("2026-10-06"),
      ])
  }
  try office.add("deal", "Orphan", ["stage": .text("lost")])
  return office
}

@Test func textIsComparedWithoutCaseAccentsOrWidth() throws {
  let office = try office()
  #expect(try office.names("account", equal("industry", to: .text("MANUFACTURING"))) == ["Acme Corporation"])
  #expect(try office.names("account", .contains(path("notes"), "cafe")) == ["Acme Corporation"])
  #expect(try office.names("account", .contains(path("name"), "晨星")) == ["晨星科技"])
  #expect(
    try office.names("account", .oneOf(path("region"), [.text("texas"), .text("上海")])) == ["Globex Inc", "晨星科技"])
  #expect(try office.names("account", .has(path("tags"), "vip")) == ["Acme Corporation"])
  #expect(try office.names("account", .has(path("tags"), "vi")) == [])
}

@Test func moneyComparesWithinItsCurrencyAndABareNumberComparesTheAmount() throws {
  let office = try office()
  func over(_ value: Value) throws -> [String] {
    try office.names("deal", .compare(path("amount"), .greater, .constant(value)))
  }
  #expect(try over(Office.usd(2_000_000)) == ["Acme rollout"])
  #expect(try over(Office.eur(2_000_000)) == ["Globex renewal"])
  #expect(try over(.integer(20_000)) == ["Acme rollout", "Globex renewal", "晨星ERP升级"])
  #expect(try over(.decimal(64_000)) == ["晨星ERP升级"])
  #expect(
    try office.names("deal", .compare(path("amount"), .notEqual, .constant(Office.usd(1_250_000)))) == [
      "Acme rollout", "Orphan",
    ])
}

@Test func aMissingValueMakesAComparisonFalseAndItsNegationTrue() throws {
  let office = try office()
  let soon = Predicate.compare(path("close_date"), .less, .constant(try Office.day("2026-12-01")))
  #expect(try office.names("deal", soon).count == 3)
  #expect(try office.names("deal", .not(soon)) == ["Acme rollout", "Orphan"])
  #expect(try office.names("deal", .isEmpty(path("account"))) == ["Orphan"])
  #expect(try office.names("deal", .compare(path("owner"), .notEqual, .speaker)) == ["Globex renewal", "Orphan"])
  #expect(try office.names("deal", .not(equal("account", "region", to: .text("Texas")))).count == 4)
}

@Test func pathsAndViaFollowReferences() throws {
  let office = try office()
  #expect(try office.names("deal", equal("account", "region", to: .text("texas"))) == ["Globex renewal"])
  #expect(try office.names("deal", .via("account", equal("owner", "login", to: .text("dana")))).count == 3)
  #expect(try office.names("deal", .not(.via("account", .always))) == ["Orphan"])
}

@Test func oneToManyNeverMultipliesRows() throws {
  let office = try office()
  for number in 1...3 {
    try office.add("activity", "call \(number)", ["regards": office.ref("Acme rollout")])
  }
  let touched = Predicate.exists("activities", .always)
  let page = try office.page(Query("deal", where: touched))
  #expect(page.total == 1)
  #expect(page.amounts == [Money(minor: 6_400_000, .usd)])
  let accounts = Predicate.exists("deals", touched)
  #expect(try office.names("account", accounts) == ["Acme Corporation"])
  let count = Expression.aggregate(.count, relation: "deals", matching: equal("stage", to: .text("won")), of: nil)
  #expect(try office.names("account", .compare(count, .atLeast, .constant(.integer(1)))) == ["Acme Corporation"])
}

@Test func sumsOverRelatedRecordsAreByCurrency() throws {
  let office = try office()
  let sum = Expression.aggregate(.sum, relation: "deals", matching: .always, of: path("amount"))
  #expect(
    try office.names("account", .compare(sum, .greater, .constant(Office.usd(7_000_000)))) == ["Acme Corporation"])
  #expect(try office.names("account", .compare(sum, .greater, .constant(.integer(100_000)))) == ["晨星科技"])
  #expect(
    try office.names("account", sort: [Sort(.expression(sum), descending: true)])
      == ["晨星科技", "Acme Corporation", "Globex Inc"])
}

@Test func computedFieldsFilterAndSortLikeStoredOnes() throws {
  let office = try office()
  let record = try office.record("Acme rollout")
  #expect(record["weighted"] == Office.usd(1_600_000))
  #expect(record["age"] == .integer(48))
  #expect(
    try office.names("account", .compare(path("deal_count"), .equal, .constant(.integer(2)))) == ["Acme Corporation"])
  #expect(
    try office.names("deal", .compare(path("weighted"), .greater, .constant(Office.usd(1_000_000)))) == ["Acme rollout"]
  )
  #expect(try office.names("deal", sort: [Sort(["weighted"], descending: true)]).first == "晨星ERP升级")
}

@Test func emptyValuesSortLastBothWaysAndTiesByKey() throws {
  let office = try office()
  #expect(try office.names("deal", sort: [Sort(["close_date"])]).last == "Orphan")
  #expect(try office.names("deal", sort: [Sort(["close_date"], descending: true)]).last == "Orphan")
  #expect(
    try office.names("deal", sort: [Sort(["stage"])])
      == ["Globex renewal", "晨星ERP升级", "Acme rollout", "Acme pilot", "Orphan"])
  #expect(
    try office.names("deal", sort: [Sort(["account"])]).prefix(3) == ["Acme rollout", "Acme pilot", "Globex renewal"])
}

@Test func aLimitBoundsPagesTotalsAndAmounts() throws {
  let office = try office()
  let query = Query("deal", sort: [Sort(["amount"], descending: true)], limit: 2)
  let page = try office.page(query, fields: ["amount", "account"])
  #expect(page.records.map(\.name) == ["晨星ERP升级", "Acme rollout"])
  #expect(page.total == 2)
  #expect(page.amounts == [Money(minor: 6_400_000, .usd), Money(minor: 50_000_000, .cny)])
  #expect(page.records[1].labels[try office.id("Acme Corporation")] == "Acme Corporation")
  let rest = try office.store.read(office.dana) { try $0.page(query, offset: 1, size: 10, fields: []) }
  #expect(rest.records.map(\.name) == ["Acme rollout"])
}

@Test func aDayIsInsideATimeByWholeDaysAndAMomentByItsOwnClock() throws {
  let office = try office()
  let today = TimeTerm(.day(office.dana.today), prefer: .nearest)
  #expect(try office.names("deal", .within(path("close_date"), today)) == ["晨星ERP升级"])
  try office.add("activity", "late", ["due": .moment(try Office.moment("2026-11-23T23:30:00-05:00"))])
  try office.add("activity", "abroad", ["due": .moment(try Office.moment("2026-11-23T00:30:00+08:00"))])
  #expect(try office.names("activity", .within(path("due"), today)) == ["late", "abroad"])
  #expect(try office.names("activity", .compare(path("due"), .less, .now)) == ["abroad"])
  #expect(try office.names("activity", .compare(path("due"), .less, .today)) == [])
}

@Test func anActivityOfAnyKindOfRecordIsFoundByWhatItRegards() throws {
  let office = try office()
  try office.add("activity", "about a deal", ["regards": office.ref("Acme rollout")])
  try office.add("activity", "about an account", ["regards": office.ref("Globex Inc")])
  #expect(try office.names("activity", equal("regards", to: office.ref("Globex Inc"))) == ["about an account"])
  #expect(
    try office.names("activity", .via("regards", equal("account", "region", to: .text("New York")))) == ["about a deal"]
  )
  #expect(try office.names("account", .exists("activities", .always)) == ["Globex Inc"])
}
