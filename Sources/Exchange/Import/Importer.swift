import CRM
import Model

/// Imports delimited files of any kinds of record, in any order and under their own column names.
///
/// A record is known by its exchange id, an external id, or its kind's natural key; one that is known is updated, and
/// an empty cell changes nothing. A row that cannot be taken over is reported with its file and line.
public struct Importer: Sendable {
  public struct Options: Sendable {
    /// What columns are, where their names do not say it: a column, or `FILE:COLUMN`, to a field.
    public var map: [String: String]
    /// One bad row, and nothing is imported.
    public var isAllOrNothing: Bool
    /// Everything is done and taken back: the report of what would be.
    public var isPreview: Bool

    public init(map: [String: String] = [:], isAllOrNothing: Bool = false, isPreview: Bool = false) {
      self.map = map
      self.isAllOrNothing = isAllOrNothing
      self.isPreview = isPreview
    }
  }

  /// Rows done, and rows in all.
  public typealias Progress = (_ done: Int, _ total: Int) -> Void

  private let options: Options

  public init(_ options: Options = Options()) { self.options = options }

  /// One transaction and one ledger entry. A non-admin imports no users, stages or settings, and changes only what the
  /// policy lets them. With `isAllOrNothing` and a problem, or as a preview, nothing is written.
  public func run(
    _ files: [ImportFile], into store: any RecordStore, context: Context, command: Command,
    progress: @escaping Progress = { _, _ in }
  ) throws -> ImportReport {
    do {
      return try store.write(context, command) { writer in
        let report = try write(files, to: writer, progress: progress)
        if options.isPreview || (options.isAllOrNothing && !report.problems.isEmpty) { throw TakenBack(report: report) }
        return report
      }
    } catch let taken as TakenBack {
      return taken.report
    }
  }

  /// As part of a transaction of the caller's, who takes it back if it must not stand.
  public func write(_ files: [ImportFile], to writer: any StoreWriter, progress: Progress = { _, _ in }) throws
    -> ImportReport
  {
    let run = ImportRun(writer)
    let fields = files.filter { Importer.holdsFields($0) }
    for table in tables(of: fields, run) { try TableImport(table, run).write { _ in } }
    let tables = tables(of: files.filter { !Importer.holdsFields($0) }, run)
    run.lacksHistory = !tables.contains { $0.kind.id == "stage_change" || ($0.kind.id == "deal" && $0.isOwnFormat) }
    run.report.rows = tables.reduce(0) { $0 + $1.rows.count }
    var done = 0
    for table in tables {
      try TableImport(table, run).write { count in
        done += count
        progress(done, run.report.rows)
      }
    }
    try DeferredReferences(run).write()
    try DealHistory(run).write()
    progress(run.report.rows, run.report.rows)
    let order = Dictionary(uniqueKeysWithValues: run.schema.kinds.enumerated().map { ($1.id, $0) })
    run.report.counts.sort { order[$0.kind, default: 0] < order[$1.kind, default: 0] }
    return run.report
  }

  /// Fields that a company has added come first: other files have columns for them.
  private static func holdsFields(_ file: ImportFile) -> Bool { file.name.lowercased().hasPrefix("custom_fields.") }

  /// The files that hold records, in the order in which they refer to each other.
  private func tables(of files: [ImportFile], _ run: ImportRun) -> [SourceTable] {
    var tables: [SourceTable] = []
    for file in files {
      do {
        let table = try SourceTable(file, schema: run.schema, map: options.map)
        guard Importer.mayImport(table.kind.id, run) else {
          throw ImportProblem(file: file.name, line: 1, reason: .notAllowed(kind: table.kind.id))
        }
        for (column, cells) in table.ignored {
          run.report.note(.ignoredColumn(file: file.name, column: column), rows: cells)
        }
        tables.append(table)
      } catch let problem as ImportProblem {
        run.report.problems.append(problem)
      } catch {
        run.report.problems.append(ImportProblem(file: file.name, line: 1, reason: .refused("\(error)")))
      }
    }
    let order = Dictionary(uniqueKeysWithValues: run.schema.kinds.enumerated().map { ($1.id, $0) })
    return tables.sorted { order[$0.kind.id, default: 0] < order[$1.kind.id, default: 0] }
  }

  /// What only an admin imports: who may speak, and what everybody's records hang on.
  private static func mayImport(_ kind: KindID, _ run: ImportRun) -> Bool {
    if run.isAdmin { return true }
    switch run.writer.context.speaker.role {
    case .guest, .partner: return false
    default:
      return !["user", "stage", "setting", "stage_change", "target", "product", "custom_field"].contains(kind.rawValue)
    }
  }

  private struct TakenBack: Error { let report: ImportReport }
}
