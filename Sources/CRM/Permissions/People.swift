import Model

/// Who owns a record, and who is above whom.
struct People {
  let reader: any StoreReader

  init(_ reader: any StoreReader) { self.reader = reader.unrestricted }

  /// These fields of one record; nil where it does not exist.
  func fields(of id: RecordID, _ fields: [FieldID]) throws -> Record? {
    let query = Query(id.kind, where: .compare(.of("id"), .equal, .constant(.record(id))))
    return try reader.page(query, offset: 0, size: 1, fields: fields).records.first
  }

  /// The user at the end of the kind's way to its owner, from a record with these values.
  func owner(_ kind: KindID, _ values: (FieldID) -> Value?) throws -> RecordID? {
    guard let path = reader.schema[kind]?.owner, let first = path.first else { return nil }
    guard case .record(var current)? = values(first) else { return nil }
    for step in path.dropFirst() {
      guard case .record(let next)? = try fields(of: current, [step])?[step] else { return nil }
      current = next
    }
    return current
  }

  /// The user is the manager, or works under them at any depth.
  func isUnder(_ user: RecordID, _ manager: RecordID) throws -> Bool {
    var current = user
    for _ in 0..<12 {
      if current == manager { return true }
      guard case .record(let next)? = try fields(of: current, ["manager"])?["manager"] else { return false }
      current = next
    }
    return false
  }

  func deal(of quote: RecordID) throws -> RecordID? {
    if case .record(let deal)? = try fields(of: quote, ["deal"])?["deal"] { deal } else { nil }
  }

  func isOnTeam(_ user: RecordID, of deal: RecordID) throws -> Bool {
    let members = Query("deal_member", where: .points("deal", to: deal).and(.points("user", to: user)))
    return try reader.page(members, offset: 0, size: 1, fields: []).total > 0
  }

  func login(_ user: RecordID) throws -> String? {
    guard case .text(let login)? = try fields(of: user, ["login"])?["login"] else { return nil }
    return login
  }

  /// The logins of an owner and of their manager.
  func ownerAndManager(_ owner: RecordID) throws -> [String] {
    var logins = [try login(owner)]
    if case .record(let manager)? = try fields(of: owner, ["manager"])?["manager"] { logins.append(try login(manager)) }
    return logins.compactMap { $0 }
  }

  /// The logins of up to three users of a role.
  func logins(of role: Speaker.Role) throws -> [String] {
    let query = Query("user", where: .has("role", role.rawValue), sort: [.by("login")])
    return try reader.page(query, offset: 0, size: 3, fields: ["login"]).records.compactMap {
      if case .text(let login)? = $0["login"] { login } else { nil }
    }
  }
}
