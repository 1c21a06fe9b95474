import CRM
import Model
import Values

/// A row as values of a record, and of one of its lines where the file has lines.
struct ReadRow {
  let line: Int
  var values: [FieldID: Value] = [:]
  var lineValues: [FieldID: Value] = [:]
  /// References that may lead to rows further down: the field, the kinds it may be of, and the name.
  var later: [Later] = []

  struct Later {
    let field: FieldID
    let kinds: [KindID]
    let name: String
    /// The exchange id, where the file has one beside the name.
    let exchangeID: String?
  }
}

/// Reads the cells of a file's rows as values. Throws the `ImportProblem` of a row.
struct RowReader {
  let table: SourceTable
  let run: ImportRun
  private let resolver: ReferenceResolver
  private let order: [KindID: Int]

  init(_ table: SourceTable, _ run: ImportRun) {
    self.table = table
    self.run = run
    resolver = ReferenceResolver(run: run)
    order = Dictionary(uniqueKeysWithValues: run.schema.kinds.enumerated().map { ($1.id, $0) })
  }

  func read(_ row: CSVRow) throws -> ReadRow {
    let columns = table.matching.columns
    if row.cells.count > columns.count, row.cells[columns.count...].contains(where: { !$0.isEmpty }) {
      throw problem(row, .tooManyCells(count: row.cells.count, columns: columns.count))
    }
    var result = ReadRow(line: row.line)
    for pass in [false, true] {
      for (index, source) in columns.enumerated() where index < row.cells.count && !row.cells[index].isEmpty {
        guard let source, isLate(source) == pass else { continue }
        let cell = FormulaGuard.undone(row.cells[index])
        if cell.trimmed.isEmpty, !table.isOwnFormat { continue }
        try read(cell, source, index, row, into: &result)
      }
    }
    return result
  }

  func problem(_ row: CSVRow, _ reason: ImportProblem.Reason) -> ImportProblem {
    ImportProblem(file: table.file, line: row.line, reason: reason)
  }

  /// Amounts wait for the currency, times for the owner and his zone, contacts for the account.
  private func isLate(_ source: Layout.Column.Source) -> Bool {
    switch source {
    case .line: return true
    case .field(let id):
      switch table.kind.field(id)?.kind {
      case .money?, .moment?, .anyReference?: return true
      case .reference(let kind)?: return kind == "contact" || kind == "deal"
      default: return false
      }
    default: return false
    }
  }

  private func read(
    _ cell: String, _ source: Layout.Column.Source, _ index: Int, _ row: CSVRow, into result: inout ReadRow
  ) throws {
    switch source {
    case .exchangeID: result.values["exchange_id"] = .text(cell.trimmed)
    case .kindOf, .idOf, .lineIDOf: break
    case .field(let id):
      guard let field = table.kind.field(id), result.values[id] == nil else { return }
      try read(cell, field, table.kind, index, row, into: &result, \.values)
    case .line(let id):
      guard let lines = table.matching.layout.lines, let field = lines.field(id) else { return }
      try read(cell, field, lines, index, row, into: &result, \.lineValues)
    }
  }

  private func read(
    _ cell: String, _ field: Field, _ kind: KindSchema, _ index: Int, _ row: CSVRow, into result: inout ReadRow,
    _ target: WritableKeyPath<ReadRow, [FieldID: Value]>
  ) throws {
    let value: Value?
    switch field.kind {
    case .reference(let other):
      value = try reference(cell, field, [other], row, &result, isLine: kind.id != table.kind.id)
    case .anyReference(let kinds):
      value = try reference(cell, field, try said(kinds, field, row), row, &result, isLine: false)
    case .money(let currency): value = try money(cell, field, currency, kind, row, result)
    case .moment: value = try moment(cell, field, table.days[index], row, result)
    default:
      switch CellText.read(cell, as: field.kind, days: table.days[index], isOwnFormat: table.isOwnFormat) {
      case .value(let read): value = read
      case .fault(let why): throw problem(row, .invalid(field.id, cell, why: why))
      }
    }
    guard let value else { return }
    if let why = ValueChecks.fault(value, of: field, in: kind.id) {
      throw problem(row, .invalid(field.id, cell, why: why))
    }
    result[keyPath: target][field.id] = value
  }

  // MARK: - References

  private func exchangeID(beside source: Layout.Column.Source, _ row: CSVRow) -> String? {
    guard let column = table.column(source), column < row.cells.count else { return nil }
    let id = row.cells[column].trimmed
    return id.isEmpty ? nil : id
  }

