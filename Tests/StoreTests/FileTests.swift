import CRM
import Foundation
import GRDB
import Model
import Testing
import Values

@testable import Store

private func temporary(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "rapport-\(ExchangeIDs.random.next(milliseconds: 0))")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.appendingPathComponent("test.db").path)
}

@Test func whatIsAcknowledgedIsDurableAndTheFileIsItsOwnersAlone() throws {
  try temporary { path in
    let office = try Office(path: path)
    let checkup = try office.store.doctor()
    #expect(checkup.isDurable)
    #expect(checkup.journal == "wal")
    #expect(checkup.hasForeignKeys)
    #expect(checkup.problems == [])
    #expect(checkup.fileMode == 0o600)
    let mode = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}

@Test func anAcknowledgedWriteIsInTheFilesBeforeTheStoreIsClosed() throws {
  try temporary { path in
    let office = try Office(path: path)
    for number in 0..<20 { try office.add("deal", "deal \(number)", ["amount": Office.usd(100)]) }
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: path + ".crash" + suffix)
    }
    let survivor = try Office(path: path + ".crash")
    #expect(try survivor.dump() == office.dump())
    #expect(try survivor.store.doctor().problems == [])
  }
}

@Test func twoStoresOnOneFileWriteWithoutLosingAnything() async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "rapport-\(ExchangeIDs.random.next(milliseconds: 1))")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appendingPathComponent("test.db").path
  let first = try Office(path: path)
  let stores = try [first.store, Office(path: path).store]
  let context = first.dana
  try await withThrowingTaskGroup(of: Void.self) { group in
    for store in stores {
      group.addTask {
        for number in 0..<40 {
          _ = try store.write(context, Office.command("add")) { writer in
            let seen = try writer.page(Query("account"), offset: 0, size: 1, fields: []).total
            _ = try writer.create("account", ["name": .text("account \(number)"), "employees": .integer(Int64(seen))])
          }
        }
      }
    }
    try await group.waitForAll()
  }
  let counts = try stores[0].read(context) {
    try $0.page(Query("account"), offset: 0, size: 100, fields: ["employees"])
  }
  #expect(counts.total == 80)
  #expect(Set(counts.records.compactMap { $0["employees"] }).count == 80)
}

@Test func aNewerAForeignOrADamagedFileIsRefusedAndSaidToBe() throws {
  try temporary { path in
    _ = try Office(path: path)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    #expect(throws: StoreFault(.newer(found: 99, known: 1), at: path)) { try Office(path: path) }
    let other = path + "x"
    try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: other))
    #expect(throws: StoreFault(.corrupt, at: other)) { try Office(path: other) }
    let foreign = path + "y"
    let queue2 = try DatabaseQueue(path: foreign)
    try queue2.write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
    try queue2.close()
    #expect(throws: StoreFault(.foreign, at: foreign)) { try Office(path: foreign) }
    #expect(throws: StoreFault(.cannotOpen, at: "/nowhere/x.db")) { try Office(path: "/nowhere/x.db") }
  }
}

@Test func aBackupHoldsTheSameRecordsAndTheSameLedger() throws {
  try temporary { path in
    let office = try Office(path: path)
    try office.add("deal", "Pilot", ["amount": Office.usd(100)])
    try office.store.backup(to: path + ".bak")
    let copy = try Office(path: path + ".bak")
    #expect(try copy.dump() == office.dump())
    _ = try copy.undo()
    #expect(try copy.dump() != office.dump())
  }
}

@Test func conversationsAreRememberedAcrossOpening() throws {
  try temporary { path in
    let office = try Office(path: path)
    let memory = Memory(
      login: "dana", conversation: "c1", session: "{}", message: "m1", text: "hi", reply: "hello", wasMissed: true)
    try office.store.remember(memory)
    let again = try Office(path: path).store
    #expect(try again.session(login: "dana", conversation: "c1") == "{}")
    #expect(try again.answered(conversation: "c1", message: "m1")?.reply == "hello")
    #expect(try again.answered(conversation: "c1", message: "m2") == nil)
    #expect(try again.logins() == ["dana", "priya", "sam"])
    let speaker = try #require(try again.speaker(login: "Priya"))
    #expect(speaker.role == .manager)
    #expect(speaker.zone.identifier == "America/New_York")
    #expect(try again.speaker(login: "nobody") == nil)
  }
}

@Test func whatOthersHaveWrittenAndWhatWasTakenBackIsSeenAtOnce() throws {
  struct Stop: Error {}
  try temporary { path in
    let office = try Office(path: path)
    let other = try Office(path: path).store
    let deal = try office.add("deal", "a", ["amount": Office.usd(100)])
    func amount(_ store: SQLiteStore) throws -> Value? {
      try store.read(office.dana) { try $0.record(deal)?["amount"] }
    }
    for round in 1...3 {
      #expect(try amount(office.store) == (try amount(other)))
      let value = Office.usd(Int64(round * 1000))
      _ = try other.write(office.dana, Office.command("theirs")) { try $0.update(deal, ["amount": value]) }
      #expect(try amount(office.store) == value)
      var seen: Value?
      #expect(throws: Stop.self) {
        _ = try office.store.write(office.dana, Office.command("ours")) { writer in
          try writer.update(deal, ["amount": Office.usd(1)])
          seen = try writer.record(deal)?["amount"]
          throw Stop()
        }
      }
      #expect(seen == Office.usd(1))
      #expect(try amount(office.store) == value)
      try office.store.write(office.dana, Office.command("part")) { writer in
        #expect(throws: RuleRefusal.self) {
          try writer.update(deal, ["amount": Office.usd(2), "account": .record(deal)])
        }
        seen = try writer.record(deal)?["amount"]
      }
      #expect(seen == value)
    }
  }
}
