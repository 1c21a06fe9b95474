import CRM
import Model
import Values

/// What the parts of one import share: where it writes, what it knows, what it has done.
final class ImportRun {
  let writer: any StoreWriter
  let index: RecordIndex
  var report = ImportReport()
  /// Records that a row has written in this run: no second row means one of them by its name alone.
  var touched: Set<RecordID> = []
  /// Names that rows gave and no file lists, so that a record was made of each.
  var made: [KindID: Set<String>] = [:]
  /// Logins thought out for users who are not written yet.
  var newLogins: Set<String> = []
  /// Deals made in this run, with what their rows say.
  var newDeals: [(id: RecordID, values: [FieldID: Value])] = []
  /// Deals come without their history, and not from an export of ours, which would have it.
  var lacksHistory = true
  /// References to be set when all rows are in.
  var deferred: [Deferred] = []
  private let policy = CompanyPolicy()

  struct Deferred {
    let record: RecordID
    let field: FieldID
    let kinds: [KindID]
    let name: String
    let exchangeID: String?
    let file: String
    let line: Int
  }

  init(_ writer: any StoreWriter) {
    self.writer = writer
    index = RecordIndex(writer.unrestricted)
  }

  var schema: Schema { writer.schema }
  var isAdmin: Bool { writer.context.speaker.role == .admin }

  var companyZone: Zone {
    get throws {
      if let zone { return zone }
      let found = try writer.setting("time_zone").flatMap { Zone($0) } ?? writer.context.speaker.zone
      zone = found
      return found
    }
  }

  /// The company's currency as its settings have it, settings of this import included.
  var baseCurrency: Currency {
    get throws {
      if let currency { return currency }
      let found = try writer.setting("base_currency").flatMap { Currency($0) } ?? writer.context.baseCurrency
      currency = found
      return found
    }
  }

  private var zone: Zone?
  private var currency: Currency?

  private func forgetSettings(_ kind: KindSchema) {
    guard kind.id == "setting" else { return }
    zone = nil
    currency = nil
  }

  /// Makes a record and counts it.
  func create(_ kind: KindSchema, _ values: [FieldID: Value]) throws -> RecordID {
    if !isAdmin { try policy.mayCreate(kind.id, values, reader: writer) }
    let id = try writer.create(kind.id, values)
    try index.add(id, kind, values)
    report.add(kind.id) { $0.created += 1 }
    touched.insert(id)
    forgetSettings(kind)
    if kind.id == "deal" { newDeals.append((id, values)) }
    return id
  }

  /// Sets what a row says of a record that is there already, and counts it.
  func update(_ id: RecordID, _ values: [FieldID: Value], _ kind: KindSchema) throws {
    var fields = values
    fields["exchange_id"] = nil
    touched.insert(id)
    forgetSettings(kind)
    if !isAdmin, let record = try writer.unrestricted.record(id) {
      let differing = fields.filter { record[$0.key] != $0.value }
      if !differing.isEmpty { try policy.mayChange(record, differing.mapValues { $0 }, reader: writer) }
    }
    let changes = try writer.update(id, fields.mapValues { $0 })
    report.add(kind.id) { count in
      if changes.isEmpty { count.unchanged += 1 } else { count.updated += 1 }
    }
  }
}
