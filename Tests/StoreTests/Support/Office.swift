import CRM
import Model
import Store
import Testing
import Values

/// A store with a few records, and the speakers of it.
final class Office {
  let store: SQLiteStore
  let dana: Context
  let sam: Context
  let boss: Context
  private(set) var ids: [String: RecordID] = [:]

  static func moment(_ text: String) throws -> Moment { try #require(Moment(iso: text)) }
  static func day(_ text: String) throws -> Value { .day(try #require(Day(iso: text))) }
  static func usd(_ minor: Int64) -> Value { .money(Money(minor: minor, .usd)) }
  static func cny(_ minor: Int64) -> Value { .money(Money(minor: minor, .cny)) }
  static func eur(_ minor: Int64) -> Value { .money(Money(minor: minor, .eur)) }

  init(path: String = ":memory:", limits: Bool = false) throws {
    store = try SQLiteStore(
      path: path, schema: Sample.schema, policy: SamplePolicy(limits: limits), rules: SampleRules(),
      migrations: .generated(from: Sample.schema))
    let now = try Self.moment("2026-11-23T09:00:00-05:00")
    let system = Self.context(nil, "system", .admin, now)
    var users: [String: RecordID] = [:]
    if try store.logins().isEmpty {
      try store.write(system, Self.command("setup", isImport: true)) { writer in
        for (login, name, role) in [
          ("dana", "Dana Whitfield", "rep"), ("sam", "Sam Ortiz", "rep"), ("priya", "Priya Nair", "manager"),
        ] {
          users[login] = try writer.create(
            "user",
            [
              "login": .text(login), "name": .text(name), "role": .text(role), "team": .text("East"),
              "timezone": .text("America/New_York"), "locale": .text("en"), "currency": .text("USD"),
            ])
        }
      }
    } else {
      for login in try store.logins() { users[login] = try store.speaker(login: login)?.user }
    }
    dana = Self.context(users["dana"], "dana", .rep, now)
    sam = Self.context(users["sam"], "sam", .rep, now)
    boss = Self.context(users["priya"], "priya", .manager, now)
    ids = users
  }

  static func context(_ user: RecordID?, _ login: String, _ role: Speaker.Role, _ now: Moment) -> Context {
    Context(
      speaker: Speaker(
        user: user, login: login, name: login, role: role, team: "East", zone: Zone("America/New_York") ?? .utc,
        language: .english, currency: .usd),
      now: now, baseCurrency: .usd)
  }

  static func command(_ sentence: String, isImport: Bool = false) -> Command {
    Command(intent: "test", sentence: sentence, conversation: "c", isImport: isImport)
  }

  /// Creates a record as Dana, remembered under its name.
  @discardableResult
  func add(_ kind: KindID, _ name: String, _ values: [FieldID: Value] = [:], by context: Context? = nil) throws
    -> RecordID
  {
    var values = values
    if let field = Sample.schema[kind]?.nameField, Sample.schema[kind]?.field(field)?.kind == .text {
      values[field] = .text(name)
    }
    let id = try store.write(context ?? dana, Self.command("add \(name)")) { try $0.create(kind, values) }
    ids[name] = id
    return id
  }

  func id(_ name: String) throws -> RecordID { try #require(ids[name]) }
  func ref(_ name: String) throws -> Value { .record(try id(name)) }

  /// The names a predicate finds, in the order of the query.
  func names(
    _ kind: KindID, _ predicate: Predicate = .always, sort: [Sort] = [], by context: Context? = nil
  ) throws -> [String] {
    try store.read(context ?? dana) { reader in
      try reader.page(Query(kind, where: predicate, sort: sort), offset: 0, size: 1000, fields: []).records.map(\.name)
    }
  }

  func page(_ query: Query, size: Int = 100, fields: [FieldID] = []) throws -> Page {
    try store.read(dana) { try $0.page(query, offset: 0, size: size, fields: fields) }
  }

  func table(_ query: Query, by context: Context? = nil) throws -> Table {
    try store.read(context ?? dana) { try $0.table(query) }
  }

  func record(_ name: String, by context: Context? = nil) throws -> Record {
    let id = try id(name)
    return try #require(try store.read(context ?? dana) { try $0.record(id) })
  }

  func update(_ name: String, _ values: [FieldID: Value?], by context: Context? = nil) throws {
    let id = try id(name)
    _ = try store.write(context ?? dana, Self.command("change \(name)")) { try $0.update(id, values) }
  }

  func delete(_ name: String, by context: Context? = nil) throws {
    let id = try id(name)
    _ = try store.write(context ?? dana, Self.command("delete \(name)")) { try $0.delete(id) }
  }

  func undo(by context: Context? = nil) throws -> Reversal { try store.undo(context ?? dana, Self.command("undo")) }
  func redo(by context: Context? = nil) throws -> Reversal { try store.redo(context ?? dana, Self.command("redo")) }

  /// Everything that an export would hold.
  func dump() throws -> String {
    var text = ""
    for kind in Sample.schema.kinds {
      try store.rows(of: kind.id) { record in
        let values = record.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        text += "\(record.id) \(record.code) \(record.name) \(values.joined(separator: " "))\n"
      }
    }
    return text
  }
}

func path(_ steps: FieldID...) -> Expression { .path(steps) }
func equal(_ steps: FieldID..., to value: Value) -> Predicate { .compare(.path(steps), .equal, .constant(value)) }
