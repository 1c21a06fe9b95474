import GRDB
import Model

extension View {
  func spans(in tokens: [NameToken]) throws -> [NameSpan] {
    try SpanSearch(self, tokens).spans()
  }
}

/// Finds the names in one sentence: one seek for each word, and one more for each longer run of words that has a name.
struct SpanSearch {
  private struct Hit {
    let part: String
    let isStart: Bool
    let kind: String
    let key: Int64
    let display: String

    var isCategory: Bool { kind.utf8.first == UInt8(ascii: "#") }
  }

  private struct Group {
    let range: Range<Int>
    let kind: KindID
    let isExact: Bool
    var records: [(key: Int64, name: String)]
  }

  private let view: View
  private let pieces: [String]
  private let tokens: [NameToken]
  /// The first names that begin with some words.
  private let some: PlainStatement
  /// As many rows as are read for one run of words before each kind is asked by itself.
  private static let most = 12
  /// As many as are read of a kind whose records are not all visible.
  private static let mostHidden = 20

  init(_ view: View, _ tokens: [NameToken]) throws {
    self.view = view
    some = try PlainStatement(Self.selectSome, view.db)
    self.tokens = tokens
    pieces = tokens.map { token in
      var text = ""
      NamePart.piece(token, into: &text)
      return text
    }
  }

