import CRM
import Model
import Values

/// How records are called in a file: users by login, products by stock number, documents by their number, others by name.
final class NameBook {
  struct Entry {
    var names: [RecordID: String] = [:]
    /// Names, folded, that more than one record has.
    var ambiguous: Set<String> = []
    var exchange: [RecordID: String] = [:]
    /// What the record leads to, for what follows from it.
    var links: [RecordID: [FieldID: Value]] = [:]
  }

  private let reader: any StoreReader
  private var entries: [KindID: Entry] = [:]

  init(_ reader: any StoreReader) { self.reader = reader }

  /// The field that a kind's records are called by; the next where a record has none.
  private static let fields: [KindID: [FieldID]] = [
    "user": ["login"], "product": ["sku", "name"], "ticket": ["number"], "contract": ["number"],
  ]

  private func entry(_ kind: KindID) throws -> Entry {
    if let entry = entries[kind] { return entry }
    guard let schema = reader.schema[kind] else { return Entry() }
    let naming = NameBook.fields[kind] ?? [schema.nameField]
    let known = [schema.nameField] + schema.nameFields + [schema.codeField].compactMap { $0 }
    let wanted = Set(naming + known + ["account", "deal", "currency", "timezone"])
    let fields = schema.fields.filter { wanted.contains($0.id) && $0.formula == nil }.map(\.id)
    var entry = Entry()
    var seen: Set<String> = []
    var offset = 0
    while true {
      let page = try reader.page(
        Query(kind, sort: [Sort(["id"])]), offset: offset, size: 10_000, fields: fields + ["exchange_id"])
      for record in page.records {
        let name = naming.lazy.compactMap { self.text(record[$0]) }.first ?? record.code
        entry.names[record.id] = name
        entry.links[record.id] = record.values
        entry.exchange[record.id] = text(record["exchange_id"])
        for called in Set(([name] + known.compactMap { self.text(record[$0]) }).map(RecordIndex.fold)) {
          if !seen.insert(called).inserted { entry.ambiguous.insert(called) }
        }
      }
      offset += page.records.count
      if page.records.isEmpty || offset >= page.total { break }
    }
    entries[kind] = entry
    return entry
  }

  private func text(_ value: Value?) -> String? {
    if case .text(let text)? = value { text } else { nil }
  }

  /// Empty for a record that the speaker may not see.
  func name(of id: RecordID) throws -> String { try entry(id.kind).names[id] ?? "" }

  /// The exchange id, where the name alone does not tell the record.
  func exchangeIDIfNeeded(of id: RecordID) throws -> String {
    let entry = try entry(id.kind)
    guard let name = entry.names[id], entry.ambiguous.contains(RecordIndex.fold(name)) else { return "" }
    return entry.exchange[id] ?? ""
  }

  func link(_ field: FieldID, of id: RecordID?) throws -> Value? {
    guard let id else { return nil }
    return try entry(id.kind).links[id]?[field]
  }

  /// The zone that a moment without an offset is understood in when it is read back.
  func zone(of owner: Value?) throws -> Zone {
    if case .record(let user)? = owner, case .text(let name)? = try link("timezone", of: user), let zone = Zone(name) {
      return zone
    }
    return try companyZone
  }

  private var companyZone: Zone {
    get throws { try reader.setting("time_zone").flatMap { Zone($0) } ?? reader.context.speaker.zone }
  }

  var baseCurrency: Currency {
    get throws { try reader.setting("base_currency").flatMap { Currency($0) } ?? reader.context.baseCurrency }
  }
}
