import CRM
import Model
import Store
import Testing
import Values

/// The CRM's own schema, rules and policy over an empty store.
private func company() throws -> (SQLiteStore, Context) {
  let store = try SQLiteStore(path: ":memory:", schema: CRMSchema.all, policy: CompanyPolicy(), rules: CRMRules())
  let now = try Office.moment("2026-11-23T09:00:00-05:00")
  let system = Office.context(nil, "system", .admin, now)
  let user = try store.write(system, Office.command("setup", isImport: true)) { writer in
    try writer.create(
      "user",
      [
        "login": .text("dana"), "name": .text("Dana Whitfield"), "role": .text("rep"), "team": .text("East"),
        "timezone": .text("America/New_York"), "currency": .text("USD"),
      ])
  }
  return (store, Office.context(user, "dana", .rep, now))
}

@Test(arguments: CRMSchema.all.kinds.map(\.id))
func everyFieldFilterEventAndRelationOfAKindCanBeAsked(kind: KindID) throws {
  let (store, dana) = try company()
  let schema = try #require(CRMSchema.all[kind])
  for context in [dana, Office.context(dana.speaker.user, "dana", .partner, dana.now)] {
    try store.read(context) { reader in
      let all = try reader.page(Query(kind, sort: schema.sort), offset: 0, size: 10, fields: schema.fields.map(\.id))
      #expect(all.total == all.records.count)
      for field in schema.fields {
        let sorted = Query(kind, sort: [Sort([field.id], descending: true)])
        _ = try reader.page(sorted, offset: 0, size: 1, fields: [])
        _ = try reader.table(Query(kind, groups: [.path([field.id])], measures: [.count]))
        _ = try reader.table(Query(kind, measures: [.aggregate(.count, of: .path([field.id]), matching: .always)]))
      }
      for filter in schema.filters {
        _ = try reader.page(Query(kind, where: filter.predicate), offset: 0, size: 1, fields: [])
      }
      for event in schema.events {
        let dated = Predicate.not(.isEmpty(.path(event.date)))
        let happened = event.implies.and(dated)
        let predicate = event.through.map { Predicate.exists($0, happened) } ?? happened
        _ = try reader.page(Query(kind, where: predicate), offset: 0, size: 1, fields: [])
      }
      for relation in schema.relations {
        _ = try reader.page(Query(kind, where: .exists(relation.id, .always)), offset: 0, size: 1, fields: [])
      }
      if let owner = schema.owner {
        _ = try reader.table(Query(kind, groups: [.path(owner)], measures: [.count]))
      }
    }
  }
}

