import Model
import Values

/// What is missing, invalid, stale or double in the data that a speaker may see.
public struct DataQuality {
  public enum Sort: String, Sendable, CaseIterable { case missing, invalid, stale, duplicate }

  public struct Finding: Sendable {
    public let sort: Sort
    public let kind: KindID
    /// What is missing or invalid; what a stale record waits for.
    public let field: FieldID
    public let count: Int
    /// How many are whose, the most first; nil for nobody's.
    public let owners: [(owner: RecordID?, count: Int)]
    /// The name of one of them.
    public let example: String
  }

  private let reader: any StoreReader

  public init(_ reader: any StoreReader) { self.reader = reader }

  /// In the order of `Sort`, each with the kinds in the order of the schema.
  public func findings() throws -> [Finding] {
    try missing() + invalid() + stale() + duplicates()
  }

  // MARK: Missing

  private static let wanted: [(KindID, FieldID, Predicate)] = [
    ("account", "industry", .has("kind", "business")), ("account", "owner", .always), ("account", "country", .always),
    ("account", "phone", .always), ("contact", "account", .always), ("contact", "email", .always),
    ("contact", "phone", .always), ("lead", "source", .always), ("deal", "amount", isOpenDeal),
    ("deal", "close_date", isOpenDeal), ("deal", "account", isOpenDeal),
  ]

  private static let isOpenDeal = Predicate.has(["stage", "kind"], "open")

  private func missing() throws -> [Finding] {
    try DataQuality.wanted.compactMap { kind, field, condition in
      guard reader.schema[kind]?.field(field) != nil else { return nil }
      return try finding(.missing, kind, field, condition.and(.isEmpty(.path([field]))))
    }
  }

  // MARK: Stale

  private func stale() throws -> [Finding] {
    let quiet: (FieldID, Int64) -> Predicate = { field, days in
      .compare(.days(from: .path([field]), to: .today), .greater, .constant(.integer(days)))
    }
    let sets: [(KindID, FieldID, Predicate)] = [
      ("account", "last_activity", Predicate.has("status", "customer").and(quiet("last_activity", 180))),
      ("lead", "last_activity", Predicate.has("status", "new", "working").and(quiet("last_activity", 60))),
      ("deal", "close_date", DataQuality.isOpenDeal.and(quiet("close_date", 0))),
    ]
    return try sets.compactMap { kind, field, condition in
      guard reader.schema[kind]?.field(field) != nil else { return nil }
      return try finding(.stale, kind, field, condition)
    }
  }

  private func finding(_ sort: Sort, _ kind: KindID, _ field: FieldID, _ condition: Predicate) throws -> Finding? {
    let owner = reader.schema[kind]?.owner ?? []
    let first = try reader.page(Query(kind, where: condition), offset: 0, size: 1, fields: [])
    guard let example = first.records.first else { return nil }
    var owners: [(owner: RecordID?, count: Int)] = []
    if !owner.isEmpty {
      let query = Query(kind, where: condition, groups: [.path(owner)], measures: [.count])
      for row in try reader.table(query).rows {
        guard case .integer(let count)? = row.last ?? nil else { continue }
        if case .record(let id)? = row.first ?? nil {
          owners.append((id, Int(count)))
        } else {
          owners.append((nil, Int(count)))
        }
      }
    }
    return Finding(
      sort: sort, kind: kind, field: field, count: first.total, owners: owners.sorted { $0.count > $1.count },
      example: example.name)
  }

  // MARK: Invalid and double

  private func all(_ kind: KindID) throws -> [Record] {
    guard let schema = reader.schema[kind] else { return [] }
    let fields = schema.fields.filter { field in
      if field.formula != nil { return false }
      switch field.kind {
      case .text, .email, .phone, .url, .reference: return true
      default: return false
      }
    }.map(\.id)
    return try reader.page(Query(kind), offset: 0, size: 200_000, fields: fields).records
  }

  private func invalid() throws -> [Finding] {
    try (["account", "contact", "lead"] as [KindID]).flatMap { kind -> [Finding] in
      guard let schema = reader.schema[kind] else { return [] }
      let records = try all(kind)
      return schema.fields.compactMap { field in
        let wrong = records.filter { record in
          guard field.formula == nil, case .text(let text)? = record[field.id] else { return false }
          switch field.kind {
          case .email: return !Address.isEmail(text)
          case .phone: return !Address.isPhone(text)
          case .url: return !Address.isWebsite(text)
          default: return false
          }
        }
        return counted(.invalid, schema, field.id, wrong)
      }
    }
  }

  private func duplicates() throws -> [Finding] {
    try reader.schema.kinds.filter { DuplicateKeys.kinds.contains($0.id) }.compactMap { schema in
      let records = try all(schema.id)
      var byKey: [DuplicateKey: [Record]] = [:]
      for record in records {
        for key in DuplicateKeys.of(schema.id, record.values) { byKey[key, default: []].append(record) }
      }
      var double: Set<RecordID> = []
      for group in byKey.values where group.count > 1 { double.formUnion(group.map(\.id)) }
      return counted(.duplicate, schema, schema.nameField, records.filter { double.contains($0.id) })
    }
  }

  private func counted(_ sort: Sort, _ schema: KindSchema, _ field: FieldID, _ records: [Record]) -> Finding? {
    guard let first = records.first else { return nil }
    var owners: [RecordID?: Int] = [:]
    for record in records {
      var owner: RecordID?
      if let path = schema.owner, path.count == 1, case .record(let id)? = record[path[0]] { owner = id }
      owners[owner, default: 0] += 1
    }
    return Finding(
      sort: sort, kind: schema.id, field: field, count: records.count,
      owners: owners.sorted { ($1.value, $0.key?.key ?? 0) < ($0.value, $1.key?.key ?? 0) }.map { ($0.key, $0.value) },
      example: first.name)
  }
}
