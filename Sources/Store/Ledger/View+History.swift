import CRM
import GRDB
import Model
import Values

extension View {
  func history(of record: RecordID, limit: Int) throws -> [HistoryEntry] {
    guard try isVisible(record) else { return [] }
    let kind = try core.layout.kind(record.kind)
    let name = try names(of: [record.key], record.kind)[record] ?? ""
    var lines: [(entry: Int64, at: String, actor: String, sentence: String, change: Line)] = []
    try db.each(
      """
      SELECT e."id", e."at", e."actor", e."sentence", c."sort", c."field", c."before", c."after"
      FROM "_change" c JOIN "_entry" e ON e."id" = c."entry"
      WHERE c."kind" = ?1 AND c."key" = ?2 AND c."entry" IN (SELECT DISTINCT "entry" FROM "_change"
        WHERE "kind" = ?1 AND "key" = ?2 ORDER BY "entry" DESC LIMIT ?3)
      ORDER BY e."id" DESC, c."id"
      """, .of(record.kind.rawValue, record.key, limit)
    ) { row in
      lines.append((row[0], row[1], row[2], row[3], Line(sort: row[4], field: row[5], before: row[6], after: row[7])))
    }
    var entries: [HistoryEntry] = []
    var index = 0
    while index < lines.count {
      let first = lines[index]
      let rest = lines[index...].prefix { $0.entry == first.entry }
      index += rest.count
      guard let at = Moment(iso: first.at) else { continue }
      let changes = try rest.compactMap { try change($0.change, record, kind, name) }
      entries.append(HistoryEntry(at: at, actor: first.actor, sentence: first.sentence, changes: changes))
    }
    return entries
  }

  func commandsToday(_ intents: [String]) throws -> Int {
    var count = 0
    try db.each(
      """
      SELECT "intent" FROM "_entry"
      WHERE "actor" = ? AND substr("at", 1, 10) = ? AND "sort" = 'command' AND "reversed_by" IS NULL
      """, .of(context.speaker.login, context.today.description)
    ) { row in if intents.contains(row[0]) { count += 1 } }
    return count
  }

  private struct Line {
    let sort: String
    let field: String?
    let before: String?
    let after: String?
  }

  private func change(_ line: Line, _ id: RecordID, _ kind: KindLayout, _ name: String) throws -> FieldChange? {
    guard let sort = FieldChange.Sort(rawValue: line.sort) else { return nil }
    guard let field = line.field.flatMap({ kind.layout(FieldID($0)) }) else {
      return FieldChange(record: id, name: name, sort: sort, field: nil, before: nil, after: nil)
    }
    let base = context.baseCurrency
    return FieldChange(
      record: id, name: name, sort: sort, field: field.field.id,
      before: try line.before.map { try Image(json: $0, kind, db) }?.value(field, base: base),
      after: try line.after.map { try Image(json: $0, kind, db) }?.value(field, base: base))
  }
}
