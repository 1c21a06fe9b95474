import CRM
import GRDB
import Model
import Values

/// The view inside a write transaction: asks rules and policy, and lets the journal write.
final class Writer: View, StoreWriter {
  let journal: Journal
  var known: Set<RecordID> = []

  /// Whether what is written now was commanded, or follows from rules.
  enum Origin { case command, rules }

  static let mostLevels = 8

  private let cores: Cores

  init(_ db: Database, _ cores: Cores, _ context: Context, _ command: Command, isFresh: Bool) throws {
    let core = try cores.current(db)
    self.cores = cores
    journal = Journal(db, core, context, command, command.isImport ? .import : .command)
    super.init(db, core, context, isFresh: isFresh)
  }

  /// The entry of the command is no record.
  override var state: Int { super.state + journal.rollbacks - (journal.entry == nil ? 0 : 1) }

  /// A new field can be written in the same transaction.
  private func renew() throws {
    core = try cores.current(db)
    journal.core = core
  }

  var isImport: Bool { journal.command.isImport }
  var changes: [FieldChange] { journal.changes }

  func create(_ kind: KindID, _ values: [FieldID: Value]) throws -> RecordID {
    try journal.whole(checkedFirst: true) { try create(kind, values, .command, level: 0) }
  }

  @discardableResult func update(_ id: RecordID, _ values: [FieldID: Value?]) throws -> [FieldChange] {
    let count = changes.count
    try journal.whole(checkedFirst: true) { try update(id, values, .command, level: 0) }
    return Array(changes[count...])
  }

  @discardableResult func delete(_ id: RecordID) throws -> [FieldChange] {
    let count = changes.count
    try journal.whole { try delete(id, .command, level: 0) }
    return Array(changes[count...])
  }

  func notify(_ notice: Notice) throws {
    let entry = try journal.open()
    let isMade = try Notices(db, core).add(notice, from: context.speaker.login, at: context.now, entry: entry)
    if isMade { journal.isKept = true }
  }

  var hasNotices: Bool { journal.isKept }

  func remember(_ memory: Memory) throws { try Remembering.write(memory, db) }

  private func create(_ kind: KindID, _ values: [FieldID: Value], _ origin: Origin, level: Int) throws -> RecordID {
    let layout = try core.layout.kind(kind)
    var exchangeID: String?
    var asked = values
    if isImport, case .text(let text)? = asked.removeValue(forKey: "exchange_id") { exchangeID = text }
    var completed = try normal(asked, layout, origin, before: [:]).compactMapValues(\.self)
    try core.rules.complete(kind, &completed, before: nil, isImport: isImport, reader: self)
    completed = try normal(completed, layout, .rules, before: [:]).compactMapValues(\.self)
    try require(completed, layout)
    try exist(completed, origin)
    if !isImport {
      if origin == .command { try core.policy.mayCreate(kind, completed, reader: self) }
      try core.rules.check(kind, before: nil, after: completed, reader: self)
    }
    if let exchangeID, try taken(exchangeID, layout) { throw RuleRefusal.notUnique(kind, "exchange_id", exchangeID) }
    let id = try journal.insert(layout, completed, exchangeID: exchangeID)
    known.insert(id)
    if kind == Cores.kind { try renew() }
    try follow(.create(kind, completed), id, before: nil, level: level)
    return id
  }

  private func update(_ id: RecordID, _ values: [FieldID: Value?], _ origin: Origin, level: Int) throws {
    let layout = try core.layout.kind(id.kind)
    guard let stored = try journal.stored(id, layout)?.values else { throw RuleRefusal.noSuchRecord(id) }
    let before = try record(id, stored, origin)
    let asked = try normal(values, layout, origin, before: stored)
    var completed = redenominated(stored.merging(asked), layout, besides: asked)
    try core.rules.complete(id.kind, &completed, before: before, isImport: isImport, reader: self)
    completed = try normal(completed, layout, .rules, before: stored).compactMapValues(\.self)
    var differing: [FieldID: Value?] = [:]
    for field in layout.stored where stored[field.field.id] != completed[field.field.id] {
      differing[field.field.id] = .some(completed[field.field.id])
    }
    if differing.isEmpty { return }
    try require(completed, layout, only: Set(differing.keys))
    try exist(differing.compactMapValues(\.self), origin)
    if !isImport {
      if origin == .command { try core.policy.mayChange(before, asked, reader: self) }
      try core.rules.check(id.kind, before: before, after: completed, reader: self)
    }
    try journal.update(id, layout, before: stored, differing)
    try follow(.update(id, differing), id, before: before, level: level)
  }

  private func delete(_ id: RecordID, _ origin: Origin, level: Int) throws {
    let layout = try core.layout.kind(id.kind)
    guard let stored = try journal.stored(id, layout)?.values else {
      if origin == .rules { return }
      throw RuleRefusal.noSuchRecord(id)
    }
    let before = try record(id, stored, origin)
    if origin == .command, !isImport { try core.policy.mayDelete(before, reader: self) }
    for change in try core.rules.cascade(of: before, reader: self) { try apply(change, level: level + 1) }
    for relation in layout.schema.relations where relation.isOwned {
      for part in try related(relation, of: id) { try delete(part, .rules, level: level + 1) }
    }
    try detach(id, name: before.name)
    try journal.delete(id, layout)
    known.remove(id)
    try follow(.delete(id), id, before: before, level: level)
  }

  private func follow(_ change: Change, _ id: RecordID, before: Record?, level: Int) throws {
    if isImport { return }
    for next in try core.rules.consequences(of: change, to: id, before: before, reader: self) {
      try apply(next, level: level + 1)
    }
  }

  private func apply(_ change: Change, level: Int) throws {
    switch change {
    case .create(let kind, let values):
      guard level <= Self.mostLevels else { throw QueryFault.endlessConsequences(kind: kind.rawValue) }
      _ = try create(kind, values, .rules, level: level)
    case .update(let id, let values):
      guard level <= Self.mostLevels else { throw QueryFault.endlessConsequences(kind: id.kind.rawValue) }
      try update(id, values, .rules, level: level)
    case .delete(let id):
      guard level <= Self.mostLevels else { throw QueryFault.endlessConsequences(kind: id.kind.rawValue) }
      try delete(id, .rules, level: level)
    case .notify(let notice): try notify(notice)
    }
  }

  /// A record as it was, for rules and policy. Throws where the one who commands may not see it.
  private func record(_ id: RecordID, _ stored: [FieldID: Value], _ origin: Origin) throws -> Record {
    if isImport {
      let schema = try core.layout.kind(id.kind)
      return Record(
        id, code: Selection.code(schema.schema, id.key), name: journal.name(of: stored, schema, id), values: stored)
    }
    let view = origin == .command ? self : View(db, core, context, limited: false)
    guard let record = try view.record(id) else { throw RuleRefusal.noSuchRecord(id) }
    return record
  }
}
