import CRM
import Model

/// Writes records as delimited files that `Importer` reads back without loss: one file a kind, references by name, each
/// record's exchange id in the last column. What the reader's speaker may not see is not in it.
public struct Exporter {
  private let reader: any StoreReader
  private let names: NameBook

  /// The reader must stay valid while the exporter is used.
  public init(_ reader: any StoreReader) {
    self.reader = reader
    names = NameBook(reader)
  }

  /// The files of all kinds that have any record, or of these, in the schema's order. Lines are in the files of what
  /// they are lines of.
  public func files(of kinds: [KindID]? = nil) throws -> [ExportFile] {
    var files: [ExportFile] = []
    for kind in reader.schema.kinds where kinds?.contains(kind.id) ?? !Layout.lineKinds.values.contains(kind.id) {
      let query = Query(kind.id, sort: [Sort(["id"])])
      let file = try self.file(of: query, kind)
      if file.records > 0 { files.append(file) }
    }
    return files
  }

  /// The records of a query, in its order, with all their columns.
  public func file(of query: Query) throws -> ExportFile? {
    guard let kind = reader.schema[query.kind] else { return nil }
    return try file(of: query, kind)
  }

  private func file(of query: Query, _ kind: KindSchema) throws -> ExportFile {
    let layout = Layout(kind, in: reader.schema)
    var rows = ExportRows(layout, names)
    let fields = kind.fields.filter { !$0.isReadOnly }.map(\.id) + ["exchange_id"]
    let records = try all(query, fields)
    let lines = try lines(of: layout, all: records.count)
    for record in records { try rows.add(record, lines: lines[record.id] ?? []) }
    return ExportFile(name: kind.file + ".csv", text: CSVWriter.text(rows.finished), records: records.count)
  }

  private func all(_ query: Query, _ fields: [FieldID]) throws -> [Record] {
    var records: [Record] = []
    let most = query.limit ?? .max
    while true {
      let size = min(10_000, most - records.count)
      guard size > 0 else { break }
      let page = try reader.page(query, offset: records.count, size: size, fields: fields)
      records += page.records
      if page.records.count < size || records.count >= page.total { break }
    }
    return records
  }

  private func lines(of layout: Layout, all count: Int) throws -> [RecordID: [Record]] {
    guard let lines = layout.lines, count > 0, let owner = Layout.lineOwners[lines.id] else { return [:] }
    let fields = lines.fields.filter { !$0.isReadOnly }.map(\.id)
    var byOwner: [RecordID: [Record]] = [:]
    for line in try all(Query(lines.id, sort: [Sort(["id"])]), fields) {
      if case .record(let id)? = line[owner] { byOwner[id, default: []].append(line) }
    }
    return byOwner
  }
}

/// A file to write: UTF-8 without a mark, lines ended by `\n`.
public struct ExportFile: Sendable, Hashable {
  public let name: String
  public let text: String
  /// Lines do not count.
  public let records: Int
}
