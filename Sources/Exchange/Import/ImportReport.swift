import CRM
import Model

/// What an import did.
public struct ImportReport: Sendable {
  public struct Count: Sendable, Hashable {
    public var created = 0
    public var updated = 0
    public var unchanged = 0
    public var total: Int { created + updated + unchanged }
  }

  /// In the order of the schema; lines and history under their own kinds.
  public internal(set) var counts: [(kind: KindID, count: Count)] = []
  /// Rows (or files, on line 1) that were not taken over, by file and line.
  public internal(set) var problems: [ImportProblem] = []
  /// What was decided for the person, with how many rows it concerns.
  public internal(set) var notes: [ImportNote] = []
  /// All rows of all files, without headers.
  public internal(set) var rows = 0

  public subscript(_ kind: KindID) -> Count { counts.first { $0.kind == kind }?.count ?? Count() }

  mutating func add(_ kind: KindID, _ change: (inout Count) -> Void) {
    if let index = counts.firstIndex(where: { $0.kind == kind }) {
      change(&counts[index].count)
    } else {
      var count = Count()
      change(&count)
      counts.append((kind, count))
    }
  }

  mutating func note(_ reason: ImportNote.Reason, rows: Int = 1) {
    if let index = notes.firstIndex(where: { $0.reason == reason }) {
      notes[index].rows += rows
    } else {
      notes.append(ImportNote(reason: reason, rows: rows))
    }
  }
}

/// A row that was not taken over, and why: `contacts.csv:4: "not-an-address" is no e-mail address`.
public struct ImportProblem: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    /// No kind of record has these columns.
    case unknownFile
    case notAllowed(kind: KindID)
    case unclosedQuote
    case tooManyCells(count: Int, columns: Int)
    case missing(FieldID)
    /// `why` is a word of the rules (`email`, `negative`) or `day`, `moment`, `number`, `amount`, `boolean`, `choice`.
    case invalid(FieldID, String, why: String)
    case noSuch(KindID, String)
    case ambiguous(KindID, String, count: Int)
    /// The same row stands further up.
    case repeated(line: Int)
    case refused(String)
    /// The rules or the policy say no to the row.
    case ruled(RuleRefusal)
  }

  public let file: String
  public let line: Int
  public let reason: Reason

  /// In English, for a terminal.
  public var description: String { "\(file):\(line): \(text)" }

  /// Why, as a sentence without its place.
  public var text: String {
    switch reason {
    case .unknownFile: "these columns fit no kind of record I know; nothing of this file was imported"
    case .notAllowed(let kind): "you may not import \(kind) records; nothing of this file was imported"
    case .unclosedQuote: "a quotation mark is opened here and never closed"
    case .tooManyCells(let count, let columns): "\(count) cells, but the file has \(columns) columns"
    case .missing(let field): "\(field) is required"
    case .invalid(let field, let text, let why): "\(field): \"\(text)\" is not valid (\(why))"
    case .noSuch(let kind, let name): "there is no \(kind) called \"\(name)\""
    case .ambiguous(let kind, let name, let count): "\(count) \(kind) records fit \"\(name)\""
    case .repeated(let line): "the same row stands on line \(line)"
    case .refused(let rule): "refused: \(rule)"
    case .ruled(let refusal): "refused: \(refusal)"
    }
  }
}

/// Something decided for the person: a product created because rows name it, a column not imported.
public struct ImportNote: Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    /// Rows name a record that no file lists: it was made with that name.
    case created(KindID, name: String)
    /// No field takes this column; its cells were not imported.
    case ignoredColumn(file: String, column: String)
    /// Deals that no stage history came with: theirs was written from their own dates.
    case historyWritten
    /// Deals of closed stages had no `closed_on`: their close date stands for it.
    case closedOnFromCloseDate
    /// Deals without a name are called by their identifier.
    case namedByIdentifier(KindID)
    /// Rows of this kind lack what most have.
    case without(KindID, FieldID)
    /// More than one row gives this name; all were taken over.
    case sameName(KindID, name: String)
  }

  public let reason: Reason
  public internal(set) var rows: Int

  public var description: String {
    switch reason {
    case .created(let kind, let name): "\(kind) \"\(name)\" is in no list: created as named (\(rows) rows)"
    case .ignoredColumn(let file, let column): "\(file): column \"\(column)\" was not imported (\(rows) cells)"
    case .historyWritten: "stage history written from their dates: \(rows) deals"
    case .closedOnFromCloseDate: "closed on their close date: \(rows) deals"
    case .namedByIdentifier(let kind): "\(kind) records called by their identifier: \(rows)"
    case .without(let kind, let field): "\(kind) records without \(field): \(rows)"
    case .sameName(let kind, let name): "\(kind) records called \"\(name)\": \(rows)"
    }
  }
}
