import CRM
import GRDB
import Model
import Values

extension Writer {
  /// What is asked, in the form in which it is kept. Emptied fields stay as nil.
  func normal(
    _ values: [FieldID: Value?], _ kind: KindLayout, _ origin: Origin, before: [FieldID: Value]
  ) throws -> [FieldID: Value?] {
    let encoding = Encoding(kind: kind, context: context)
    var result: [FieldID: Value?] = [:]
    for (id, value) in values {
      guard let field = kind.field(id) else {
        throw QueryFault.unknownField(kind: kind.id.rawValue, path: id.rawValue)
      }
      if field.formula != nil || (field.isReadOnly && origin == .command && !isImport) {
        throw RuleRefusal.readOnly(kind.id, id)
      }
      let currency = currency(of: field, values, before)
      result[id] = .some(try value.flatMap { try encoding.normal($0, field, currency: currency) })
    }
    try settle(&result, kind, before)
    return result
  }

  /// The currency that a bare number in a field is of.
  private func currency(of field: Field, _ values: [FieldID: Value?], _ before: [FieldID: Value]) -> Currency {
    guard case .money(let holder) = field.kind else { return context.baseCurrency }
    if case .text(let code)?? = values[holder], let currency = Currency(code) { return currency }
    if case .text(let code)? = before[holder], let currency = Currency(code) { return currency }
    return context.baseCurrency
  }

  /// An amount brings its currency along, unless another amount of the record would silently change with it.
  private func settle(_ values: inout [FieldID: Value?], _ kind: KindLayout, _ before: [FieldID: Value]) throws {
    for field in kind.stored {
      guard case .money(let holder) = field.field.kind, case .money(let money)?? = values[field.field.id] else {
        continue
      }
      let code = Value.text(money.currency.code)
      if let given = values[holder], let given {
        guard given == code else {
          throw RuleRefusal.invalid(kind.id, field.field.id, .money(money), reason: "another currency than \(holder)")
        }
        continue
      }
      if before[holder] == code, values[holder] == nil { continue }
      if before[holder] != nil, let other = sharing(holder, kind, besides: values, before) {
        throw RuleRefusal.invalid(kind.id, field.field.id, .money(money), reason: "\(other) has another currency")
      }
      values[holder] = .some(code)
    }
  }

  /// A record whose currency was changed by name: its amounts keep their numbers and are in the new one.
  func redenominated(
    _ values: [FieldID: Value], _ kind: KindLayout, besides asked: [FieldID: Value?]
  ) -> [FieldID: Value] {
    var result = values
    for field in kind.stored {
      guard case .money(let holder) = field.field.kind, asked[field.field.id] == nil,
        case .money(let money)? = values[field.field.id], case .text(let code)? = values[holder],
        let currency = Currency(code)
      else { continue }
      result[field.field.id] = .money(Money(minor: money.minor, currency))
    }
    return result
  }

  /// Another amount in the same currency that is not being written now.
  private func sharing(
    _ holder: FieldID, _ kind: KindLayout, besides values: [FieldID: Value?], _ before: [FieldID: Value]
  ) -> FieldID? {
    kind.stored.first { field in
      guard case .money(holder) = field.field.kind else { return false }
      return before[field.field.id] != nil && values[field.field.id] == nil
    }?.field.id
  }

  func require(_ values: [FieldID: Value], _ kind: KindLayout, only: Set<FieldID>? = nil) throws {
    for field in kind.stored where field.field.isRequired && values[field.field.id] == nil {
      if only?.contains(field.field.id) ?? true { throw RuleRefusal.missing(kind.id, field.field.id) }
    }
  }

  /// What is referred to exists, for the one who commands it.
  func exist(_ values: [FieldID: Value], _ origin: Origin) throws {
    for case .record(let id) in values.values where !known.contains(id) {
      if origin == .command, !isImport {
        guard try isVisible(id) else { throw RuleRefusal.noSuchRecord(id) }
      } else {
        let table = try core.layout.kind(id.kind).table
        guard try db.first("SELECT 1 FROM \(table) WHERE \"id\" = ?", .of(id.key), { _ in true }) != nil else {
          throw RuleRefusal.noSuchRecord(id)
        }
        known.insert(id)
      }
    }
  }

  func taken(_ exchangeID: String, _ kind: KindLayout) throws -> Bool {
    try db.first("SELECT 1 FROM \(kind.table) WHERE \"exchange_id\" = ?", .of(exchangeID)) { _ in true } ?? false
  }

  /// The keys of related records, whoever may see them.
  func related(_ relation: Relation, of id: RecordID) throws -> [RecordID] {
    let compiler = Compiler(core, context, limited: false)
    let owner = try compiler.scope(id.kind)
    let (inner, link) = try compiler.related(relation.id, of: owner.place)
    var found: [RecordID] = []
    try db.each(
      """
      SELECT \(inner.place.key) FROM \(owner.from) JOIN \(inner.from) ON 1 \
      WHERE \(owner.place.key) = \(bind: id.key) AND \(link) ORDER BY 1
      """
    ) { found.append(RecordID(relation.kind, $0[0])) }
    return found
  }

  /// Empties what still points to a record that goes; refuses where that must not be empty.
  func detach(_ id: RecordID, name: String) throws {
    for (kind, field) in core.layout.references(to: id.kind) {
      for other in try journal.pointing(to: id, kind, field) {
        if field.field.isRequired {
          throw RuleRefusal.needs(kind.id, field.field.id, name: name, reason: "a record needs it")
        }
        guard let stored = try journal.stored(other, kind)?.values else { continue }
        try journal.update(other, kind, before: stored, [field.field.id: Value?.none])
      }
    }
  }
}

extension Writer {
  @discardableResult func redirect(_ id: RecordID, to other: RecordID) throws -> Int {
    guard id.kind == other.kind, id != other, let from = try record(id), let into = try record(other) else {
      throw RuleRefusal.noSuchRecord(id)
    }
    try core.policy.mayDelete(from, reader: self)
    try core.policy.mayChange(into, [:], reader: self)
    var moved = 0
    try journal.whole {
      for (kind, field) in core.layout.references(to: id.kind) {
        for pointing in try journal.pointing(to: id, kind, field) {
          guard let stored = try journal.stored(pointing, kind)?.values else { continue }
          // What is merged into its own parent has none afterwards.
          let target = pointing == other ? nil : Value.record(other)
          try journal.update(pointing, kind, before: stored, [field.field.id: target])
          moved += 1
        }
      }
    }
    return moved
  }
}

extension Journal {
  /// Records of a kind whose field refers to this one.
  func pointing(to id: RecordID, _ kind: KindLayout, _ field: FieldLayout) throws -> [RecordID] {
    var sql = "SELECT \"id\" FROM \(kind.table) WHERE \(quoted(field.columns[0])) = ?"
    var values: [DatabaseValue] = .of(id.key)
    if field.columns.count == 2 {
      sql += " AND \(quoted(field.columns[1])) = ?"
      values += .of(id.kind.rawValue)
    }
    var found: [RecordID] = []
    try db.each(sql + " ORDER BY \"id\"", values) { found.append(RecordID(kind.id, $0[0])) }
    return found
  }
}
