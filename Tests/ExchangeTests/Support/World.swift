import CRM
import Exchange
import Model
import Store
import Values

/// A database in memory, and the one who imports into it.
struct World {
  let store: SQLiteStore
  let context: Context

  init(role: Speaker.Role = .admin) throws {
    store = try SQLiteStore(path: ":memory:", schema: CRMSchema.all, policy: CompanyPolicy(), rules: CRMRules())
    let zone = Zone("America/New_York") ?? .utc
    let speaker = Speaker(
      user: nil, login: "import", name: "Import", role: role, team: "", zone: zone, language: .english,
      currency: .usd)
    let now = LocalTime(Day(number: 20_780), hour: 9)
    context = Context(speaker: speaker, now: zone.moment(local: now), baseCurrency: .usd)
  }

  private init(_ store: SQLiteStore, _ context: Context) {
    self.store = store
    self.context = context
  }

  /// The same records, seen by one of their users.
  func speaking(as login: String) throws -> World {
    guard let speaker = try store.speaker(login: login) else { throw Missing(login: login) }
    return World(
      store, Context(speaker: speaker, now: speaker.zone.moment(epoch: context.now.epoch), baseCurrency: .usd))
  }

  struct Missing: Error { let login: String }

  @discardableResult
  func load(_ files: [String: String], _ options: Importer.Options = .init()) throws -> ImportReport {
    try load(files.sorted { $0.key < $1.key }.map { ImportFile(name: $0.key, bytes: Array($0.value.utf8)) }, options)
  }

  @discardableResult
  func load(_ files: [ImportFile], _ options: Importer.Options = .init()) throws -> ImportReport {
    try Importer(options).run(files, into: store, context: context, command: command("import", isImport: true))
  }

  func command(_ sentence: String, isImport: Bool = false) -> Command {
    Command(intent: sentence, sentence: sentence, conversation: "test", isImport: isImport)
  }

  func export() throws -> [ExportFile] {
    try store.read(context) { try Exporter($0).files() }
  }

  /// The rows of an exported file, the exchange ids left out.
  func rows(_ name: String) throws -> [[String: String]] {
    guard let file = try export().first(where: { $0.name == name }) else { return [] }
    let rows = CSVReader(file.text).rows
    guard let head = rows.first else { return [] }
    return rows.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(head.cells, row.cells)).filter { $0.key != "exchange_id" }
    }
  }

  func count(_ kind: KindID, where condition: Predicate = .always) throws -> Int {
    try store.read(context) { try $0.page(Query(kind, where: condition), offset: 0, size: 0, fields: []).total }
  }
}
