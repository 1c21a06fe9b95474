import CRM
import Model
import Store
import Values

/// A small company in memory: alex the admin, priya and chen who manage, dana and sam under priya, mei under chen, theo
/// in support, lena in marketing; stages, two products, Acme of dana's, Hooli of sam's, Zenith of nobody's.
struct Office {
  let store: SQLiteStore
  /// Monday 2026-11-23 09:00 in New York.
  let now: Moment
  private let ids: [String: RecordID]

  init() throws {
    store = try SQLiteStore(path: ":memory:", schema: CRMSchema.all, policy: CompanyPolicy(), rules: CRMRules())
    now = Moment(local: LocalTime(Day(number: 20_780), hour: 9), offset: -18_000)
    let founder = Speaker(
      user: nil, login: "import", name: "Import", role: .admin, team: "", zone: .utc, language: .english,
      currency: .usd)
    let context = Context(speaker: founder, now: now, baseCurrency: .usd)
    let command = Command(intent: "import", sentence: "import", conversation: "test", isImport: true)
    ids = try store.write(context, command) { try Founding($0).records() }
  }

  /// A user by login, a stage or an account by name, a product by stock number.
  func id(_ name: String) throws -> RecordID {
    guard let id = ids[name] else { throw Missing(name: name) }
    return id
  }

  struct Missing: Error { let name: String }

  func context(_ login: String) throws -> Context {
    guard let speaker = try store.speaker(login: login) else { throw Missing(name: login) }
    return Context(speaker: speaker, now: now, baseCurrency: .usd)
  }

  @discardableResult
  func write<Result>(_ login: String, _ body: (any StoreWriter) throws -> Result) throws -> Result {
    let command = Command(intent: "test", sentence: "test", conversation: "test")
    return try store.write(context(login), command, body)
  }

  @discardableResult
  func create(_ login: String, _ kind: KindID, _ values: [FieldID: Value]) throws -> RecordID {
    try write(login) { try $0.create(kind, values) }
  }

  @discardableResult
  func update(_ login: String, _ id: RecordID, _ values: [FieldID: Value?]) throws -> [FieldChange] {
    try write(login) { try $0.update(id, values) }
  }

  /// Writes records as an import does, which no rule dates or completes.
  func importing(_ body: (any StoreWriter) throws -> Void) throws {
    let command = Command(intent: "import", sentence: "import", conversation: "test", isImport: true)
    try store.write(context("alex"), command, body)
  }

  func undo(_ login: String) throws {
    _ = try store.undo(context(login), Command(intent: "undo", sentence: "undo", conversation: "test"))
  }

  func record(_ id: RecordID, as login: String = "alex") throws -> Record? {
    try store.read(context(login)) { try $0.record(id) }
  }

  func count(_ kind: KindID, where condition: Predicate = .always, as login: String = "alex") throws -> Int {
    try store.read(context(login)) { try $0.page(Query(kind, where: condition), offset: 0, size: 0, fields: []).total }
  }

  /// Dana's deal at Acme, in the first stage.
  func deal() throws -> RecordID {
    try create(
      "dana", "deal",
      ["name": .text("Acme rollout"), "account": .record(id("Acme")), "amount": .money(Money(minor: 6_400_000, .usd))])
  }
}

/// The records that an office begins with.
private final class Founding {
  private let writer: any StoreWriter
  private var ids: [String: RecordID] = [:]

  init(_ writer: any StoreWriter) { self.writer = writer }

  func records() throws -> [String: RecordID] {
    try add(user: "alex", "admin", under: nil)
    for (login, role, manager) in [
      ("priya", "manager", "alex"), ("chen", "manager", "alex"), ("dana", "rep", "priya"), ("sam", "rep", "priya"),
      ("mei", "rep", "chen"), ("theo", "support", "alex"), ("lena", "marketing", "alex"),
    ] { try add(user: login, role, under: manager) }
    let stages: [(String, String, Double)] = [
      ("qualification", "open", 10), ("proposal", "open", 50), ("won", "won", 100), ("lost", "lost", 0),
    ]
    for (index, (name, kind, chance)) in stages.enumerated() {
      ids[name] = try writer.create(
        "stage",
        [
          "name": .text(name), "kind": .text(kind), "probability": .decimal(chance),
          "position": .integer(Int64(index + 1)),
        ])
    }
    for (sku, name, price) in [("SK-100", "Sensor Kit", 120_000), ("GW-200", "Edge Gateway", 340_000)] {
      ids[sku] = try writer.create(
        "product",
        ["sku": .text(sku), "name": .text(name), "price": .money(Money(minor: Int64(price), .usd))])
    }
    for (name, owner) in [("Acme", "dana"), ("Hooli", "sam"), ("Zenith", nil)] as [(String, String?)] {
      var values: [FieldID: Value] = ["name": .text(name), "status": .text("prospect")]
      values["owner"] = owner.flatMap { ids[$0] }.map(Value.record)
      ids[name] = try writer.create("account", values)
    }
    return ids
  }

  private func add(user login: String, _ role: String, under manager: String?) throws {
    var values: [FieldID: Value] = [
      "login": .text(login), "name": .text(login.capitalized), "role": .text(role), "team": .text("East"),
      "timezone": .text("America/New_York"), "locale": .text("en"), "currency": .text("USD"),
    ]
    values["manager"] = manager.flatMap { ids[$0] }.map(Value.record)
    ids[login] = try writer.create("user", values)
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
