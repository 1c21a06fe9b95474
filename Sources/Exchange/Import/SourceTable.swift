import Model

/// One file of an import, with its columns told apart.
struct SourceTable {
  let file: String
  let matching: Matching
  let rows: [CSVRow]
  /// It has our exchange ids, so its text is exactly what was stored.
  let isOwnFormat: Bool
  /// By the columns of the file: how its days are written.
  let days: [DayText]

  var kind: KindSchema { matching.layout.kind }

  /// Throws the problem of the whole file.
  init(_ source: ImportFile, schema: Schema, map: [String: String]) throws {
    let reader = CSVReader(TextDecoding.text(of: source.bytes))
    file = source.name
    guard let head = reader.rows.first,
      let matching = Matching(file: source.name, headers: head.cells, schema: schema, map: map)
    else { throw ImportProblem(file: source.name, line: 1, reason: .unknownFile) }
    if let line = reader.unclosedQuote { throw ImportProblem(file: source.name, line: line, reason: .unclosedQuote) }
    self.matching = matching
    let rows = Array(reader.rows.dropFirst())
    self.rows = rows
    isOwnFormat = matching.columns.contains(.exchangeID)
    let fields = matching.layout
    days = matching.columns.enumerated().map { index, source in
      guard case .field(let id)? = source, let kind = fields.kind.field(id)?.kind, kind == .day || kind == .moment
      else { return DayText() }
      return DayText(column: rows.lazy.compactMap { index < $0.cells.count ? $0.cells[index] : nil })
    }
  }

  /// The cells of a column, by what it is.
  func column(_ source: Layout.Column.Source) -> Int? { matching.columns.firstIndex(of: source) }

  /// The columns that no field takes, with how many cells of them say something.
  var ignored: [(column: String, cells: Int)] {
    matching.columns.enumerated().compactMap { index, source in
      guard source == nil else { return nil }
      let cells = rows.count { index < $0.cells.count && !$0.cells[index].isEmpty }
      return cells > 0 ? (matching.headers[index], cells) : nil
    }
  }
}
