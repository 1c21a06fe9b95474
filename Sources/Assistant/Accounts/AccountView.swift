import CRM
import Conversation
import Language
import Model
import Values

/// An account all around: details, people and their roles, what is open, what it has brought, what it owes.
struct AccountView {
  let turn: Turn
  let reader: any StoreReader

  private static let figures: [FieldID] = ["won_value", "open_value", "ordered_value", "balance", "satisfaction"]
  private static let elsewhere: Set<FieldID> = [
    "won_value", "open_value", "ordered_value", "balance", "satisfaction", "last_activity", "next_step", "last_order",
    "external_id",
  ]

  /// What a line says with its heading, since two dates or two amounts stand in it.
  private static let told: Set<FieldID> = ["ends", "balance", "valid_until"]

  func show(_ account: Record) throws -> Outcome {
    var outcome = Outcome()
    outcome.blocks = [.record(details(account))]
    outcome.blocks += [try numbers(account)].compactMap(\.self)
    for section in try sections(account) where !section.lines.isEmpty {
      outcome.blocks.append(
        .text(([section.title] + section.lines.map { "  " + $0 }).joined(separator: "\n")))
    }
    outcome.focus = [account.id]
    outcome.data = try data(account)
    return outcome
  }

  private func details(_ account: Record) -> Block.Card {
    let lines = (reader.schema["account"]?.fields ?? []).compactMap { field -> Block.Card.Line? in
      guard field.id != "name", !Self.elsewhere.contains(field.id), let text = turn.values.filled(field.id, of: account)
      else { return nil }
      return text.isEmpty ? nil : .init(turn.wording.label(field.id, of: "account"), text)
    }
    return .init(title: "\(account.name) (\(account.code))", fields: lines)
  }

  private func numbers(_ account: Record) throws -> Block? {
    var lines = Self.figures.compactMap { field -> Block.Card.Line? in
      guard let value = account[field] else { return nil }
      if case .amounts(let all) = value, all.isEmpty { return nil }
      return .init(turn.wording.label(field, of: "account"), turn.values.text(value))
    }
    if let rfm = try RFM.of(account.id, reader) {
      lines.append(
        .init(
          turn.say("view.rfm"),
          turn.say(
            "view.rfm.value",
            [
              "class": turn.say("rfm.\(rfm.name.rawValue)"), "r": String(rfm.recency), "f": String(rfm.frequency),
              "m": String(rfm.value),
            ])))
    }
    return lines.isEmpty ? nil : .record(.init(title: turn.say("view.figures"), fields: lines))
  }

  // MARK: Sections

  private struct Section {
    let title: String
    let lines: [String]
  }

  private func sections(_ account: Record) throws -> [Section] {
    let facts = AccountFacts(turn, reader)
    let last = try facts.lastContact(account.id).map { turn.say("view.activity", $0) }
    let next = try facts.nextStep(account.id).map { turn.say("view.activity", $0) }
    return [
      Section(title: turn.say("view.last"), lines: [last ?? turn.say("view.last.none")]),
      Section(title: turn.say("view.next"), lines: [next ?? turn.say("view.next.none")]),
      try people(account.id),
      Section(title: turn.say("view.deals"), lines: try facts.openDeals(account.id).map(\.line)),
      try related(
        "view.tickets", "ticket", account.id, filter: "unresolved",
        ["number", "priority", "status", "assignee", "opened"]),
      try related("view.contracts", "contract", account.id, filter: "active", ["value", "ends"]),
      try related("view.unpaid", "order", account.id, filter: "unpaid", ["ordered_on", "total", "balance"]),
      try related("view.subsidiaries", "account", account.id, by: "parent", ["city", "owner"]),
      try related("view.files", "file", account.id, ["bytes", "created"]),
      try related("view.market", "market_note", account.id, ["topic", "status", "owner", "created"]),
    ]
  }

  /// Each person once, with what part they play in which open deal.
  private func people(_ account: RecordID) throws -> Section {
    let query = Query("contact", where: .oneOf(.path(["account"]), [.record(account)]), sort: [Sort(["name"])])
    let page = try reader.page(query, offset: 0, size: 12, fields: ["title", "email", "phone"])
    let roles = try reader.page(
      Query("deal_role", where: .via("contact", .oneOf(.path(["account"]), [.record(account)]))), offset: 0, size: 50,
      fields: ["contact", "role", "deal"]
    ).records
    let lines = page.records.map { person in
      let parts = roles.filter { $0["contact"] == .record(person.id) }.map { row in
        turn.say(
          "view.role",
          [
            "role": roleWord(row["role"]), "deal": turn.values.text("deal", of: row),
          ])
      }
      let texts = ["title", "email", "phone"].compactMap { person[$0].map { turn.values.text($0) } }
      return ([person.name] + texts.prefix(1) + parts + texts.dropFirst()).joined(separator: " · ")
    }
    return Section(title: titled("contact", page.total), lines: lines)
  }

  private func roleWord(_ value: Value?) -> String {
    guard case .text(let role)? = value else { return "" }
    let key = "role.\(role.split(separator: " ").joined(separator: "_"))"
    return turn.wording.has(key) ? turn.say(key) : role
  }

  private func related(
    _ title: String, _ kind: KindID, _ account: RecordID, by field: FieldID = "account", filter: String? = nil,
    _ columns: [FieldID]
  ) throws -> Section {
    guard let schema = reader.schema[kind] else { return Section(title: "", lines: []) }
    let narrowed = filter.flatMap { schema.filter($0)?.predicate } ?? .always
    let query = Query(kind, where: narrowed.and(.oneOf(.path([field]), [.record(account)])), sort: schema.sort)
    let page = try reader.page(query, offset: 0, size: 6, fields: columns)
    let lines = page.records.map { row in
      ([row.name]
        + columns.compactMap { column -> String? in
          guard let text = turn.values.filled(column, of: row), column != schema.nameField else { return nil }
          if case .integer(let bytes)? = row["bytes"], column == "bytes" { return FileSize.text(Int(bytes)) }
          return Self.told.contains(column) ? "\(turn.wording.label(column, of: kind)) \(text)" : text
        }).joined(separator: " · ")
    }
    let more = page.total > lines.count ? [turn.say("and.more", ["count": String(page.total - lines.count)])] : []
    return Section(title: turn.say(title, ["count": String(page.total)]), lines: lines + more)
  }

  private func titled(_ kind: KindID, _ count: Int) -> String { turn.wording.count(count, kind) }

  private func data(_ account: Record) throws -> JSON {
    let fields = (reader.schema["account"]?.fields ?? []).map(\.id).filter { account[$0] != nil }
    return .object([.init("kind", "record"), .init("record", RecordJSON.record(account, fields))])
  }
}
