import GRDB
import Model

/// Keeps the index of all that people wrote: one line of FTS5 a record, with the words of its texts.
///
/// The words are those of `NameKey`, an ideograph each by itself, so that a Chinese word is found as a phrase whatever its
/// length. A line's row id holds the kind and the key of its record.
struct TextIndex {
  private static let keyBits: Int64 = 40
  /// Stands between two texts of a record, so that no phrase is found across them.
  private static let gap = "\u{20}0gap0\u{20}"
  /// Kinds whose texts are no news to anybody.
  private static let silent: Set<KindID> = ["setting", "stage", "stage_change", "shortcut", "target"]

  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The fields whose words are found.
  static func fields(_ kind: KindSchema) -> [FieldID] {
    guard !kind.isPart, !silent.contains(kind.id) else { return [] }
    return kind.fields.filter { field in
      guard field.formula == nil else { return false }
      switch field.kind {
      case .text, .longText, .email, .url, .tags: return true
      default: return false
      }
    }.map(\.id)
  }

  /// 23 bits of the kind's name: the same in every database, whatever kinds it has.
  static func number(of kind: KindID) -> Int64 {
    var hash: UInt32 = 2_166_136_261
    for byte in kind.rawValue.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int64(hash & 0x7F_FFFF)
  }

  private static func row(_ id: RecordID) -> Int64 { number(of: id.kind) << keyBits | id.key }

  static func split(_ row: Int64) -> (kind: Int64, key: Int64) { (row >> keyBits, row & (1 << keyBits - 1)) }

  static func words(of text: String) -> String { NameKey.tokens(text).map(\.text).joined(separator: " ") }

  func write(_ id: RecordID, _ kind: KindSchema, _ values: [FieldID: Value], isNew: Bool) throws {
    let fields = Self.fields(kind)
    if fields.isEmpty { return }
    let body = fields.compactMap { field -> String? in
      switch values[field] {
      case .text(let text)?: Self.words(of: text)
      case .list(let labels)?: labels.map(Self.words).joined(separator: Self.gap)
      default: nil
      }
    }.filter { !$0.isEmpty }.joined(separator: Self.gap)
    if !isNew { try remove(id, kind) }
    if !body.isEmpty {
      try db.run("INSERT INTO \"_text\" (\"rowid\", \"body\") VALUES (?, ?)", .of(Self.row(id), body))
    }
  }

  func remove(_ id: RecordID, _ kind: KindSchema) throws {
    if Self.fields(kind).isEmpty { return }
    try db.run("DELETE FROM \"_text\" WHERE \"rowid\" = ?", .of(Self.row(id)))
  }
}
