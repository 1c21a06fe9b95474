import CRM
import GRDB
import Model

extension View {
  /// The best of a search are looked at; of more, the worst are not.
  private static let mostHits = 4000

  func search(_ words: String) throws -> [SearchHits] {
    guard let query = Self.match(words) else { return [] }
    var found: [Int64: [Int64]] = [:]
    var order: [Int64] = []
    try db.each(
      "SELECT \"rowid\" FROM \"_text\" WHERE \"_text\" MATCH ? ORDER BY \"rank\" LIMIT \(Self.mostHits)", .of(query)
    ) { row in
      let (kind, key) = TextIndex.split(row[0])
      if found[kind] == nil { order.append(kind) }
      found[kind, default: []].append(key)
    }
    let kinds = Dictionary(
      core.layout.all.map { (TextIndex.number(of: $0.id), $0.id) }, uniquingKeysWith: { first, _ in first })
    return try order.compactMap { number in
      guard let kind = kinds[number], let keys = found[number] else { return nil }
      let seen = try names(of: Set(keys), kind)
      let records = keys.map { RecordID(kind, $0) }.filter { seen[$0] != nil }
      return records.isEmpty ? nil : SearchHits(kind: kind, records: records)
    }
  }

  /// Every piece between spaces is a phrase; a last word of some length may go on. nil for no words.
  private static func match(_ words: String) -> String? {
    let pieces = words.split { $0 == " " || $0 == "\u{3000}" }.compactMap { piece -> String? in
      let tokens = NameKey.tokens(piece)
      guard let last = tokens.last else { return nil }
      let phrase = "\"" + tokens.map(\.text).joined(separator: " ") + "\""
      guard !last.isIdeograph, last.text.count >= 3 else { return phrase }
      let isPlural = last.text.count > 4 && last.text.hasSuffix("s")
      return (isPlural ? String(phrase.dropLast(2)) + "\"" : phrase) + " *"
    }
    return pieces.isEmpty ? nil : pieces.joined(separator: " AND ")
  }

  func missed(since start: String?) throws -> [MissedSentence] {
    var found: [MissedSentence] = []
    try db.each(
      "SELECT \"text\", \"login\", \"at\" FROM \"_miss\" WHERE COALESCE(\"at\", '') >= ? ORDER BY \"id\" DESC LIMIT 20000",
      .of(start ?? "")
    ) { row in
      found.append(MissedSentence(text: row[0], login: row[1], at: (row[2] as String?).flatMap { .init(iso: $0) }))
    }
    return found
  }
}
