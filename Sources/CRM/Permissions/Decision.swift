import Model

/// One question to the policy: may the speaker do this to that record?
struct Decision {
  private typealias Rule = CompanyPolicy.Rule

  let kind: KindID
  let name: String
  let action: String
  let speaker: Speaker
  let people: People

  init(_ kind: KindID, _ name: String, _ action: String, _ reader: any StoreReader) {
    self.kind = kind
    self.name = name
    self.action = action
    speaker = reader.context.speaker
    people = People(reader)
  }

  /// What only an admin makes, changes and deletes.
  private static let administered: Set<KindID> = ["user", "setting", "stage", "product", "custom_field"]
  private static let managed: Set<KindID> = ["target", "partner"]
  private static let marketed: Set<KindID> = ["campaign", "campaign_member"]
  private static let supported: Set<KindID> = ["ticket", "article"]
  /// What every colleague may leave on any customer.
  private static let noted: Set<KindID> = ["activity", "file", "market_note"]
  /// What a rep may open for customers of their own.
  private static let sold: Set<KindID> = [
    "account", "contact", "deal", "lead", "quote", "quote_line", "order", "order_line", "payment", "contract", "ticket",
    "stage_change",
  ]

  // MARK: - Creating

  func mayCreate(_ values: [FieldID: Value]) throws {
    if speaker.role == .admin || isOwnShortcut({ values[$0] }) { return }
    try refuseOutsiders(mayAdd: ["lead", "ticket"])
    if Decision.noted.contains(kind) { return }
    try mayWork(on: kind)
    guard speaker.role == .rep || speaker.role == .manager else { return }
    if try isTeamWork({ values[$0] }) { return }
    let owner = try people.owner(kind) { values[$0] }
    try mayActFor(owner, kind == "lead" || kind == "account" ? .own : .ownCustomers)
    if case .record(let account)? = values["account"], Decision.sold.contains(kind) {
      try mayActFor(try people.owner("account", { try? people.fields(of: account, [$0])?[$0] }), .ownCustomers)
    }
  }

  /// The kinds that a role works with at all.
  private func mayWork(on kind: KindID) throws {
    if Decision.administered.contains(kind) { throw try refusal(.admins, people.logins(of: .admin)) }
    if Decision.managed.contains(kind), speaker.role != .manager {
      throw try refusal(.managers, people.logins(of: .manager))
    }
    if Decision.marketed.contains(kind), speaker.role != .marketing, speaker.role != .manager {
      throw try refusal(.marketing, people.logins(of: .marketing))
    }
    if kind == "article", speaker.role != .support { throw try refusal(.support, people.logins(of: .support)) }
    switch speaker.role {
    case .support:
      guard Decision.supported.contains(kind) else { throw try refusal(.own, people.logins(of: .rep)) }
    case .marketing:
      guard Decision.marketed.contains(kind) || kind == "lead" else {
        throw try refusal(.own, people.logins(of: .rep))
      }
    default: break
    }
  }

  // MARK: - Changing

  func mayChange(_ record: Record, _ fields: [FieldID: Value?]) throws {
    if speaker.role == .admin || isOwnShortcut({ record[$0] }) { return }
    if record.id == speaker.user, fields.keys.allSatisfy({ ["locale", "timezone"].contains($0) }) { return }
    try refuseOutsiders(mayAdd: [])
    if kind == "activity", record["asked_by"] == speaker.user.map(Value.record) { return }
    if kind == "market_note", fields.keys.contains(where: { ["status", "decided_by"].contains($0) }),
      speaker.role != .manager
    {
      throw try refusal(.managers, people.logins(of: .manager))
    }
    if !Decision.noted.contains(kind) { try mayWork(on: kind) }
    switch speaker.role {
    case .support where kind == "ticket" || kind == "article": return
    case .marketing where Decision.marketed.contains(kind): return
    default: break
    }
    if kind == "ticket" {
      try mayChangeTicket(record)
    } else if try !keepsOwner(record, fields) || !isTeamWork({ record[$0] }, of: record) {
      try mayActFor(try people.owner(kind) { record[$0] }, .own)
    }
    try mayHandOver(record, fields)
  }

