import GRDB
import Model

/// Keeps the index of names beside the records: each name under its key, and under every part of it that begins at a
/// word, so that a part is found by one seek however many names there are.
///
/// A part is written as `NamePart` does, so that "begins with these words" is "begins with this text".
final class NameIndex {
  private let db: Database

  init(_ db: Database) { self.db = db }

  static func fields(_ kind: KindSchema) -> [FieldID] {
    kind.isPart ? [] : [kind.nameField] + kind.nameFields.filter { $0 != kind.nameField }
  }

  /// `display` is what the record is called, whichever of its names is found.
  func add(_ id: RecordID, _ kind: KindSchema, _ values: [FieldID: Value], display: String) throws {
    for field in Self.fields(kind) {
      guard case .text(let name)? = values[field] else { continue }
      let key = NameKey.key(name)
      if key.isEmpty { continue }
      try db.run(
        "INSERT INTO \"_name\" (\"kind\", \"key\", \"name_key\", \"name\", \"display\") VALUES (?, ?, ?, ?, ?)",
        .of(id.kind.rawValue, id.key, key, name, display))
      let number = db.lastInsertedRowID
      for part in NamePart.parts(of: name) {
        try db.run(
          "INSERT INTO \"_part\" (\"part\", \"start\", \"kind\", \"name\", \"key\") VALUES (?, ?, ?, ?, ?)",
          .of(part.text, part.start, id.kind.rawValue, number, id.key))
      }
      for word in Typos.words(of: name) { try use(word) }
    }
  }

  func remove(_ id: RecordID) throws {
    var names: [(Int64, String)] = []
    try db.each(
      "SELECT \"id\", \"name\" FROM \"_name\" WHERE \"kind\" = ? AND \"key\" = ?", .of(id.kind.rawValue, id.key)
    ) { names.append(($0[0], $0[1])) }
    for (number, name) in names {
      for part in NamePart.parts(of: name) {
        try db.run(
          "DELETE FROM \"_part\" WHERE \"part\" = ? AND \"start\" = ? AND \"kind\" = ? AND \"name\" = ?",
          .of(part.text, part.start, id.kind.rawValue, number))
      }
      for word in Typos.words(of: name) { try disuse(word) }
    }
    try db.run("DELETE FROM \"_name\" WHERE \"kind\" = ? AND \"key\" = ?", .of(id.kind.rawValue, id.key))
  }

  /// Counts a value of a category up or down. While it occurs it is found like a name.
  func count(_ kind: KindID, _ field: FieldID, _ stored: String, _ step: Int) throws {
    let key = NamePart.text(NameKey.tokens(stored))
    if key.isEmpty { return }
    try db.run(
      """
      INSERT INTO "_category" ("value_key", "kind", "field", "stored", "uses") VALUES (?, ?, ?, ?, ?)
      ON CONFLICT ("value_key", "kind", "field") DO UPDATE SET "uses" = "uses" + excluded."uses"
      """, .of(key, kind.rawValue, field.rawValue, stored, step))
    let uses =
      try db.first(
        "SELECT \"uses\" FROM \"_category\" WHERE \"value_key\" = ? AND \"kind\" = ? AND \"field\" = ?",
        .of(key, kind.rawValue, field.rawValue)
      ) { $0[0] as Int } ?? 0
    let marker = Self.marker(kind, field)
    if uses == 1, step > 0 {
      try db.run(
        "INSERT OR IGNORE INTO \"_part\" (\"part\", \"start\", \"kind\", \"name\", \"key\") VALUES (?, 0, ?, 0, 0)",
        .of(key, marker))
    } else if uses <= 0 {
      try db.run("DELETE FROM \"_part\" WHERE \"part\" = ? AND \"start\" = 0 AND \"kind\" = ?", .of(key, marker))
      try db.run(
        "DELETE FROM \"_category\" WHERE \"value_key\" = ? AND \"kind\" = ? AND \"field\" = ?",
        .of(key, kind.rawValue, field.rawValue))
    }
  }

  /// What stands for a kind's field among the kinds of names: `#account.region`.
  static func marker(_ kind: KindID, _ field: FieldID) -> String { "#\(kind.rawValue).\(field.rawValue)" }

  private func use(_ word: String) throws {
    try db.run(
      """
      INSERT INTO "_word" ("word", "uses") VALUES (?, 1) ON CONFLICT ("word") DO UPDATE SET "uses" = "uses" + 1
      """, .of(word))
    let uses = try db.first("SELECT \"uses\" FROM \"_word\" WHERE \"word\" = ?", .of(word)) { $0[0] as Int } ?? 0
    guard uses == 1 else { return }
    for rest in Typos.rests(of: word) {
      try db.run("INSERT OR IGNORE INTO \"_deletion\" (\"rest\", \"word\") VALUES (?, ?)", .of(rest, word))
    }
  }

  private func disuse(_ word: String) throws {
    try db.run("UPDATE \"_word\" SET \"uses\" = \"uses\" - 1 WHERE \"word\" = ?", .of(word))
  }
}
