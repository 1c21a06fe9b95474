import CRM
import GRDB
import Model

/// Keeps, beside the records, what doubles of them would share (`DuplicateKeys`).
struct DuplicateIndex {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func add(_ id: RecordID, _ values: [FieldID: Value]) throws {
    for key in DuplicateKeys.of(id.kind, values) { try add(id, key) }
  }

  func remove(_ id: RecordID, _ values: [FieldID: Value]) throws {
    for key in DuplicateKeys.of(id.kind, values) { try remove(id, key) }
  }

  func change(_ id: RecordID, from before: [FieldID: Value], to after: [FieldID: Value]) throws {
    guard DuplicateKeys.kinds.contains(id.kind) else { return }
    let (old, new) = (DuplicateKeys.of(id.kind, before), DuplicateKeys.of(id.kind, after))
    if old == new { return }
    for key in old where !new.contains(key) { try remove(id, key) }
    for key in new where !old.contains(key) { try add(id, key) }
  }

  private func add(_ id: RecordID, _ key: DuplicateKey) throws {
    try db.run(
      "INSERT OR IGNORE INTO \"_alike\" (\"kind\", \"sort\", \"value\", \"key\") VALUES (?, ?, ?, ?)",
      .of(id.kind.rawValue, key.sort.rawValue, key.value, id.key))
  }

  private func remove(_ id: RecordID, _ key: DuplicateKey) throws {
    try db.run(
      "DELETE FROM \"_alike\" WHERE \"kind\" = ? AND \"sort\" = ? AND \"value\" = ? AND \"key\" = ?",
      .of(id.kind.rawValue, key.sort.rawValue, key.value, id.key))
  }
}

extension View {
  /// What more records than this share (a switchboard's number) tells nothing about any of them.
  private static let mostSharing = 6

  func alike(_ kind: KindID, _ keys: [DuplicateKey], limit: Int) throws -> [(
    record: NamedRecord, sort: DuplicateKey.Sort
  )] {
    var found: [(record: NamedRecord, sort: DuplicateKey.Sort)] = []
    for key in keys {
      var records: [Int64] = []
      try db.each(
        "SELECT \"key\" FROM \"_alike\" WHERE \"kind\" = ? AND \"sort\" = ? AND \"value\" = ? ORDER BY \"key\" LIMIT ?",
        .of(kind.rawValue, key.sort.rawValue, key.value, limit)
      ) { records.append($0[0]) }
      for record in try named(records, kind) where !found.contains(where: { $0.record.id == record.id }) {
        found.append((record, key.sort))
      }
    }
    return Array(found.prefix(limit))
  }

  func likelyPairs(_ kind: KindID, sorts: [DuplicateKey.Sort], limit: Int) throws -> [LikelyPair] {
    var reasons: [[Int64]: [DuplicateKey.Sort]] = [:]
    var order: [[Int64]] = []
    for sort in sorts {
      try db.each(
        """
        SELECT json_group_array("key") FROM "_alike" WHERE "kind" = ? AND "sort" = ?
        GROUP BY "value" HAVING COUNT(*) BETWEEN 2 AND ? LIMIT ?
        """, .of(kind.rawValue, sort.rawValue, Self.mostSharing, limit)
      ) { row in
        let keys = (row[0] as String).split { !$0.isNumber }.compactMap { Int64($0) }.sorted()
        for (index, first) in keys.enumerated() {
          for second in keys[(index + 1)...] {
            if reasons[[first, second]] == nil { order.append([first, second]) }
            reasons[[first, second], default: []].append(sort)
          }
        }
      }
    }
    let seen = try Set(named(Array(Set(order.flatMap(\.self))).sorted(), kind).map(\.id.key))
    return order.filter { seen.contains($0[0]) && seen.contains($0[1]) }.prefix(limit).map { pair in
      LikelyPair(RecordID(kind, pair[0]), RecordID(kind, pair[1]), reasons: reasons[pair] ?? [])
    }
  }
}