  private func exchange(_ id: String, _ kinds: [KindID]) throws -> RecordID? {
    for kind in kinds {
      if let found = try run.index.entry(kind).byExchange[id.trimmed] { return found }
    }
    return nil
  }

  /// The kind that the column beside an `anyReference` names, else all it may be of.
  private func said(_ kinds: [KindID], _ field: Field, _ row: CSVRow) throws -> [KindID] {
    guard let column = table.column(.kindOf(field.id)), column < row.cells.count, !row.cells[column].isEmpty else {
      return kinds
    }
    let name = Synonyms.plain(row.cells[column])
    let kind = kinds.first { kind in
      Synonyms.plain(kind.rawValue) == name || (Synonyms.files[kind.rawValue] ?? []).contains(name)
    }
    guard let kind else { throw problem(row, .invalid(field.id, row.cells[column], why: "kind")) }
    return [kind]
  }

  private func reference(
    _ cell: String, _ field: Field, _ kinds: [KindID], _ row: CSVRow, _ result: inout ReadRow,
    isLine: Bool
  ) throws -> Value? {
    let name = cell.trimmed
    let exchangeID = exchangeID(beside: isLine ? .lineIDOf(field.id) : .idOf(field.id), row)
    if let exchangeID {
      if let found = try exchange(exchangeID, kinds) { return .record(found) }
      if kinds.contains(where: { isLater($0) }) {
        result.later.append(.init(field: field.id, kinds: kinds, name: name, exchangeID: exchangeID))
        return nil
      }
    }
    var account: RecordID?
    if case .record(let id)? = result.values["account"] { account = id }
    for kind in kinds {
      switch try resolver.find(name, kind, account: account) {
      case .found(let id):
        if run.made[kind]?.contains(name) == true { run.report.note(.created(kind, name: name)) }
        return .record(id)
      case .many(let count): throw problem(row, .ambiguous(kind, name, count: count))
      case .none: continue
      }
    }
    if kinds.contains(where: { isLater($0) }) {
      result.later.append(.init(field: field.id, kinds: kinds, name: name, exchangeID: nil))
      return nil
    }
    if kinds.count == 1, let made = try resolver.make(name, kinds[0], field: field.id) {
      run.report.note(.created(kinds[0], name: name))
      return .record(made)
    }
    throw problem(row, .noSuch(kinds.first ?? table.kind.id, name))
  }

  /// Rows of this kind may come after the one that is read.
  private func isLater(_ kind: KindID) -> Bool { order[kind, default: 0] >= order[table.kind.id, default: 0] }

  // MARK: - Amounts and times

  private func money(
    _ cell: String, _ field: Field, _ currencyField: FieldID, _ kind: KindSchema, _ row: CSVRow, _ result: ReadRow
  ) throws -> Value {
    guard let (number, said) = NumberText.read(cell) else {
      throw problem(row, .invalid(field.id, cell, why: "amount"))
    }
    let currency = try said ?? lineCurrency(kind, currencyField, row) ?? currency(of: result, currencyField)
    guard let minor = number.scaled(to: currency.digits) else {
      throw problem(row, .invalid(field.id, cell, why: "amount"))
    }
    return .money(Money(minor: minor, currency))
  }

  /// What a line's own column says.
  private func lineCurrency(_ kind: KindSchema, _ field: FieldID, _ row: CSVRow) -> Currency? {
    guard kind.id != table.kind.id, let column = table.column(.line(field)), column < row.cells.count else {
      return nil
    }
    return Currency(row.cells[column])
  }

  /// The row's own, else that of the deal or order it is about, else the company's.
  private func currency(of result: ReadRow, _ field: FieldID) throws -> Currency {
    if case .text(let code)? = result.values[field], let currency = Currency(code) { return currency }
    for reference in ["deal", "order"] as [FieldID] {
      if case .record(let id)? = result.values[reference] {
        _ = try run.index.entry(id.kind)
        if let currency = run.index.currencies[id] { return currency }
      }
    }
    return try run.baseCurrency
  }

  /// Without an offset: in the owner's zone, or the company's where nobody owns it.
  private func moment(
    _ cell: String, _ field: Field, _ days: DayText, _ row: CSVRow, _ result: ReadRow
  ) throws -> Value {
    guard let (moment, local) = days.time(cell, hour: field.id == "due" ? 9 : 0) else {
      throw problem(row, .invalid(field.id, cell, why: "moment"))
    }
    if let moment { return .moment(moment) }
    var zone = try run.companyZone
    if case .record(let owner)? = result.values["owner"], let own = run.index.zones[owner] { zone = own }
    return .moment(zone.moment(local: local ?? LocalTime(seconds: 0)))
  }
}
