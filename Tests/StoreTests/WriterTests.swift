import CRM
import GRDB
import Model
import Testing
import Values

@testable import Store

@Test func valuesAreCheckedAndKeptInOneForm() throws {
  let office = try Office()
  try office.add(
    "deal", "a",
    ["stage": .text("WON"), "amount": .decimal(12.345), "currency": .text("eur"), "probability": .integer(5)])
  let record = try office.record("a")
  #expect(record["stage"] == .text("won"))
  #expect(record["amount"] == Office.eur(1_235))
  #expect(record["probability"] == .decimal(5))
  #expect(record.code == "D-\(record.id.key)")
  #expect(throws: RuleRefusal.self) { try office.update("a", ["stage": .text("sideways")]) }
  #expect(throws: RuleRefusal.self) { try office.update("a", ["account": .record(record.id)]) }
  #expect(throws: RuleRefusal.missing("deal", "name")) { try office.update("a", ["name": .some(.text(""))]) }
  #expect(throws: RuleRefusal.readOnly("deal", "age")) { try office.update("a", ["age": .integer(1)]) }
  #expect(throws: RuleRefusal.readOnly("deal", "moved_at")) {
    try office.update("a", ["moved_at": .moment(office.dana.now)])
  }
  #expect(throws: RuleRefusal.noSuchRecord(RecordID("account", 99))) {
    try office.update("a", ["account": .record(RecordID("account", 99))])
  }
  #expect(throws: QueryFault.self) { try office.update("a", ["nonsense": .integer(1)]) }
}

@Test func anUpdateSaysWhatDiffersAndNothingTwice() throws {
  let office = try Office()
  try office.add("deal", "a", ["amount": Office.usd(100)])
  let id = try office.id("a")
  let changes = try office.store.write(office.dana, Office.command("move")) { writer in
    #expect(try writer.update(id, ["amount": Office.usd(100), "name": .text("a")]).isEmpty)
    return try writer.update(id, ["stage": .text("won"), "amount": Office.usd(100)])
  }
  #expect(changes.map(\.field) == ["stage", nil])
  #expect(changes.last?.name == "moved to won")
  #expect(try office.names("activity") == ["moved to won"])
}

@Test func anAmountBringsItsCurrencyAndACurrencyRenamesTheAmounts() throws {
  let office = try Office()
  try office.add("deal", "a", ["amount": Office.usd(100)])
  #expect(try office.record("a")["currency"] == .text("USD"))
  try office.update("a", ["amount": Office.eur(250)])
  #expect(try office.record("a")["currency"] == .text("EUR"))
  try office.update("a", ["currency": .text("USD")])
  #expect(try office.record("a")["amount"] == Office.usd(250))
  #expect(throws: RuleRefusal.self) { try office.update("a", ["amount": Office.eur(1), "currency": .text("USD")]) }
}

@Test func anImportKeepsExchangeIDsAndReadOnlyFieldsAndAddsNothing() throws {
  let office = try Office()
  let moved = Value.moment(try Office.moment("2020-01-02T03:04:05+08:00"))
  let id = try office.store.write(office.boss, Office.command("import", isImport: true)) { writer in
    let id = try writer.create(
      "deal", ["name": .text("old"), "stage": .text("won"), "moved_at": moved, "exchange_id": .text("x-1")])
    #expect(throws: RuleRefusal.notUnique("deal", "exchange_id", "x-1")) {
      try writer.create("deal", ["name": .text("again"), "exchange_id": .text("x-1")])
    }
    _ = try writer.update(id, ["stage": .text("lost")])
    return id
  }
  var exported: [Record] = []
  try office.store.rows(of: "deal") { exported.append($0) }
  #expect(exported.map(\.id) == [id])
  #expect(exported[0]["exchange_id"] == .text("x-1"))
  #expect(try office.names("activity") == [])
  let before = try office.dump()
  _ = try office.undo(by: office.boss)
  #expect(try office.names("deal") == [])
  _ = try office.redo(by: office.boss)
  #expect(try office.dump() == before)
}

@Test func rulesThatFollowEachOtherWithoutEndAreAFault() throws {
  struct Endless: Rules {
    func complete(
      _ kind: KindID, _ values: inout [FieldID: Value], before: Record?, isImport: Bool, reader: any StoreReader
    ) throws {}
    func check(_ kind: KindID, before: Record?, after: [FieldID: Value], reader: any StoreReader) throws {}
    func consequences(of change: Change, to record: RecordID, before: Record?, reader: any StoreReader) throws
      -> [Change]
    {
      [.create("lead", ["name": .text("again")])]
    }
    func cascade(of record: Record, reader: any StoreReader) throws -> [Change] { [] }
  }
  let store = try SQLiteStore(
    path: ":memory:", schema: Sample.schema, policy: SamplePolicy(), rules: Endless(),
    migrations: .generated(from: Sample.schema))
  let now = try Office.moment("2026-11-23T09:00:00-05:00")
  let context = Office.context(nil, "dana", .rep, now)
  #expect(throws: QueryFault.endlessConsequences(kind: "lead")) {
    try store.write(context, Office.command("x")) { try $0.create("lead", ["name": .text("first")]) }
  }
  #expect(try store.read(context) { try $0.page(Query("lead"), offset: 0, size: 1, fields: []).total } == 0)
}

@Test func faultsSayWhatTheyAreAndWhatStateTheDataIsIn() {
  func kind(_ code: ResultCode) -> StoreFault.Kind { StoreFault(DatabaseError(resultCode: code), at: "x").kind }
  #expect(kind(.SQLITE_BUSY) == .locked)
  #expect(kind(.SQLITE_FULL) == .diskFull)
  #expect(kind(ResultCode(rawValue: 1544)) == .notWritable)
  #expect(kind(.SQLITE_NOTADB) == .corrupt)
  #expect(StoreFault(.diskFull, at: "a.db").description.hasPrefix("a.db: The disk is full. Nothing was changed;"))
}

@Test func whatATransactionReadsIsWhatItHasWritten() throws {
  let office = try Office()
  try office.add("deal", "a", ["amount": Office.usd(100)])
  let id = try office.id("a")
  try office.store.write(office.dana, Office.command("change twice")) { writer in
    #expect(try writer.record(id)?["amount"] == Office.usd(100))
    try writer.update(id, ["amount": Office.usd(200)])
    #expect(try writer.record(id)?["amount"] == Office.usd(200))
    // What is taken back is not read either.
    #expect(throws: RuleRefusal.self) {
      try writer.update(id, ["amount": Office.usd(300), "stage": .text("sideways")])
    }
    #expect(try writer.record(id)?["amount"] == Office.usd(200))
    try writer.delete(id)
    #expect(try writer.record(id) == nil)
  }
}