@Test func aDealOfTheCompanyIsMadeMovedAndTakenBack() throws {
  let (store, dana) = try company()
  let system = Office.context(nil, "system", .admin, dana.now)
  let owner = Value.record(try #require(dana.speaker.user))
  let (stages, account) = try store.write(system, Office.command("setup", isImport: true)) { writer in
    let stages = try [("qualification", "open", 10.0), ("won", "won", 100)].enumerated().map { index, stage in
      try writer.create(
        "stage",
        [
          "position": .integer(Int64(index + 1)), "name": .text(stage.0), "kind": .text(stage.1),
          "probability": .decimal(stage.2),
        ])
    }
    let account = try writer.create(
      "account", ["name": .text("Acme"), "owner": owner, "status": .text("prospect"), "currency": .text("USD")])
    return (stages, account)
  }
  let deal = try store.write(dana, Office.command("add a deal")) { writer in
    try writer.create(
      "deal",
      [
        "name": .text("Pilot"), "account": .record(account), "amount": Office.usd(999),
        "stage": .record(stages[0]), "owner": owner,
      ])
  }
  let made = try #require(try store.read(dana) { try $0.record(deal) })
  #expect(made["weighted"] == Office.usd(100))
  let changes = try store.write(dana, Office.command("won")) { writer in
    _ = try writer.update(deal, ["stage": .record(stages[1])])
    return writer.changes
  }
  #expect(changes.contains { $0.record == account && $0.after == .text("customer") })
  #expect(changes.contains { $0.record.kind == "stage_change" && $0.sort == .create })
  let acme = try #require(try store.read(dana) { try $0.record(account) })
  #expect(acme["won_value"] == .amounts([Money(minor: 999, .usd)]))
  _ = try store.undo(dana, Office.command("undo"))
  #expect(try store.read(dana) { try $0.record(deal) } == made)
  _ = try store.undo(dana, Office.command("undo"))
  #expect(try store.read(dana) { try $0.record(deal) } == nil)
  #expect(try store.read(dana) { try $0.page(Query("stage_change"), offset: 0, size: 1, fields: []).total } == 0)
}

@Test func aMergeLosesNothingAndIsTakenBackWhole() throws {
  let (store, dana) = try company()
  let boss = Office.context(nil, "boss", .admin, dana.now)
  let (source, target, contact) = try store.write(boss, Office.command("setup")) { writer in
    let source = try writer.create(
      "account", ["name": .text("Globex Incorporated"), "phone": .text("+1 713 555 0110")])
    let target = try writer.create("account", ["name": .text("Globex Inc"), "parent": .record(source)])
    let contact = try writer.create("contact", ["name": .text("Marcus Lee"), "account": .record(source)])
    _ = try writer.create(
      "activity",
      ["type": .text("call"), "subject": .text("Hello"), "regarding": .record(contact), "done_at": .moment(dana.now)])
    return (source, target, contact)
  }
  let pairs = try store.read(boss) { try $0.likelyPairs("account", sorts: [.name, .phone], limit: 9) }
  #expect(pairs == [LikelyPair(source, target, reasons: [.name])])
  let moved = try store.write(boss, Office.command("merge")) { writer in
    let moved = try writer.redirect(source, to: target)
    try writer.delete(source)
    return moved
  }
  #expect(moved == 3)
  try store.read(boss) { reader in
    #expect(try reader.record(source) == nil)
    #expect(try reader.record(target)?["parent"] == nil)
    #expect(try reader.record(contact)?["account"] == .record(target))
    let calls = Query("activity", where: .oneOf(.path(["account"]), [.record(target)]))
    #expect(try reader.page(calls, offset: 0, size: 9, fields: []).total == 1)
    #expect(try reader.likelyPairs("account", sorts: [.name], limit: 9).isEmpty)
  }
  _ = try store.undo(boss, Office.command("undo"))
  try store.read(boss) { reader in
    #expect(try reader.record(target)?["parent"] == .record(source))
    #expect(try reader.record(contact)?["account"] == .record(source))
    #expect(try reader.likelyPairs("account", sorts: [.name], limit: 9).count == 1)
  }
}

@Test func aFieldThatWasAddedIsOneLikeAnyOther() throws {
  let (store, dana) = try company()
  let boss = Office.context(nil, "boss", .admin, dana.now)
  let account = try store.write(boss, Office.command("add field")) { writer in
    _ = try writer.create(
      "custom_field",
      ["label": .text("segment"), "of": .text("account"), "key": .text("segment"), "type": .text("choice")])
    return try writer.create("account", ["name": .text("Acme"), "segment": .text("Robotics")])
  }
  try store.read(dana) { reader in
    #expect(reader.schema["account"]?.field("segment") != nil)
    #expect(try reader.record(account)?["segment"] == .text("Robotics"))
    let query = Query("account", where: .oneOf(.path(["segment"]), [.text("robotics")]))
    #expect(try reader.page(query, offset: 0, size: 9, fields: []).total == 1)
  }
  _ = try store.undo(boss, Office.command("undo"))
  #expect(try store.read(dana) { $0.schema["account"]?.field("segment") } == nil)
  _ = try store.redo(boss, Office.command("redo"))
  #expect(try store.read(dana) { try $0.record(account)?["segment"] } == .text("Robotics"))
}
