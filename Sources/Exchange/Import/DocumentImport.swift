import CRM
import Model

/// Writes files whose rows are lines of a record: quotes and orders. Rows with the same number are one record.
struct DocumentImport {
  private let table: SourceTable
  private let run: ImportRun
  private let records: TableImport

  init(_ table: SourceTable, _ run: ImportRun, _ records: TableImport) {
    self.table = table
    self.run = run
    self.records = records
  }

  func write(_ rows: [ReadRow], _ progress: (Int) -> Void) throws {
    var heads: [String: RecordID] = [:]
    var left: [String: Int] = [:]
    var used: Set<RecordID> = []
    var known: [RecordID: [Line]] = [:]
    for row in rows {
      try records.attempt(row) {
        let key = RecordIndex.key(table.kind, row.values)
        let head = try heads[key] ?? records.write(row, of: table.kind, &left)
        if heads[key] == nil {
          heads[key] = head
          known[head] = try lines(of: head)
        }
        try writeLine(row, of: head, known[head] ?? [], &used)
      }
      progress(1)
    }
  }

  private struct Line {
    let id: RecordID
    let product: Value?
    let quantity: Value?
    let price: Value?
  }

  /// The lines a record has had before this import.
  private func lines(of head: RecordID) throws -> [Line] {
    guard let lines = table.matching.layout.lines, let owner = Layout.lineOwners[lines.id] else { return [] }
    let query = Query(
      lines.id, where: .compare(.path([owner]), .equal, .constant(.record(head))), sort: [Sort(["id"])])
    return try run.writer.unrestricted.page(
      query, offset: 0, size: 10_000, fields: ["product", "quantity", "unit_price"]
    ).records.map { Line(id: $0.id, product: $0["product"], quantity: $0["quantity"], price: $0["unit_price"]) }
  }

  /// A row is the line that says the same, else the first of the same product that no row has meant yet.
  private func writeLine(_ row: ReadRow, of head: RecordID, _ known: [Line], _ used: inout Set<RecordID>) throws {
    guard let kind = table.matching.layout.lines, let owner = Layout.lineOwners[kind.id], !row.lineValues.isEmpty else {
      return
    }
    var values = row.lineValues
    values[owner] = .record(head)
    if values["quantity"] == nil { throw problem(row, "quantity") }
    let free = known.filter { !used.contains($0.id) && $0.product == values["product"] }
    let same = free.first { $0.quantity == values["quantity"] && $0.price == values["unit_price"] }
    if let line = same ?? free.first {
      used.insert(line.id)
      try run.update(line.id, values, kind)
    } else {
      _ = try run.create(kind, values)
    }
  }

  private func problem(_ row: ReadRow, _ field: FieldID) -> ImportProblem {
    ImportProblem(file: table.file, line: row.line, reason: .missing(field))
  }
}
