import CRM
import Model
import Testing
import Values

@testable import Store

/// Two leads of two reps; two payments of which reps see one.
private func office() throws -> Office {
  let office = try Office(limits: true)
  try office.add("account", "Acme", ["currency": .text("USD")])
  try office.add("lead", "mine", ["owner": office.ref("dana"), "region": .text("Texas")])
  try office.add("lead", "his", ["owner": office.ref("sam"), "region": .text("Ohio")], by: office.sam)
  for (number, amount) in [("O-open", Int64(100)), ("O-secret", 900)] {
    try office.add("order", number, ["account": office.ref("Acme"), "currency": .text("USD")])
    let order = try office.ref(number)
    try office.store.write(office.boss, Office.command("pay")) { writer in
      _ = try writer.create("payment", ["order": order, "amount": Office.usd(amount)])
    }
  }
  return office
}

@Test func listsCountsGroupsAndSumsHoldOnlyWhatMayBeSeen() throws {
  let office = try office()
  #expect(try office.names("lead") == ["mine"])
  #expect(try office.names("lead", by: office.boss) == ["mine", "his"])
  let groups = Query("lead", groups: [path("region")], measures: [.count])
  #expect(try office.table(groups).rows == [[.text("Texas"), .integer(1)]])
  let sum = Query("payment", measures: [.aggregate(.sum, of: path("amount"), matching: .always)])
  #expect(try office.table(sum).rows == [[.amounts([Money(minor: 100, .usd)])]])
  #expect(try office.table(sum, by: office.boss).rows == [[.amounts([Money(minor: 1000, .usd)])]])
}

@Test func theLimitHoldsInsideExistsAggregatesAndFormulas() throws {
  let office = try office()
  #expect(try office.names("order", .exists("payments", .always)) == ["O-open"])
  #expect(try office.names("order", .exists("payments", .always), by: office.boss) == ["O-open", "O-secret"])
  #expect(try office.record("Acme")["billed"] == Office.usd(100))
  #expect(try office.record("Acme", by: office.boss)["billed"] == Office.usd(1000))
  #expect(try office.names("account", .compare(path("billed"), .greater, .constant(.integer(5)))) == [])
  let payments = Expression.aggregate(.count, relation: "payments", matching: .always, of: nil)
  #expect(try office.names("order", .compare(payments, .equal, .constant(.integer(1)))) == ["O-open"])
}

@Test func aReferenceToWhatMayNotBeSeenLeadsNowhere() throws {
  let office = try office()
  try office.add("activity", "call him", ["regards": office.ref("his")], by: office.sam)
  let aboutHim = Predicate.via("regards", equal("name", to: .text("his")))
  #expect(try office.names("activity", aboutHim) == [])
  #expect(try office.names("activity", aboutHim, by: office.sam) == ["call him"])
  let record = try office.record("call him")
  #expect(record.labels[try office.id("his")] == nil)
  #expect(try office.record("call him", by: office.sam).labels[try office.id("his")] == "his")
}

@Test func whatMayNotBeSeenCanBeNeitherReadNorChangedNorReferredTo() throws {
  let office = try office()
  let his = try office.id("his")
  #expect(try office.store.read(office.dana) { try $0.record(his) } == nil)
  #expect(try office.store.read(office.dana) { try $0.unrestricted.record(his) } != nil)
  #expect(try office.store.read(office.dana) { try $0.history(of: his, limit: 5) }.isEmpty)
  #expect(throws: RuleRefusal.noSuchRecord(his)) { try office.update("his", ["region": .text("x")]) }
  #expect(throws: RuleRefusal.noSuchRecord(his)) { try office.delete("his") }
  #expect(throws: RuleRefusal.noSuchRecord(his)) { try office.add("activity", "x", ["regards": .record(his)]) }
}

@Test func thePolicyIsAskedBeforeAChange() throws {
  let office = try office()
  #expect(
    throws: RuleRefusal.notAllowed(
      action: "change", kind: "user", name: "Sam Ortiz", who: "dana", rule: "admins only")
  ) { try office.update("sam", ["team": .text("West")]) }
  try office.update("sam", ["team": .text("West")], by: office.boss)
}
