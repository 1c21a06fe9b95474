import CRM
import Model
import Testing
import Values

@testable import Store

@Test func undoAndRedoGiveBackTheSameRecords() throws {
  let office = try Office()
  let empty = try office.dump()
  try office.add("deal", "Pilot", ["amount": Office.usd(100_000)])
  let created = try office.dump()
  try office.update("Pilot", ["amount": Office.usd(200_000), "stage": .text("won")])
  let updated = try office.dump()
  try office.delete("Pilot")
  let deleted = try office.dump()
  #expect(deleted == empty)
  #expect(try office.undo().sentence == "delete Pilot")
  #expect(try office.dump() == updated)
  _ = try office.undo()
  #expect(try office.dump() == created)
  _ = try office.undo()
  #expect(try office.dump() == empty)
  #expect(throws: LedgerRefusal.nothingToUndo) { try office.undo() }
  _ = try office.redo()
  #expect(try office.dump() == created)
  _ = try office.redo()
  #expect(try office.dump() == updated)
  _ = try office.redo()
  #expect(try office.dump() == deleted)
  #expect(throws: LedgerRefusal.nothingToRedo) { try office.redo() }
  _ = try office.undo()
  #expect(try office.dump() == updated)
}

@Test func aNewCommandEndsRedo() throws {
  let office = try Office()
  try office.add("deal", "Pilot")
  _ = try office.undo()
  try office.add("deal", "Other")
  #expect(throws: LedgerRefusal.nothingToRedo) { try office.redo() }
}

@Test func undoRefusesWhatSomebodyElseChangedSince() throws {
  let office = try Office()
  try office.add("deal", "Pilot", ["amount": Office.usd(100)])
  try office.update("Pilot", ["amount": Office.usd(200)])
  try office.update("Pilot", ["amount": Office.usd(300)], by: office.sam)
  let before = try office.dump()
  #expect(
    throws: LedgerRefusal.changedSince(record: try office.id("Pilot"), name: "Pilot", field: "amount", by: "sam")
  ) { try office.undo() }
  #expect(try office.dump() == before)
  _ = try office.undo(by: office.sam)
  _ = try office.undo()
  #expect(try office.record("Pilot")["amount"] == Office.usd(100))
}

@Test func anotherFieldChangedByAnotherIsNoConflict() throws {
  let office = try Office()
  try office.add("deal", "Pilot", ["amount": Office.usd(100)])
  try office.update("Pilot", ["amount": Office.usd(200)])
  try office.update("Pilot", ["close_date": try Office.day("2026-12-24")], by: office.sam)
  _ = try office.undo()
  let record = try office.record("Pilot")
  #expect(record["amount"] == Office.usd(100))
  #expect(record["close_date"] == (try Office.day("2026-12-24")))
}

@Test func aCreationIsNotTakenBackUnderWhatOthersHungOnIt() throws {
  let office = try Office()
  try office.add("account", "Acme")
  try office.add("contact", "Jane", ["account": office.ref("Acme")], by: office.sam)
  #expect(
    throws: LedgerRefusal.changedSince(record: try office.id("Acme"), name: "Acme", field: nil, by: "sam")
  ) { try office.undo() }
}

@Test func aCommandIsOneEntryAndOneUndo() throws {
  let office = try Office()
  let before = try office.dump()
  try office.store.write(office.dana, Office.command("all at once")) { writer in
    let account = try writer.create("account", ["name": .text("Acme")])
    let order = try writer.create("order", ["number": .text("O-1"), "account": .record(account)])
    _ = try writer.create("line", ["order": .record(order), "price": Office.usd(100), "quantity": .integer(2)])
    _ = try writer.update(account, ["region": .text("Texas")])
  }
  #expect(try office.undo().changes.count == 4)
  #expect(try office.dump() == before)
}

@Test func whatThrowsWritesNothing() throws {
  let office = try Office()
  let before = try office.dump()
  #expect(throws: RuleRefusal.self) {
    try office.store.write(office.dana, Office.command("bad")) { writer in
      _ = try writer.create("account", ["name": .text("Acme")])
      _ = try writer.create("deal", ["name": .text("Minus"), "amount": Office.usd(-1)])
    }
  }
  #expect(try office.dump() == before)
  #expect(throws: LedgerRefusal.nothingToUndo) { try office.undo() }
}

@Test func deletingTakesPartsAlongAndEmptiesReferences() throws {
  let office = try Office()
  try office.add("account", "Acme")
  try office.add("contact", "Jane", ["account": office.ref("Acme")])
  try office.add("activity", "call", ["regards": office.ref("Acme")])
  let before = try office.dump()
  try office.delete("Acme")
  #expect(try office.record("Jane")["account"] == nil)
  #expect(try office.record("call")["regards"] == nil)
  _ = try office.undo()
  #expect(try office.dump() == before)
  try office.add("order", "O-1", ["account": office.ref("Acme")])
  #expect(throws: RuleRefusal.self) { try office.delete("Acme") }
}

@Test func historySaysWhoChangedWhatAndHow() throws {
  let office = try Office()
  try office.add("deal", "Pilot", ["amount": Office.usd(100)])
  try office.update("Pilot", ["amount": Office.eur(250)], by: office.sam)
  let id = try office.id("Pilot")
  let history = try office.store.read(office.dana) { try $0.history(of: id, limit: 10) }
  #expect(history.map(\.actor) == ["sam", "dana"])
  let amount = try #require(history[0].changes.first { $0.field == "amount" })
  #expect(amount.before == Office.usd(100))
  #expect(amount.after == Office.eur(250))
  #expect(history[0].at == office.sam.now)
}
