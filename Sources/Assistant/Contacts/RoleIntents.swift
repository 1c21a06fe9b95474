import CRM
import Conversation
import Language
import Model

/// "Jane Doe is the decision maker on Acme rollout": one role a person and deal; a new one replaces it.
struct DealRoleIntent: IntentHandler {
  static let intents = ["contact.role"]

  func run(_ call: Call) throws -> Outcome {
    let contact = try call.record("contact")
    let deal = try call.record("deal")
    guard let role = DealRoles(call).stored("role") else { throw Interruption.ask(slot: "role") }
    let known = try DealRoles(call).all(on: deal.id)
    let words = DealRoles(call).word(role)
    var facts = ["contact": contact.name, "deal": deal.name, "role": words]
    let own = known.first { $0["contact"] == .record(contact.id) }
    var name = "done"
    if let own, own["role"] == .text(role) {
      return .text(call.reply("same", facts), focus: [contact.id, deal.id])
    } else if let own, case .text(let before)? = own["role"] {
      facts["before"] = DealRoles(call).word(before)
      name = "changed"
      try call.writing().update(own.id, ["role": .text(role)])
    } else {
      _ = try call.writing().create(
        "deal_role", ["deal": .record(deal.id), "contact": .record(contact.id), "role": .text(role)])
    }
    var lines = [call.reply(name, facts)]
    let others = known.filter { $0["role"] == .text(role) && $0["contact"] != .record(contact.id) }
    if !others.isEmpty {
      let names = others.map { call.turn.values.text($0["contact"], labels: $0.labels) }
      lines.append(call.reply("also", ["role": words, "others": names.joined(separator: ", ")]))
    }
    return .text(lines.joined(separator: " "), focus: [contact.id, deal.id])
  }

  func normalForm(_ call: Call) -> [JSON.Member]? { DealRoles(call).normalForm(["contact", "deal"]) }
}

/// Who plays which part in a deal.
struct DealRolesIntent: IntentHandler {
  static let intents = ["contact.roles"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let role = DealRoles(call).stored("role")
    let found = try DealRoles(call).all(on: deal.id).filter { role == nil || $0["role"] == .text(role ?? "") }
    guard !found.isEmpty else {
      let words = ["deal": deal.name, "role": role.map(DealRoles(call).word) ?? ""]
      if role != nil { return .text(call.reply("none", words), focus: [deal.id]) }
      let example = call.reply("example", ["deal": deal.name, "contact": try person(call, deal)])
      return .text(call.reply("none.any", ["deal": deal.name, "example": example]), focus: [deal.id])
    }
    let lines = found.map { row in
      let name = call.turn.values.text("contact", of: row)
      guard case .text(let role)? = row["role"] else { return name }
      return "\(name) · \(DealRoles(call).word(role))"
    }
    var outcome = Outcome()
    outcome.blocks = [.list(.init(title: call.reply("title", ["deal": deal.name]), items: lines))]
    outcome.data = .object([
      .init("kind", "list"), .init("entity", "contact"),
      .init(
        "records",
        .array(
          found.map { row in
            .object([
              .init("name", .string(call.turn.values.text("contact", of: row))),
              .init("role", .string(call.turn.values.text(row["role"]))),
            ])
          })), .init("total", .integer(Int64(found.count))),
    ])
    outcome.focus = found.compactMap { if case .record(let id)? = $0["contact"] { id } else { nil } } + [deal.id]
    return outcome
  }

  /// Somebody of the deal, for an example.
  private func person(_ call: Call, _ deal: Record) throws -> String {
    if deal["primary_contact"] != nil {
      return call.turn.values.text("primary_contact", of: deal)
    }
    return try call.reader.page(Query("contact", sort: [Sort(["name"])]), offset: 0, size: 1, fields: []).records.first?
      .name ?? ""
  }

  func normalForm(_ call: Call) -> [JSON.Member]? { DealRoles(call).normalForm(["deal"]) }
}

/// Roles as they are stored and said.
struct DealRoles {
  let call: Call

  init(_ call: Call) { self.call = call }

  func all(on deal: RecordID) throws -> [Record] {
    try call.reader.page(
      Query("deal_role", where: .oneOf(.path(["deal"]), [.record(deal)]), sort: [Sort(["role"])]), offset: 0, size: 50,
      fields: ["contact", "role"]
    ).records
  }

  func stored(_ slot: String) -> String? {
    if case .words(let words)? = call.slots[slot]?.term {
      for case .value("deal_role", "role", let stored) in words.meanings { return stored.first }
    }
    return call.optionalText(slot).flatMap { call.turn.engine.lexicon.value(of: $0, kind: "deal_role", field: "role") }
  }

  /// As the replies' language calls it.
  func word(_ role: String) -> String {
    let key = "role.\(role.split(separator: " ").joined(separator: "_"))"
    return call.wording.has(key) ? call.turn.say(key) : role
  }

  func normalForm(_ records: [String]) -> [JSON.Member]? {
    var members: [JSON.Member] = []
    for slot in records {
      guard let record = try? call.record(slot) else { return nil }
      members.append(.init(slot, RecordJSON.reference(record)))
    }
    if let role = stored("role") { members.append(.init("role", .string(role))) }
    return members
  }
}
