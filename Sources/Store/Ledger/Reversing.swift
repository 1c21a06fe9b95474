import CRM
import GRDB
import Model
import Values

/// Takes an entry of the ledger back, change by change from its last to its first. Neither rules nor policy are asked:
/// what the images say is written as it is.
final class Reversing {
  private struct Step {
    let record: RecordID
    let sort: FieldChange.Sort
    let field: FieldID?
    let before: String?
    let after: String?
  }

  private let db: Database
  private let cores: Cores
  private var core: Core
  private let context: Context
  private let journal: Journal

  init(_ db: Database, _ cores: Cores, _ context: Context, _ command: Command, redo: Bool) throws {
    self.db = db
    self.cores = cores
    core = try cores.current(db)
    self.context = context
    journal = Journal(db, core, context, command, redo ? .redo : .undo)
  }

  func undo() throws -> Reversal {
    let last = try db.first(
      """
      SELECT "id", "sentence", "intent" FROM "_entry" WHERE "actor" = ? AND "sort" IN ('command', 'import')
      AND "reversed_by" IS NULL ORDER BY "id" DESC LIMIT 1
      """, .of(context.speaker.login)
    ) { (id: $0[0] as Int64, sentence: $0[1] as String, intent: $0[2] as String) }
    guard let last else { throw LedgerRefusal.nothingToUndo }
    let told = try reverse(last.id, sentence: last.sentence)
    return Reversal(sentence: last.sentence, intent: last.intent, changes: journal.changes, told: told)
  }

  func redo() throws -> Reversal {
    let last = try db.first(
      """
      SELECT u."id", c."id", c."sentence", c."intent" FROM "_entry" u JOIN "_entry" c ON c."id" = u."reverses"
      WHERE u."actor" = ?1 AND u."sort" = 'undo' AND u."reversed_by" IS NULL AND NOT EXISTS (SELECT 1 FROM "_entry" n
        WHERE n."actor" = ?1 AND n."id" > u."id" AND n."sort" IN ('command', 'import'))
      ORDER BY u."id" DESC LIMIT 1
      """, .of(context.speaker.login)
    ) { (undo: $0[0] as Int64, command: $0[1] as Int64, sentence: $0[2] as String, intent: $0[3] as String) }
    guard let last else { throw LedgerRefusal.nothingToRedo }
    try reverse(last.undo, sentence: last.sentence)
    try Notices(db, core).restore(last.command)
    try db.run("UPDATE \"_entry\" SET \"reversed_by\" = NULL WHERE \"id\" = ?", .of(last.command))
    return Reversal(sentence: last.sentence, intent: last.intent, changes: journal.changes)
  }

  /// The logins of those who had been told.
  @discardableResult private func reverse(_ entry: Int64, sentence: String) throws -> [String] {
    let own = try journal.open(reversing: entry)
    var steps: [Step] = []
    try db.each(
      """
      SELECT "kind", "key", "sort", "field", "before", "after" FROM "_change" WHERE "entry" = ? ORDER BY "id" DESC
      """, .of(entry)
    ) { row in
      guard let sort = FieldChange.Sort(rawValue: row[2]) else { return }
      let id = RecordID(KindID(row[0] as String), row[1])
      steps.append(
        Step(record: id, sort: sort, field: (row[3] as String?).map { FieldID($0) }, before: row[4], after: row[5]))
    }
    for step in steps {
      let kind = try core.layout.kind(step.record.kind)
      switch step.sort {
      case .create: try takeBack(step, kind, entry)
      case .update: try setBack(step, kind, entry)
      case .delete: try bringBack(step, kind, sentence)
      }
      if step.record.kind == Cores.kind, step.sort == .delete {
        // What was written into a company's own field comes back with it.
        core = try cores.current(db)
        journal.core = core
      }
    }
    for step in steps where step.sort != .create { try anchored(step.record, entry) }
    let (told, isAny) = try Notices(db, core).withdraw(entry, sentence, by: context, entry: own)
    if isAny { journal.isKept = true }
    try journal.close()
    try db.run("UPDATE \"_entry\" SET \"reversed_by\" = ? WHERE \"id\" = ?", .of(own, entry))
    return told
  }