  /// Support works tickets; a rep only those that are assigned to them, a manager those of their people's customers.
  private func mayChangeTicket(_ record: Record) throws {
    if let user = speaker.user, record["assignee"] == .record(user) { return }
    guard speaker.role == .manager else { throw try refusal(.support, people.logins(of: .support)) }
    var owner: RecordID?
    if case .record(let assignee)? = record["assignee"] { owner = assignee }
    if try owner.map({ try mayAct(for: $0) }) ?? true { return }
    if case .record(let account)? = record["account"] {
      try mayActFor(try people.owner("account", { try? people.fields(of: account, [$0])?[$0] }), .team)
    } else {
      throw try refusal(.support, people.logins(of: .support))
    }
  }

  /// A lead is assigned by managers; an unowned record is claimed for oneself; what is one's own may be given away.
  private func mayHandOver(_ record: Record, _ fields: [FieldID: Value?]) throws {
    guard kind != "activity", case .record(let owner)?? = fields["owner"], record["owner"] != .record(owner),
      owner != speaker.user
    else { return }
    if speaker.role == .manager {
      guard try mayAct(for: owner) else { throw try refusal(.team, people.ownerAndManager(owner)) }
    } else if kind == "lead" || record["owner"] == nil {
      throw try refusal(.managers, people.logins(of: .manager))
    }
  }

  // MARK: - Deleting

  func mayDelete(_ record: Record) throws {
    if speaker.role == .admin || isOwnShortcut({ record[$0] }) { return }
    try refuseOutsiders(mayAdd: [])
    if !Decision.noted.contains(kind) { try mayWork(on: kind) }
    if speaker.role == .support, Decision.supported.contains(kind) { return }
    if speaker.role == .marketing, Decision.marketed.contains(kind) { return }
    if kind != "deal", try isTeamWork({ record[$0] }) { return }
    let owner = try people.owner(kind) { record[$0] }
    if owner == nil, kind == "account", speaker.role != .manager {
      throw try refusal(.managers, people.logins(of: .manager))
    }
    try mayActFor(owner, .own)
  }

  // MARK: - Whose it is

  /// The kinds that a deal's team works on, with the field that leads towards the deal.
  private static let teamWork: [KindID: FieldID] = [
    "deal": "id", "quote": "deal", "quote_line": "quote", "deal_line": "deal", "deal_member": "deal",
  ]

  /// It is a deal, or hangs on one, whose team the speaker is on.
  private func isTeamWork(_ values: (FieldID) -> Value?, of record: Record? = nil) throws -> Bool {
    guard let user = speaker.user, let field = Decision.teamWork[kind] else { return false }
    var next = field == "id" ? record?.id : nil
    if case .record(let id)? = values(field) { next = id }
    if let quote = next, quote.kind == "quote" {
      next = try people.deal(of: quote)
    }
    guard let deal = next, deal.kind == "deal" else { return false }
    return try people.isOnTeam(user, of: deal)
  }

  /// Giving a deal away is its owner's business.
  private func keepsOwner(_ record: Record, _ fields: [FieldID: Value?]) -> Bool {
    guard let owner = fields["owner"] else { return true }
    return owner == record["owner"]
  }

  /// The speaker's own, nobody's, or, for a manager, that of one of their people.
  private func mayAct(for owner: RecordID?) throws -> Bool {
    guard let owner else { return true }
    guard let user = speaker.user else { return false }
    if owner == user { return true }
    return speaker.role == .manager ? try people.isUnder(owner, user) : false
  }

  private func mayActFor(_ owner: RecordID?, _ rule: CompanyPolicy.Rule) throws {
    guard let owner, try !mayAct(for: owner) else { return }
    throw try refusal(speaker.role == .manager ? .team : rule, people.ownerAndManager(owner))
  }

  /// What somebody taught is theirs, whoever they are.
  private func isOwnShortcut(_ value: (FieldID) -> Value?) -> Bool {
    guard kind == "shortcut", let user = speaker.user else { return false }
    return value("user") == .record(user)
  }

  private func refuseOutsiders(mayAdd kinds: Set<KindID>) throws {
    switch speaker.role {
    case .guest where !(action == "create" && kinds.contains(kind)):
      throw try refusal(.guests, people.logins(of: .admin))
    case .partner where kind != "activity": throw try refusal(.partners, people.logins(of: .manager))
    default: break
    }
  }

  private func refusal(_ rule: CompanyPolicy.Rule, _ who: [String]) -> RuleRefusal {
    .notAllowed(
      action: action, kind: kind, name: name, who: who.joined(separator: ", "), rule: rule.rawValue)
  }
}
