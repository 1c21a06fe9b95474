import CRM
import Model
import Values

/// The records there are, by what an import can know them by. Loaded a kind at a time, when first asked for.
final class RecordIndex {
  struct Entry {
    var byName: [String: [RecordID]] = [:]
    var byKey: [String: [RecordID]] = [:]
    var byExternal: [String: RecordID] = [:]
    var byExchange: [String: RecordID] = [:]
  }

  private let reader: any StoreReader
  private var entries: [KindID: Entry] = [:]
  /// The account of a contact, deal, order…
  private(set) var accounts: [RecordID: RecordID] = [:]
  private(set) var currencies: [RecordID: Currency] = [:]
  private(set) var zones: [RecordID: Zone] = [:]
  /// `open`, `won`, `lost`.
  private(set) var stageKinds: [RecordID: String] = [:]

  init(_ reader: any StoreReader) { self.reader = reader }

  func entry(_ kind: KindID) throws -> Entry {
    if let entry = entries[kind] { return entry }
    entries[kind] = Entry()
    guard let schema = reader.schema[kind] else { return Entry() }
    let fields = RecordIndex.fields(of: schema)
    let query = Query(kind, sort: [Sort(["id"])])
    var offset = 0
    while true {
      let page = try reader.page(query, offset: offset, size: 10_000, fields: fields + ["exchange_id"])
      for record in page.records { insert(record.id, schema, record.values) }
      offset += page.records.count
      if page.records.isEmpty || offset >= page.total { break }
    }
    return entries[kind] ?? Entry()
  }

  /// The stored fields that tell such a record, and what rows about it need to know.
  private static func fields(of kind: KindSchema) -> [FieldID] {
    let wanted =
      kind.naturalKey + [kind.nameField] + kind.nameFields
      + ["external_id", "account", "currency", "timezone", "kind"] + [kind.codeField].compactMap { $0 }
    return kind.fields.filter { wanted.contains($0.id) && $0.formula == nil }.map(\.id)
  }

  /// Remembers a record that was just made.
  func add(_ id: RecordID, _ kind: KindSchema, _ values: [FieldID: Value]) throws {
    if entries[kind.id] == nil {
      _ = try entry(kind.id)
    } else {
      insert(id, kind, values)
    }
  }

  private func insert(_ id: RecordID, _ kind: KindSchema, _ values: [FieldID: Value]) {
    var entry = entries.removeValue(forKey: kind.id) ?? Entry()
    for field in Set([kind.nameField] + kind.nameFields + [kind.codeField].compactMap { $0 }) {
      guard case .text(let name)? = values[field] else { continue }
      entry.byName[RecordIndex.fold(name), default: []].append(id)
    }
    entry.byKey[RecordIndex.key(kind, values), default: []].append(id)
    if case .text(let text)? = values["external_id"] { entry.byExternal[text] = id }
    if case .text(let text)? = values["exchange_id"] { entry.byExchange[text] = id }
    entries[kind.id] = entry
    if case .record(let account)? = values["account"] { accounts[id] = account }
    if case .text(let code)? = values["currency"], let currency = Currency(code) { currencies[id] = currency }
    if case .text(let name)? = values["timezone"], let zone = Zone(name) { zones[id] = zone }
    if kind.id == "stage", case .text(let word)? = values["kind"] { stageKinds[id] = word }
  }

  /// The natural key as one text; fields without a value are empty parts of it.
  static func key(_ kind: KindSchema, _ values: [FieldID: Value]) -> String {
    kind.naturalKey.map { field in
      switch values[field] {
      case .text(let text)?: fold(text)
      case .moment(let moment)?: String(moment.epoch)
      case let value?: CellText.write(value)
      case nil: ""
      }
    }.joined(separator: "\u{1F}")
  }

  static func fold(_ text: String) -> String { NameKey.fold(text).trimmed }
}
