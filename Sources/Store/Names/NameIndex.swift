import GRDB
import Model

/// Keeps the index of names beside the records: each name under its key, and under every part of it that begins at a
/// word, so that a part is found by one seek however many names there are.
///
/// A part is written as `NamePart` does, so that "begins with these words" is "begins with this text". What is counted
/// (words, values of categories) is written once, by `flush`.
final class NameIndex {
  private struct Place: Hashable {
    let kind: KindID
    let field: FieldID
    let stored: String
  }

  private enum Counted: Hashable {
    case word(String)
    case category(Place)
  }

  private let db: Database
  private var counts: [(what: Counted, step: Int)] = []

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
      try insert(
        NamePart.parts(of: name).map { .of($0.text, $0.start, id.kind.rawValue, number, id.key) })
      for word in Typos.words(of: name) { counts.append((.word(word), 1)) }
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
      for word in Typos.words(of: name) { counts.append((.word(word), -1)) }
    }
    try db.run("DELETE FROM \"_name\" WHERE \"kind\" = ? AND \"key\" = ?", .of(id.kind.rawValue, id.key))
  }

  /// Counts a value of a category up or down. While it occurs it is found like a name.
  func count(_ kind: KindID, _ field: FieldID, _ stored: String, _ step: Int) {
    counts.append((.category(Place(kind: kind, field: field, stored: stored)), step))
  }

  /// How much was counted so far: what `forget` goes back to.
  var mark: Int { counts.count }

  func forget(since mark: Int) { counts.removeSubrange(mark...) }

  func flush() throws {
    var sums: [Counted: Int] = [:]
    for (what, step) in counts { sums[what, default: 0] += step }
    counts.removeAll()
    for (what, step) in sums where step != 0 {
      switch what {
      case .word(let word): try count(word, step)
      case .category(let place): try count(place, step)
      }
    }
  }

  private func insert(_ parts: [[DatabaseValue]]) throws {
    if parts.isEmpty { return }
    let rows = Array(repeating: "(?, ?, ?, ?, ?)", count: parts.count).joined(separator: ", ")
    try db.run(
      "INSERT OR IGNORE INTO \"_part\" (\"part\", \"start\", \"kind\", \"name\", \"key\") VALUES \(rows)",
      parts.flatMap(\.self))
  }

  private func count(_ place: Place, _ step: Int) throws {
    let key = NamePart.text(NameKey.tokens(place.stored))
    if key.isEmpty { return }
    let (kind, field) = (place.kind.rawValue, place.field.rawValue)
    let uses =
      try db.first(
        """
        INSERT INTO "_category" ("value_key", "kind", "field", "stored", "uses") VALUES (?, ?, ?, ?, ?)
        ON CONFLICT ("value_key", "kind", "field") DO UPDATE SET "uses" = "uses" + excluded."uses" RETURNING "uses"
        """, .of(key, kind, field, place.stored, step)
      ) { $0[0] as Int } ?? 0
    let marker = Self.marker(place.kind, place.field)
    if uses > 0, uses == step {
      try insert([.of(key, 0, marker, 0, 0)])
    } else if uses <= 0 {
      try db.run("DELETE FROM \"_part\" WHERE \"part\" = ? AND \"start\" = 0 AND \"kind\" = ?", .of(key, marker))
      try db.run(
        "DELETE FROM \"_category\" WHERE \"value_key\" = ? AND \"kind\" = ? AND \"field\" = ?", .of(key, kind, field))
    }
  }

  /// What stands for a kind's field among the kinds of names: `#account.region`.
  static func marker(_ kind: KindID, _ field: FieldID) -> String { "#\(kind.rawValue).\(field.rawValue)" }

  private func count(_ word: String, _ step: Int) throws {
    let uses =
      try db.first(
        """
        INSERT INTO "_word" ("word", "uses") VALUES (?, ?)
        ON CONFLICT ("word") DO UPDATE SET "uses" = "uses" + excluded."uses" RETURNING "uses"
        """, .of(word, step)
      ) { $0[0] as Int } ?? 0
    if uses > 0, uses == step {
      for rest in Typos.rests(of: word) {
        try db.run("INSERT OR IGNORE INTO \"_deletion\" (\"rest\", \"word\") VALUES (?, ?)", .of(rest, word))
      }
    } else if uses <= 0 {
      try db.run("DELETE FROM \"_word\" WHERE \"word\" = ?", .of(word))
      for rest in Typos.rests(of: word) {
        try db.run("DELETE FROM \"_deletion\" WHERE \"rest\" = ? AND \"word\" = ?", .of(rest, word))
      }
    }
  }
}
