import CRM
import GRDB
import Model
import Values

extension View {
  /// Which of the records may be seen; nil for all.
  func seen(_ keys: Set<Int64>, _ kind: KindID) throws -> Set<Int64>? {
    let compiler = self.compiler
    let scope = try compiler.scope(kind)
    guard let visible = try compiler.visible(scope.place) else { return nil }
    var seen: Set<Int64> = []
    try db.each(
      """
      SELECT \(scope.place.key) FROM \(scope.from) WHERE \(scope.place.key) IN \(Self.list(keys.sorted())) \
      AND \(visible)
      """
    ) { seen.insert($0[0]) }
    return seen
  }

  /// Whether any record the speaker may see has this value of a category.
  func mayKnow(_ stored: String, _ kind: KindID, _ field: FieldID) throws -> Bool {
    let compiler = self.compiler
    let scope = try compiler.scope(kind)
    guard let visible = try compiler.visible(scope.place) else { return true }
    let same = try compiler.condition(
      .compare(.path([field]), .equal, .constant(.text(stored))), scope.place)
    var found = false
    try db.each("SELECT 1 FROM \(scope.from) WHERE \(same) AND \(visible) LIMIT 1") { _ in found = true }
    return found
  }

  /// What tells records apart: the first column of their kind that says more than the name, a contact's account or a
  /// deal's stage; else the code.
  func hints(of keys: Set<Int64>, _ kind: KindID) throws -> [RecordID: String] {
    let schema = try core.layout.kind(kind).schema
    let field = schema.columns.first {
      $0 != schema.nameField && $0 != schema.codeField && schema.field($0).map { $0.formula == nil } == true
    }
    let ids = keys.sorted().map { RecordID(kind, $0) }
    guard let field else {
      return Dictionary(ids.map { ($0, Selection.code(schema, $0.key)) }, uniquingKeysWith: { first, _ in first })
    }
    let compiler = self.compiler
    let scope = try compiler.scope(kind)
    let selection = try Selection(scope.place, [field], compiler)
    var values: [(RecordID, Value?)] = []
    try db.each(
      "SELECT \(selection.columns) FROM \(scope.from) WHERE \(scope.place.key) IN \(Self.list(ids.map(\.key)))"
    ) { row in
      let record = selection.record(row, base: context.baseCurrency)
      values.append((record.id, record[field]))
    }
    let labels = try labels(of: values.map(\.1))
    return Dictionary(values.map { ($0, text($1, labels)) }, uniquingKeysWith: { first, _ in first })
  }

  private func text(_ value: Value?, _ labels: [RecordID: String]) -> String {
    switch value {
    case .text(let text): text
    case .record(let id): labels[id] ?? ""
    case .day(let day): day.description
    case .moment(let moment): moment.local.day.description
    case .money(let money): money.description
    case .integer(let number): String(number)
    case .list(let labels): labels.joined(separator: ", ")
    case nil, .decimal, .boolean, .amounts: ""
    }
  }

  func nearest(to text: String, kinds: [KindID], limit: Int) throws -> [NamedRecord] {
    let words = Typos.words(of: text)
    let target = NameKey.key(text)
    var ranked: [(distance: Int, kind: String, key: Int64)] = []
    for word in words {
      for candidate in try mended(word) {
        let pattern = NamePart.text(NameKey.tokens(candidate))
        let sql = """
          SELECT p."kind", p."key", n."name_key" FROM "_part" p JOIN "_name" n ON n."id" = p."name"
          WHERE p."part" >= ? AND p."part" < ? LIMIT 200
          """
        try db.each(sql, .of(pattern, pattern + "\u{10FFFF}")) { row in
          let kind = row[0] as String
          guard kinds.isEmpty || kinds.contains(KindID(kind)) else { return }
          let distance = Self.distance(target, row[2], words)
          if distance <= 2 * max(1, words.count) { ranked.append((distance, kind, row[1])) }
        }
      }
    }
    var seen: Set<RecordID> = []
    let ordered = ranked.sorted { ($0.distance, $0.kind, $0.key) < ($1.distance, $1.kind, $1.key) }
      .map { RecordID(KindID($0.kind), $0.key) }.filter { seen.insert($0).inserted }
    var found: [NamedRecord] = []
    for id in ordered.prefix(limit * 8) where found.count < limit { found += try named([id.key], id.kind) }
    return found
  }

  /// The whole text against the name, or against as many of its words as were said.
  private static func distance(_ text: String, _ name: String, _ words: [String]) -> Int {
    let parts = name.split(separator: " ")
    let count = text.split(separator: " ").count
    var best = Typos.distance(text, name)
    if parts.count > count {
      for start in 0...(parts.count - count) {
        best = min(best, Typos.distance(text, parts[start..<start + count].joined(separator: " ")) + 1)
      }
    }
    return best
  }

  /// Words of names that differ from this one by few slips, itself included.
  private func mended(_ word: String) throws -> [String] {
    var candidates: Set<String> = []
    for rests in [Typos.rests(of: word), Typos.shorterRests(of: word)] {
      for rest in rests {
        try db.each("SELECT \"word\" FROM \"_deletion\" WHERE \"rest\" = ? LIMIT 200", .of(rest)) {
          candidates.insert($0[0])
        }
      }
      let near = candidates.filter { Typos.distance($0, word) <= Typos.allowed(word) }
      if !near.isEmpty { return near.sorted() }
    }
    return []
  }
}
