import GRDB
import Model
import Values

/// Reads who speaks from the kind `user`.
struct Users {
  private let layout: Layout
  private let db: Database

  init(_ layout: Layout, _ db: Database) {
    self.layout = layout
    self.db = db
  }

  func logins() throws -> [String] {
    guard let kind = try? layout.kind("user") else { return [] }
    var logins: [String] = []
    try db.each("SELECT \"login\" FROM \(kind.table) WHERE \"login\" IS NOT NULL ORDER BY \"login\"", []) {
      logins.append($0[0])
    }
    return logins
  }

  func speaker(_ login: String) throws -> Speaker? {
    guard let kind = try? layout.kind("user"), let field = kind.layout("login") else { return nil }
    let column = quoted(field.shadow ?? "login")
    let found = try db.first(
      "\(kind.selection) WHERE \(column) = ?",
      .of(field.shadow == nil ? login : NameKey.fold(login))
    ) { (key: $0[0] as Int64, values: Decoding.values($0, kind, base: .usd)) }
    guard let found, found.values["active"] != .boolean(false) else { return nil }
    func text(_ field: FieldID) throws -> String? {
      switch found.values[field] {
      case .text(let text): return text
      case .record(let id): return try name(of: id)
      default: return nil
      }
    }
    return Speaker(
      user: RecordID("user", found.key), login: try text("login") ?? login, name: try text("name") ?? login,
      role: try text("role").flatMap { Speaker.Role(rawValue: $0) } ?? .rep, team: try text("team") ?? "",
      zone: try text("timezone").flatMap { Zone($0) } ?? .utc,
      language: LanguageCode(try text("locale").map { String($0.prefix { $0 != "-" && $0 != "_" }) } ?? "en"),
      currency: try text("currency").flatMap { Currency($0) } ?? .usd)
  }

  private func name(of id: RecordID) throws -> String? {
    let kind = try layout.kind(id.kind)
    return try db.first(
      "SELECT \(quoted(kind.schema.nameField.rawValue)) FROM \(kind.table) WHERE \"id\" = ?", .of(id.key)
    ) {
      $0[0] as String?
    }.flatMap(\.self)
  }
}
