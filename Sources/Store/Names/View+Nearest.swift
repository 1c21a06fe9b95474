import GRDB
import Model

extension View {
  func nearest(to text: String, kinds: [KindID], limit: Int) throws -> [NamedRecord] {
    let words = Typos.words(of: text)
    let candidates = try words.map { try mended($0) }
    var ranked: [RecordID: Int] = [:]
    for phrase in Self.phrases(candidates) {
      try rank(phrase, NameKey.key(text), kinds, &ranked)
      if ranked.count >= limit * 4 { break }
    }
    let ordered = ranked.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(limit * 8)
    var found: [NamedRecord] = []
    for (id, _) in ordered where found.count < limit { found += try named([id.key], id.kind) }
    return found
  }

  /// All words mended together, then each by itself, those with fewest candidates first.
  private static func phrases(_ candidates: [[String]]) -> [String] {
    func text(_ words: [String]) -> String { words.map { NamePart.text(NameKey.tokens($0)) }.joined() }
    var phrases: [String] = []
    if candidates.count > 1, candidates.count <= 4, candidates.allSatisfy({ !$0.isEmpty }) {
      let all = candidates.reduce([[]]) { lists, words in lists.flatMap { list in words.prefix(3).map { list + [$0] } }
      }
      phrases += all.map(text)
    }
    for words in candidates.sorted(by: { $0.count < $1.count }) { phrases += words.prefix(6).map { text([$0]) } }
    return phrases
  }

  private func rank(_ phrase: String, _ target: String, _ kinds: [KindID], _ ranked: inout [RecordID: Int]) throws {
    let sql = """
      SELECT p."kind", p."key", n."name_key" FROM "_part" p JOIN "_name" n ON n."id" = p."name"
      WHERE p."part" >= ? AND p."part" < ? LIMIT 60
      """
    try db.each(sql, .of(phrase, phrase + "\u{10FFFF}")) { row in
      let id = RecordID(KindID(row[0] as String), row[1])
      guard kinds.isEmpty || kinds.contains(id.kind) else { return }
      let name: String = row[2]
      let distance = Typos.soundsLike(name, target) ? 1 : Self.distance(target, name)
      if distance <= max(2, target.unicodeScalars.count / 3) { ranked[id] = min(distance, ranked[id] ?? distance) }
    }
  }

  /// The whole text against the name, or against as many of its words as were said.
  private static func distance(_ text: String, _ name: String) -> Int {
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

  /// Words of names that differ from this one by few slips, itself included, nearest first.
  private func mended(_ word: String) throws -> [String] {
    var candidates: Set<String> = []
    for rests in [Typos.rests(of: word), Typos.shorterRests(of: word)] {
      let ordered = rests.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
      let list = JSON.array(ordered.map { .string($0) }).text
      try db.each(
        """
        SELECT DISTINCT d."word" FROM json_each(?) r CROSS JOIN "_deletion" d ON d."rest" = r.value LIMIT 800
        """, .of(list)
      ) { candidates.insert($0[0]) }
      let near = candidates.map { ($0, Typos.distance($0, word)) }
        .filter { $0.1 <= Typos.allowed(word) || Typos.soundsLike($0.0, word) }
      if !near.isEmpty { return near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0) }
    }
    return []
  }
}