  private func takeBack(_ step: Step, _ kind: KindLayout, _ entry: Int64) throws {
    guard let row = try journal.stored(step.record, kind) else {
      throw try conflict(step.record, "", nil, entry)
    }
    let name = journal.name(of: row.values, kind, step.record)
    if let after = try step.after.map({ try Image(json: $0, kind, db) }) {
      for field in kind.stored where !row.image.agrees(with: after, on: field) {
        throw try conflict(step.record, name, field.field.id, entry)
      }
    } else if try isChangedSince(step.record, entry) {
      throw try conflict(step.record, name, nil, entry)
    }
    for (other, field) in core.layout.references(to: kind.id) {
      for pointing in try journal.pointing(to: step.record, other, field) where pointing != step.record {
        throw LedgerRefusal.changedSince(
          record: step.record, name: name, field: nil, by: try who(pointing, field.field.id, since: entry))
      }
    }
    try journal.delete(step.record, kind)
  }

  private func setBack(_ step: Step, _ kind: KindLayout, _ entry: Int64) throws {
    guard let field = step.field.flatMap(kind.layout), let before = step.before, let after = step.after else { return }
    guard let row = try journal.stored(step.record, kind) else {
      throw try conflict(step.record, "", step.field, entry)
    }
    let name = journal.name(of: row.values, kind, step.record)
    guard try Image(json: after, kind, db).agrees(with: row.image, on: field) else {
      throw try conflict(step.record, name, step.field, entry)
    }
    let base = context.baseCurrency
    let value = try Image(json: before, kind, db).value(field, base: base)
    try journal.update(step.record, kind, before: row.values, [field.field.id: value])
  }

  private func bringBack(_ step: Step, _ kind: KindLayout, _ sentence: String) throws {
    guard let before = step.before else { throw LedgerRefusal.irreversible(sentence: sentence) }
    try journal.restore(step.record, kind, Image(json: before, kind, db))
  }

  /// What a record that came back refers to is still there.
  private func anchored(_ id: RecordID, _ entry: Int64) throws {
    let kind = try core.layout.kind(id.kind)
    guard let values = try journal.stored(id, kind)?.values else { return }
    for (field, value) in values {
      guard case .record(let target) = value else { continue }
      let table = try core.layout.kind(target.kind).table
      if try db.first("SELECT 1 FROM \(table) WHERE \"id\" = ?", .of(target.key), { _ in true }) == nil {
        throw LedgerRefusal.changedSince(
          record: id, name: journal.name(of: values, kind, id), field: field, by: try who(target, nil, since: entry))
      }
    }
  }

  private func conflict(_ id: RecordID, _ name: String, _ field: FieldID?, _ entry: Int64) throws -> LedgerRefusal {
    .changedSince(record: id, name: name, field: field, by: try who(id, field, since: entry))
  }

  private func isChangedSince(_ id: RecordID, _ entry: Int64) throws -> Bool {
    try db.first(
      """
      SELECT 1 FROM "_change" c JOIN "_entry" e ON e."id" = c."entry" WHERE c."kind" = ? AND c."key" = ?
      AND c."entry" > ? AND e."actor" <> ? AND e."reversed_by" IS NULL AND e."sort" IN ('command', 'import') LIMIT 1
      """, .of(id.kind.rawValue, id.key, entry, context.speaker.login)
    ) { _ in true } ?? false
  }

  /// The login of the last other to change it.
  private func who(_ id: RecordID, _ field: FieldID?, since entry: Int64) throws -> String {
    try db.first(
      """
      SELECT e."actor" FROM "_change" c JOIN "_entry" e ON e."id" = c."entry" WHERE c."kind" = ? AND c."key" = ?
      AND c."entry" > ? ORDER BY e."actor" = ? , c."field" IS NOT ?, c."id" DESC LIMIT 1
      """, .of(id.kind.rawValue, id.key, entry, context.speaker.login, field?.rawValue)
    ) { $0[0] as String } ?? ""
  }
}
