import CRM
import Model
import Values

/// Writes the rows of one file.
struct TableImport {
  private let table: SourceTable
  private let run: ImportRun
  private let reader: RowReader

  init(_ table: SourceTable, _ run: ImportRun) {
    self.table = table
    self.run = run
    reader = RowReader(table, run)
  }

  private var kind: KindSchema { table.kind }

  /// `progress` is told how many rows were done since it was told last.
  func write(progress: (Int) -> Void) throws {
    var seen: [[String]: Int] = [:]
    var rows: [ReadRow] = []
    for row in table.rows {
      do {
        if !table.isOwnFormat, table.matching.layout.lines == nil,
          let line = seen.updateValue(row.line, forKey: row.cells)
        {
          throw reader.problem(row, .repeated(line: line))
        }
        var read = try reader.read(row)
        try complete(&read, row)
        rows.append(read)
      } catch let problem as ImportProblem {
        run.report.problems.append(problem)
      }
    }
    progress(table.rows.count - rows.count)
    if kind.id == "stage_change" { DealHistory.close(&rows) }
    if table.matching.layout.lines == nil {
      try write(rows, progress)
    } else {
      try DocumentImport(table, run, self).write(rows, progress)
    }
  }

  private func write(_ rows: [ReadRow], _ progress: (Int) -> Void) throws {
    var left = repeats(in: rows)
    for (index, row) in rows.enumerated() {
      try attempt(row) { _ = try write(row, of: kind, &left) }
      if index % 64 == 63 { progress(64) }
    }
    progress(rows.count % 64)
  }

  /// What a row leaves unsaid that others of it say: a deal's name, its closing day.
  private func complete(_ row: inout ReadRow, _ source: CSVRow) throws {
    if kind.id == "user" {
      try completeUser(&row)
    } else if kind.id == "deal" {
      try completeDeal(&row)
    }
    if row.values[kind.nameField] == nil, let id = row.values["external_id"], kind.id != "deal" {
      row.values[kind.nameField] = id
      run.report.note(.namedByIdentifier(kind.id))
    }
    if kind.id == "lead", row.values["status"] == nil, table.column(.field("status")) == nil {
      row.values["status"] = .text("new")
    }
    let known = try identity(row, of: kind, [:])
    guard case .none = known else { return }
    for field in kind.fields where field.isRequired && field.formula == nil && row.values[field.id] == nil {
      if row.later.contains(where: { $0.field == field.id }) { continue }
      throw reader.problem(source, .missing(field.id))
    }
  }

  private func completeUser(_ row: inout ReadRow) throws {
    guard case .text(let name)? = row.values["name"], row.values["login"] == nil,
      try run.index.entry("user").byName[RecordIndex.fold(name)] == nil
    else { return }
    row.values.merge(try UserGuess(run).values(named: name, isManager: false)) { old, _ in old }
  }

  /// Called by its identifier, where it has no name; closed on its close date, where its stage is closed and no column
  /// says when.
  private func completeDeal(_ row: inout ReadRow) throws {
    if row.values["name"] == nil, let id = row.values["external_id"] {
      row.values["name"] = id
      run.report.note(.namedByIdentifier("deal"))
    }
    if table.column(.field("created")) == nil { row.values["created"] = row.values["engaged_on"] }
    if table.column(.field("closed_on")) == nil, case .record(let stage)? = row.values["stage"],
      run.index.stageKinds[stage] ?? "open" != "open", let day = row.values["close_date"]
    {
      row.values["closed_on"] = day
      run.report.note(.closedOnFromCloseDate)
    }
    for field in ["account", "engaged_on"] as [FieldID]
    where table.column(.field(field)) != nil && row.values[field] == nil {
      run.report.note(.without("deal", field))
    }
  }

  /// How many rows each natural key has.
  func repeats(in rows: [ReadRow]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in rows { counts[RecordIndex.key(kind, row.values), default: 0] += 1 }
    return counts
  }

  /// Runs one row's writing; what refuses it is a problem of the row.
  func attempt(_ row: ReadRow, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let refusal as RuleRefusal {
      report(row, .ruled(refusal))
    } catch let problem as ImportProblem {
      run.report.problems.append(problem)
    }
  }

  private func report(_ row: ReadRow, _ reason: ImportProblem.Reason) {
    run.report.problems.append(ImportProblem(file: table.file, line: row.line, reason: reason))
  }

  /// Makes or updates the record of a row. `left` counts the rows of each key that are still to come.
  func write(_ row: ReadRow, of kind: KindSchema, _ left: inout [String: Int]) throws -> RecordID {
    let id: RecordID
    switch try identity(row, of: kind, left) {
    case .found(let known):
      try run.update(known, row.values, kind)
      id = known
    case .none: id = try run.create(kind, row.values)
    case .many(let count):
      let name = row.values[kind.nameField].map(CellText.write) ?? ""
      throw ImportProblem(file: table.file, line: row.line, reason: .ambiguous(kind.id, name, count: count))
    }
    left[RecordIndex.key(kind, row.values), default: 1] -= 1
    for later in row.later {
      run.deferred.append(
        .init(
          record: id, field: later.field, kinds: later.kinds, name: later.name, exchangeID: later.exchangeID,
          file: table.file, line: row.line))
    }
    return id
  }

  /// The record that a row is about, by exchange id, external id or natural key, in this order.
  private func identity(
    _ row: ReadRow, of kind: KindSchema, _ left: [String: Int]
  ) throws -> ReferenceResolver.Answer {
    let entry = try run.index.entry(kind.id)
    if case .text(let text)? = row.values["exchange_id"], let id = entry.byExchange[text] { return .found(id) }
    if case .text(let text)? = row.values["external_id"], let id = entry.byExternal[text],
      row.values["exchange_id"] == nil || !run.touched.contains(id)
    {
      return .found(id)
    }
    let key = RecordIndex.key(kind, row.values)
    var found: [RecordID] = []
    if isWhole(row, of: kind) {
      found = entry.byKey[key] ?? []
    } else if case .text(let name)? = row.values[kind.nameField] {
      found = entry.byName[RecordIndex.fold(name)] ?? []
    }
    let free = found.filter { !run.touched.contains($0) }
    if free.count > 1, left[key, default: 1] < free.count { return .many(free.count) }
    return free.first.map { .found($0) } ?? .none
  }

  /// The file has all the columns of the natural key, and the row the first of them.
  private func isWhole(_ row: ReadRow, of kind: KindSchema) -> Bool {
    guard let first = kind.naturalKey.first, row.values[first] != nil else { return false }
    return kind.naturalKey.allSatisfy {
      table.column(.field($0)) != nil || row.values[$0] != nil || kind.id == "target"
    }
  }
}
