import CRM
import Conversation
import Model

/// What a new colleague is given besides a name: a login, and what those of the same team have.
struct NewColleague {
  let reader: any StoreReader

  func complete(_ values: inout [FieldID: Value]) throws {
    if values["login"] == nil, case .text(let name)? = values["name"] { values["login"] = .text(try login(for: name)) }
    guard case .text(let team)? = values["team"] else { return }
    let members = try reader.unrestricted.page(
      Query(
        "user", where: .oneOf(.path(["team"]), [.text(team)]), sort: [.init(["login"])]), offset: 0, size: 50,
      fields: ["role", "manager", "timezone", "locale", "currency", "team", "login"]
    ).records
    let manager = members.first { $0["role"] == .text("manager") }
    if values["manager"] == nil, values["role"] != .text("manager") {
      values["manager"] = manager.map { .record($0.id) } ?? members.first { $0["manager"] != nil }?["manager"]
    }
    guard let model = manager ?? members.first else { return }
    values["team"] = model["team"] ?? values["team"]
    for field in ["timezone", "locale", "currency"] as [FieldID] where values[field] == nil {
      values[field] = model[field]
    }
  }

  /// The first name, or a Chinese name as it sounds; with a number where it is taken.
  private func login(for name: String) throws -> String {
    let stem = NewColleague.stem(name)
    for number in 1...500 {
      let candidate = number == 1 ? stem : "\(stem)\(number)"
      let query = Query("user", where: .oneOf(.path(["login"]), [.text(candidate)]))
      if try reader.unrestricted.page(query, offset: 0, size: 1, fields: []).total == 0 { return candidate }
    }
    return stem
  }

  private static func stem(_ name: String) -> String {
    let tokens = NameKey.tokens(name)
    guard let first = tokens.first else { return "user" }
    guard first.isIdeograph else { return first.text }
    let ideographs = tokens.prefix { $0.isIdeograph }.map(\.text).joined()
    return Pinyin.key(ideographs)?.filter { $0 != " " } ?? "user"
  }
}