  func spans() throws -> [NameSpan] {
    var groups: [Group] = []
    var spans: [NameSpan] = []
    for start in tokens.indices { try search(from: start, &groups, &spans) }
    try hide(&groups)
    let hints = try hints(groups)
    spans += groups.map { group in
      let few = group.records.prefix(10).map { key, name in
        let id = RecordID(group.kind, key)
        return NamedRecord(id, name: name, hint: hints[id] ?? "")
      }
      return NameSpan(
        group.range, .records(group.kind, count: group.records.count, few: few), isExact: group.isExact)
    }
    return spans.sorted { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
  }

  /// The shortest run of words that is looked for from a token on: one word, or two ideographs.
  private func shortest(from start: Int) -> Range<Int>? {
    let end = start + (tokens[start].isIdeograph ? 2 : 1)
    return end <= tokens.count ? start..<end : nil
  }

  private func search(from start: Int, _ groups: inout [Group], _ spans: inout [NameSpan]) throws {
    guard var end = shortest(from: start)?.upperBound else { return }
    var phrase = pieces[start..<end].joined()
    var hits = try hits(phrase)
    while !hits.isEmpty {
      try emit(hits, phrase, start..<end, &groups, &spans)
      guard end < tokens.count else { return }
      let isCut = hits.count >= Self.most
      phrase += pieces[end]
      end += 1
      hits = isCut ? try self.hits(phrase) : hits.filter { $0.part.utf8.starts(with: phrase.utf8) }
    }
  }

  private static let select = """
    SELECT p."part", p."start", p."kind", p."key", n."display" FROM "_part" p
    LEFT JOIN "_name" n ON n."id" = p."name" WHERE p."part" >= ? AND p."part" < ?
    """
  private static let selectSome = "\(select) LIMIT \(most)"

  private func hits(_ phrase: String) throws -> [Hit] {
    let range = [phrase.databaseValue, (phrase + "\u{10FFFF}").databaseValue]
    let hits = try read(some, range)
    guard hits.count >= Self.most else { return hits }
    return try hits.filter(\.isCategory) + manyHits(range)
  }

  /// Of a run of words that many names have, some of every kind.
  private func manyHits(_ range: [DatabaseValue]) throws -> [Hit] {
    var present: [String] = []
    try view.db.each(
      """
      SELECT k.value FROM json_each(?) k WHERE EXISTS (SELECT 1 FROM "_part" p
        WHERE p."kind" = k.value AND p."part" >= ? AND p."part" < ?)
      """, .of(view.core.layout.namedKinds) + range
    ) { present.append($0[0]) }
    return try present.flatMap { kind in
      let isOpen = !view.isLimited || view.core.policy.visible(KindID(kind), to: view.context) == .always
      let most = isOpen ? Self.most : Self.mostHidden
      let statement = try PlainStatement("\(Self.select) AND p.\"kind\" = ? LIMIT \(most)", view.db)
      return try read(statement, range + .of(kind))
    }
  }

  private func read(_ statement: PlainStatement, _ values: [DatabaseValue]) throws -> [Hit] {
    var hits: [Hit] = []
    try statement.run(values) { row in
      hits.append(
        Hit(part: row[0], isStart: row[1] as Int == 0, kind: row[2], key: row[3], display: row[4] as String? ?? ""))
      return true
    }
    return hits
  }

  private func emit(
    _ hits: [Hit], _ phrase: String, _ range: Range<Int>, _ groups: inout [Group], _ spans: inout [NameSpan]
  ) throws {
    var found: [(hit: Hit, isExact: Bool, place: Int)] = []
    for (place, hit) in hits.enumerated() {
      let isExact = hit.isStart && hit.part == phrase
      if !hit.isCategory {
        found.append((hit, isExact, place))
      } else if isExact, let span = try category(hit, phrase, range) {
        spans.append(span)
      }
    }
    found.sort { left, right in
      if left.hit.kind != right.hit.kind { return left.hit.kind < right.hit.kind }
      if left.isExact != right.isExact { return left.isExact }
      return (left.hit.key, left.place) < (right.hit.key, right.place)
    }
    var rest = found[...]
    while let first = rest.first {
      let some = rest.prefix { $0.hit.kind == first.hit.kind }
      rest = rest[some.endIndex...]
      let exact = Self.named(some.prefix(while: \.isExact))
      let partial = Self.named(some.drop(while: \.isExact)).filter { record in
        !exact.contains { $0.key == record.key }
      }
      for (records, isExact) in [(exact, true), (partial, false)] where !records.isEmpty {
        groups.append(Group(range: range, kind: KindID(first.hit.kind), isExact: isExact, records: records))
      }
    }
  }

  /// Each record once, by what was read of it last.
  private static func named(_ found: ArraySlice<(hit: Hit, isExact: Bool, place: Int)>) -> [(key: Int64, name: String)]
  {
    var records: [(key: Int64, name: String)] = []
    for (hit, _, _) in found {
      if records.last?.key == hit.key { records.removeLast() }
      records.append((hit.key, hit.display))
    }
    return records
  }

  private func category(_ hit: Hit, _ phrase: String, _ range: Range<Int>) throws -> NameSpan? {
    let parts = hit.kind.dropFirst().split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let (kind, field) = (KindID(parts[0]), FieldID(parts[1]))
    let stored = try view.db.first(
      "SELECT \"stored\" FROM \"_category\" WHERE \"value_key\" = ? AND \"kind\" = ? AND \"field\" = ?",
      .of(phrase, parts[0], parts[1])
    ) { $0[0] as String }
    guard let stored, try view.mayKnow(stored, kind, field) else { return nil }
    return NameSpan(range, .category(kind, field, stored: stored), isExact: true)
  }

  /// Takes away what the speaker may not see: one question a kind.
  private func hide(_ groups: inout [Group]) throws {
    for kind in Set(groups.map(\.kind)) {
      let keys = Set(groups.filter { $0.kind == kind }.flatMap { $0.records.map(\.key) })
      guard let seen = try view.seen(keys, kind) else { continue }
      for index in groups.indices where groups[index].kind == kind {
        groups[index].records.removeAll { !seen.contains($0.key) }
      }
    }
    groups.removeAll { $0.records.isEmpty }
  }

  /// Only where there are several to tell apart, and not too many to name.
  private func hints(_ groups: [Group]) throws -> [RecordID: String] {
    var keys: [KindID: Set<Int64>] = [:]
    for group in groups where (2...10).contains(group.records.count) {
      keys[group.kind, default: []].formUnion(group.records.map(\.key))
    }
    var hints: [RecordID: String] = [:]
    for (kind, keys) in keys { hints.merge(try view.hints(of: keys, kind)) { first, _ in first } }
    return hints
  }
}
