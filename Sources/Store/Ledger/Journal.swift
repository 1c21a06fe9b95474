import CRM
import GRDB
import Model
import Values

/// Writes rows, with what the ledger, the index of names and the vocabulary keep of them. Asks neither rules nor policy.
final class Journal {
  let db: Database
  var core: Core
  let context: Context
  let command: Command
  let sort: Sort
  private(set) var changes: [FieldChange] = []
  private(set) var entry: Int64?
  /// How often something was written and then taken back.
  private(set) var rollbacks = 0
  /// The entry stays though no record changes: somebody was told of it.
  var isKept = false
  private let names: NameIndex
  private let doubles: DuplicateIndex

  enum Sort: String { case command, `import`, undo, redo }

  init(_ db: Database, _ core: Core, _ context: Context, _ command: Command, _ sort: Sort) {
    self.db = db
    self.core = core
    self.context = context
    self.command = command
    self.sort = sort
    names = NameIndex(db)
    doubles = DuplicateIndex(db)
  }

  /// The entry of this command, made when the first change needs it.
  @discardableResult func open(reversing reversed: Int64? = nil) throws -> Int64 {
    if let entry { return entry }
    try db.run(
      """
      INSERT INTO "_entry" ("at", "actor", "conversation", "message", "sentence", "intent", "sort", "reverses")
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .of(
        context.now.description, context.speaker.login, command.conversation, command.message, command.sentence,
        command.intent, sort.rawValue, reversed))
    entry = db.lastInsertedRowID
    return db.lastInsertedRowID
  }

  /// Writes what was counted, and takes an entry without changes away again.
  func close() throws {
    try names.flush()
    guard let entry, changes.isEmpty, !isKept else { return }
    try db.run("DELETE FROM \"_entry\" WHERE \"id\" = ?", .of(entry))
  }

  /// Runs `body` whole or not at all; `checkedFirst` says that in an import it throws before it writes, or not at all.
  func whole<Result>(checkedFirst: Bool = false, _ body: () throws -> Result) throws -> Result {
    try open()
    if checkedFirst, sort == .import { return try body() }
    let (count, mark) = (changes.count, names.mark)
    var result: Result?
    do {
      try db.inSavepoint {
        result = try body()
        return .commit
      }
    } catch {
      changes.removeSubrange(count...)
      rollbacks += 1
      names.forget(since: mark)
      throw error
    }
    guard let result else { throw QueryFault.mismatch("a command without a result") }
    return result
  }

  func insert(_ kind: KindLayout, _ values: [FieldID: Value], exchangeID: String?) throws -> RecordID {
    let entry = try open()
    let exchangeID = exchangeID ?? core.ids.next(milliseconds: context.now.epoch * 1000)
    var row: [DatabaseValue] = .of(nil, exchangeID, entry)
    for field in kind.stored { row += Encoding.columns(values[field.field.id], field) }
    if kind.id == Cores.kind { try Cores.addColumns(values, core.layout, db) }
    let key = try insert(kind, row)
    let id = RecordID(kind.id, key)
    let image = sort == .import ? nil : try image(id, kind)?.json
    try log(id, .create, nil, nil, image)
    try index(kind, id, values)
    try TextIndex(db).write(id, kind.schema, values, isNew: true)
    note(id, kind, values, .create)
    return id
  }

  private func insert(_ kind: KindLayout, _ row: [DatabaseValue]) throws -> Int64 {
    try db.run(kind.insertion, row)
    return db.lastInsertedRowID
  }

  /// Brings a deleted row back as it was.
  func restore(_ id: RecordID, _ kind: KindLayout, _ image: Image) throws {
    _ = try insert(kind, image.row(key: id.key, kind))
    try log(id, .create, nil, nil, image.json)
    let values = try stored(id, kind)?.values ?? [:]
    try index(kind, id, values)
    try TextIndex(db).write(id, kind.schema, values, isNew: true)
    note(id, kind, values, .create)
  }

  func delete(_ id: RecordID, _ kind: KindLayout) throws {
    try open()
    guard let before = try stored(id, kind) else { return }
    try log(id, .delete, nil, before.image.json, nil)
    try names.remove(id)
    try TextIndex(db).remove(id, kind.schema)
    try doubles.remove(id, before.values)
    count(kind, before.values, -1)
    try db.run("DELETE FROM \(kind.table) WHERE \"id\" = ?", .of(id.key))
    note(id, kind, before.values, .delete)
  }

  /// Writes the fields that differ; nil empties one.
  func update(_ id: RecordID, _ kind: KindLayout, before: [FieldID: Value], _ values: [FieldID: Value?]) throws {
    let after = before.merging(values)
    var sets: [String] = []
    var arguments: [DatabaseValue] = []
    for field in kind.stored {
      guard let value = values[field.field.id] else { continue }
      sets += field.allColumns.map { "\(quoted($0)) = ?" }
      arguments += Encoding.columns(value, field)
    }
    if sets.isEmpty { return }
    try open()
    try db.run(
      "UPDATE \(kind.table) SET \(sets.joined(separator: ", ")) WHERE \"id\" = ?", arguments + .of(id.key))
    for field in kind.stored {
      guard let value = values[field.field.id] else { continue }
      let old = Image(before[field.field.id], field, currency: holder(field, before))
      try log(id, .update, field.field.id, old.json, Image(value, field, currency: holder(field, after)).json)
      changes.append(
        FieldChange(
          record: id, name: name(of: after, kind, id), sort: .update, field: field.field.id,
          before: before[field.field.id], after: value))
    }
    try reindex(kind, id, before, after, Set(values.keys))
  }

  private func holder(_ field: FieldLayout, _ values: [FieldID: Value]) -> (FieldID, Value?)? {
    guard case .money(let holder) = field.field.kind else { return nil }
    return (holder, values[holder])
  }

  private func log(_ id: RecordID, _ sort: FieldChange.Sort, _ field: FieldID?, _ before: String?, _ after: String?)
    throws
  {
    try db.run(
      """
      INSERT INTO "_change" ("entry", "kind", "key", "sort", "field", "before", "after") VALUES (?, ?, ?, ?, ?, ?, ?)
      """, .of(open(), id.kind.rawValue, id.key, sort.rawValue, field?.rawValue, before, after))
  }

  private func note(_ id: RecordID, _ kind: KindLayout, _ values: [FieldID: Value], _ sort: FieldChange.Sort) {
    changes.append(
      FieldChange(record: id, name: name(of: values, kind, id), sort: sort, field: nil, before: nil, after: nil))
  }
}

extension Journal {
  /// A row as it is stored.
  func stored(_ id: RecordID, _ kind: KindLayout) throws -> (values: [FieldID: Value], image: Image)? {
    try db.first("\(kind.selection) WHERE \"id\" = ?", .of(id.key)) {
      (Decoding.values($0, kind, base: context.baseCurrency), Image(row: $0, kind))
    }
  }

  func image(_ id: RecordID, _ kind: KindLayout) throws -> Image? { try stored(id, kind)?.image }

  /// What a record is called, by its own fields and, where that is a reference, by what it leads to.
  func name(of values: [FieldID: Value], _ kind: KindLayout, _ id: RecordID, depth: Int = 0) -> String {
    switch values[kind.schema.nameField] {
    case .text(let text)?: return text
    case .record(let other)? where depth < 3:
      guard let layout = try? core.layout.kind(other.kind), let row = try? stored(other, layout) else { break }
      return name(of: row.values, layout, other, depth: depth + 1)
    default: break
    }
    if case .text(let code)? = kind.schema.codeField.flatMap({ values[$0] }) { return code }
    return Selection.code(kind.schema, id.key)
  }

  private func index(_ kind: KindLayout, _ id: RecordID, _ values: [FieldID: Value]) throws {
    try names.add(id, kind.schema, values, display: name(of: values, kind, id))
    try doubles.add(id, values)
    count(kind, values, 1)
  }

  private func reindex(
    _ kind: KindLayout, _ id: RecordID, _ before: [FieldID: Value], _ after: [FieldID: Value], _ changed: Set<FieldID>
  ) throws {
    if NameIndex.fields(kind.schema).contains(where: changed.contains) {
      try names.remove(id)
      try names.add(id, kind.schema, after, display: name(of: after, kind, id))
    }
    if TextIndex.fields(kind.schema).contains(where: changed.contains) {
      try TextIndex(db).write(id, kind.schema, after, isNew: false)
    }
    try doubles.change(id, from: before, to: after)
    count(kind, before.filter { changed.contains($0.key) }, -1)
    count(kind, after.filter { changed.contains($0.key) }, 1)
  }

  /// Keeps the live vocabulary: which values of categories and choices occur, how often.
  private func count(_ kind: KindLayout, _ values: [FieldID: Value], _ step: Int) {
    for field in kind.stored {
      guard case .text(let text)? = values[field.field.id] else { continue }
      switch field.field.kind {
      case .category, .choice: names.count(kind.id, field.field.id, text, step)
      default: continue
      }
    }
  }
}

extension [FieldID: Value] {
  /// With these fields as they are given; nil empties one.
  func merging(_ values: [FieldID: Value?]) -> [FieldID: Value] {
    var result = self
    for (field, value) in values { result[field] = value }
    return result
  }
}
