import CRM
import GRDB
import Model
import Values

/// The records as one speaker sees them inside one transaction.
class View: StoreReader {
  let db: Database
  /// Another one once the company has added a field.
  final var core: Core {
    didSet { statements = core.statements.of(context, isLimited: isLimited) }
  }
  let context: Context
  let isLimited: Bool
  final private(set) var statements: ReaderStatements
  /// How much this connection had written when the transaction began, and the state as long as that is all; nil in the
  /// midst of one.
  private let start: Int?
  private lazy var clean = Result { try DatabaseState(db) }
  /// Records that were read, as long as nothing was written since.
  private var read: (state: Int, records: [RecordID: Record]) = (0, [:])

  /// - Parameter isFresh: nothing was written in this transaction yet.
  init(_ db: Database, _ core: Core, _ context: Context, limited: Bool = true, isFresh: Bool = false) {
    self.db = db
    start = isFresh ? db.totalChangesCount : nil
    statements = core.statements.of(context, isLimited: limited)
    self.core = core
    self.context = context
    isLimited = limited
  }

  var schema: Schema { core.layout.schema }
  var compiler: Compiler { Compiler(core, context, limited: isLimited) }
  var unrestricted: any StoreReader { View(db, core, context, limited: false) }

  func page(_ query: Query, offset: Int, size: Int, fields: [FieldID]) throws -> Page {
    let compiler = self.compiler
    let scope = try compiler.scope(query.kind)
    let filter = try compiler.filter(query.predicate, scope.place)
    let selection = try Selection(scope.place, fields, compiler)
    let order = try compiler.order(query.sort, scope.place)
    let money = try amount(scope, compiler)
    let count = min(size, (query.limit ?? .max) - offset)
    var records: [Record] = []
    var sums = Totals()
    if count > 0 {
      try db.each(
        """
        SELECT \(selection.columns), \(money) FROM \(scope.from) WHERE \(filter) ORDER BY \(order) \
        LIMIT \(bind: count) OFFSET \(bind: offset)
        """
      ) { row in
        records.append(selection.record(row, base: context.baseCurrency))
        sums.add(row[selection.width], row[selection.width + 1])
      }
    }
    let labels = try labels(of: records.flatMap { Array($0.values.values) })
    for index in records.indices { label(&records[index], labels) }
    if offset == 0, records.count < count, let amounts = sums.amounts(base: context.baseCurrency) {
      return Page(records: records, total: records.count, amounts: amounts)
    }
    let (total, amounts) = try totals(query)
    return Page(records: records, total: total, amounts: amounts)
  }

  /// The currency and the minor units of what a record is worth, as `c` and `m`.
  private func amount(_ scope: Scope, _ compiler: Compiler) throws -> Fragment {
    if let amount = scope.kind.schema.amount {
      let term = try compiler.field(amount, scope.place)
      if case .money = term.sort { return "\(term.currency ?? "NULL") AS \"c\", \(term.sql) AS \"m\"" }
    }
    return "NULL AS \"c\", NULL AS \"m\""
  }

  /// How many, and their amounts by currency, in one pass.
  private func totals(_ query: Query) throws -> (Int, [Money]) {
    let compiler = self.compiler
    let scope = try compiler.scope(query.kind)
    let filter = try compiler.filter(query.predicate, scope.place)
    let columns = try amount(scope, compiler)
    var inner: Fragment = "SELECT \(columns) FROM \(scope.place.scope.from) WHERE \(filter)"
    if let limit = query.limit {
      let order = try compiler.order(query.sort, scope.place)
      inner = "SELECT \(columns) FROM \(scope.from) WHERE \(filter) ORDER BY \(order) LIMIT \(bind: limit)"
    }
    return try counted(inner)
  }

  /// Most sets are of one currency: those take one pass without sorting.
  private func counted(_ inner: Fragment) throws -> (Int, [Money]) {
    var total = 0
    var sums: [String: Int64] = [:]
    var isMixed = false
    try db.each("SELECT COUNT(*), MIN(\"c\"), MAX(\"c\"), SUM(\"m\") FROM (\(inner))") { row in
      total = row[0]
      let (first, last) = (row[1] as String?, row[2] as String?)
      isMixed = first != last
      if let first, let sum = row[3] as Int64? { sums[first] = sum }
    }
    if isMixed {
      sums = [:]
      try db.each("SELECT \"c\", SUM(\"m\") FROM (\(inner)) GROUP BY 1") { row in
        if let code = row[0] as String?, let sum = row[1] as Int64? { sums[code] = sum }
      }
    }
    return (total, sums.isEmpty ? [] : Amounts.list(sums, base: context.baseCurrency))
  }

  func record(_ id: RecordID) throws -> Record? {
    if read.state != state { read = (state, [:]) }
    if let known = read.records[id] { return known }
    let found = try recent(id)
    read.records[id] = found
    return found
  }

  /// Another number whenever a record may have changed.
  var state: Int { db.totalChangesCount }

  /// What was read before this transaction is still so until it writes.
  private func recent(_ id: RecordID) throws -> Record? {
    guard start == db.totalChangesCount else { return try readRecord(id) }
    let clean = try clean.get()
    if let known = statements.recent.record(id, clean, context.now) { return known }
    guard let found = try readRecord(id) else { return nil }
    statements.recent.keep(found, clean, context.now)
    return found
  }

  private func readRecord(_ id: RecordID) throws -> Record? {
    let compiler = self.compiler
    let statement = try statements.statement(.record, id.kind, compiler) {
      let scope = try compiler.scope(id.kind)
      let filter = try compiler.filter(.always, scope.place)
      let selection = try Selection(scope.place, scope.kind.schema.fields.map(\.id), compiler)
      return KeyedStatement(selection.columns, scope, many: false, filter, selection, hint: nil)
    }
    var found: Record?
    try statement.each(id.key.databaseValue, db) {
      found = statement.selection.record($0, base: context.baseCurrency)
    }
    guard var record = found else { return nil }
    label(&record, try labels(of: Array(record.values.values)))
    return record
  }

  /// The names behind references that the speaker may see.
  func labels(of values: [Value?]) throws -> [RecordID: String] {
    var keys: [KindID: Set<Int64>] = [:]
    for case .record(let id) in values { keys[id.kind, default: []].insert(id.key) }
    var labels: [RecordID: String] = [:]
    for (kind, keys) in keys {
      for (id, name) in try names(of: keys, kind) { labels[id] = name }
    }
    return labels
  }

  func names(of keys: Set<Int64>, _ kind: KindID) throws -> [RecordID: String] {
    let compiler = self.compiler
    let statement = try statements.statement(.names, kind, compiler) {
      let scope = try compiler.scope(kind)
      let visible = try compiler.visible(scope.place) ?? "1"
      let selection = try Selection(scope.place, [], compiler)
      return KeyedStatement(selection.columns, scope, many: true, visible, selection, hint: nil)
    }
    var names: [RecordID: String] = [:]
    try statement.each(Self.array(keys).databaseValue, db) { row in
      let record = statement.selection.record(row, base: context.baseCurrency)
      names[record.id] = record.name
    }
    return names
  }

  /// Keys as one bound value, so that the statement stays the same.
  static func list(_ keys: some Sequence<Int64>) -> Fragment {
    "(SELECT value FROM json_each(\(bind: array(keys))))"
  }

  static func array(_ keys: some Sequence<Int64>) -> String {
    "[" + keys.map(String.init).joined(separator: ",") + "]"
  }

  func label(_ record: inout Record, _ labels: [RecordID: String]) {
    for case .record(let id) in record.values.values { record.labels[id] = labels[id] }
  }
}
