import Model

/// The SQL that makes the tables of a schema.
enum Tables {
  static func statements(for layout: Layout) -> [String] {
    own + layout.all.flatMap { [table($0, in: layout)] + indexes($0) }
  }

  private static func table(_ kind: KindLayout, in layout: Layout) -> String {
    var lines = [
      "\"id\" INTEGER PRIMARY KEY AUTOINCREMENT", "\"exchange_id\" TEXT NOT NULL UNIQUE",
      "\"created_seq\" INTEGER NOT NULL",
    ]
    for field in kind.stored {
      for (index, column) in field.columns.enumerated() {
        var line = "\(quoted(column)) \(type(field.field.kind, part: index))"
        if index == 0, case .reference(let target) = field.field.kind, let other = try? layout.kind(target) {
          line += " REFERENCES \(other.table)(\"id\") DEFERRABLE INITIALLY DEFERRED"
        }
        lines.append(line)
      }
      if let shadow = field.shadow { lines.append("\(quoted(shadow)) TEXT") }
    }
    return "CREATE TABLE \(kind.table) (\n" + wrapped(lines) + "\n) STRICT"
  }

  /// Several columns a line.
  private static func wrapped(_ columns: [String]) -> String {
    var lines: [String] = []
    for (index, column) in columns.enumerated() {
      let text = column + (index == columns.count - 1 ? "" : ",")
      if let last = lines.last, last.utf8.count + text.utf8.count < 116 {
        lines[lines.count - 1] = "\(last) \(text)"
      } else {
        lines.append("  " + text)
      }
    }
    return lines.joined(separator: "\n")
  }

  static func type(_ kind: Field.Kind, part: Int) -> String {
    switch kind {
    case .integer, .money, .boolean, .reference: "INTEGER"
    case .anyReference: part == 0 ? "INTEGER" : "TEXT"
    case .moment: part == 0 ? "TEXT" : "INTEGER"
    case .decimal, .percent: "REAL"
    default: "TEXT"
    }
  }

  /// On references, names and natural keys, dates, and the live vocabulary.
  private static func indexes(_ kind: KindLayout) -> [String] {
    var wanted: [[String]] = []
    for field in kind.stored {
      switch field.field.kind {
      case .reference, .day, .moment, .category, .anyReference: wanted.append([field.shadow ?? field.columns[0]])
      default: break
      }
    }
    for id in [kind.schema.nameField] + kind.schema.naturalKey.prefix(1) + [kind.schema.codeField].compactMap(\.self) {
      guard let field = kind.layout(id) else { continue }
      let column = [field.shadow ?? field.columns[0]]
      if !wanted.contains(column) { wanted.append(column) }
    }
    return wanted.map { columns in
      let name = quoted("\(kind.schema.file)_by_\(columns.joined(separator: "_"))")
      return "CREATE INDEX \(name) ON \(kind.table) (\(columns.map(quoted).joined(separator: ", ")))"
    }
  }

  /// What is not a kind of record: the ledger, the conversation's memory, the index of names.
  private static let own = [
    """
    CREATE TABLE "_entry" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "at" TEXT NOT NULL, "actor" TEXT NOT NULL,
      "conversation" TEXT NOT NULL, "message" TEXT, "sentence" TEXT NOT NULL, "intent" TEXT NOT NULL,
      "sort" TEXT NOT NULL, "reverses" INTEGER, "reversed_by" INTEGER
    ) STRICT
    """,
    "CREATE INDEX \"_entry_by_actor\" ON \"_entry\" (\"actor\", \"id\")",
    """
    CREATE TABLE "_change" (
      "id" INTEGER PRIMARY KEY, "entry" INTEGER NOT NULL REFERENCES "_entry"("id"), "kind" TEXT NOT NULL,
      "key" INTEGER NOT NULL, "sort" TEXT NOT NULL, "field" TEXT, "before" TEXT, "after" TEXT
    ) STRICT
    """,
    "CREATE INDEX \"_change_by_entry\" ON \"_change\" (\"entry\")",
    "CREATE INDEX \"_change_by_record\" ON \"_change\" (\"kind\", \"key\", \"entry\")",
    """
    CREATE TABLE "_session" (
      "login" TEXT NOT NULL, "conversation" TEXT NOT NULL, "session" TEXT NOT NULL,
      PRIMARY KEY ("login", "conversation")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "_answer" (
      "conversation" TEXT NOT NULL, "message" TEXT NOT NULL, "text" TEXT NOT NULL, "reply" TEXT NOT NULL,
      PRIMARY KEY ("conversation", "message")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "_miss" (
      "id" INTEGER PRIMARY KEY, "login" TEXT NOT NULL, "conversation" TEXT NOT NULL, "text" TEXT NOT NULL, "at" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "_notice" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "entry" INTEGER, "login" TEXT NOT NULL, "topic" TEXT NOT NULL,
      "facts" TEXT NOT NULL, "kind" TEXT, "key" INTEGER, "sender" TEXT NOT NULL, "at" TEXT NOT NULL,
      "delivered_at" TEXT, "read_at" TEXT, "is_withdrawn" INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX \"_notice_by_login\" ON \"_notice\" (\"login\", \"id\")",
    "CREATE INDEX \"_notice_by_entry\" ON \"_notice\" (\"entry\")",
    "CREATE INDEX \"_notice_by_delivery\" ON \"_notice\" (\"delivered_at\", \"id\")",
    "CREATE VIRTUAL TABLE \"_text\" USING fts5(\"body\", tokenize = 'unicode61 remove_diacritics 0')",
    "CREATE TABLE \"_setting\" (\"key\" TEXT PRIMARY KEY, \"value\" TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE "_name" (
      "id" INTEGER PRIMARY KEY, "kind" TEXT NOT NULL, "key" INTEGER NOT NULL, "name_key" TEXT NOT NULL,
      "name" TEXT NOT NULL, "display" TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX \"_name_by_record\" ON \"_name\" (\"kind\", \"key\")",
    "CREATE INDEX \"_name_by_key\" ON \"_name\" (\"name_key\", \"kind\")",
    """
    CREATE TABLE "_part" (
      "part" TEXT NOT NULL, "start" INTEGER NOT NULL, "kind" TEXT NOT NULL, "name" INTEGER NOT NULL,
      "key" INTEGER NOT NULL,
      PRIMARY KEY ("part", "start", "kind", "name")
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX \"_part_by_kind\" ON \"_part\" (\"kind\", \"part\", \"start\")",
    "CREATE TABLE \"_word\" (\"word\" TEXT PRIMARY KEY, \"uses\" INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE "_deletion" (
      "rest" TEXT NOT NULL, "word" TEXT NOT NULL, PRIMARY KEY ("rest", "word")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "_alike" (
      "kind" TEXT NOT NULL, "sort" TEXT NOT NULL, "value" TEXT NOT NULL, "key" INTEGER NOT NULL,
      PRIMARY KEY ("kind", "sort", "value", "key")
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "_category" (
      "value_key" TEXT NOT NULL, "kind" TEXT NOT NULL, "field" TEXT NOT NULL, "stored" TEXT NOT NULL,
      "uses" INTEGER NOT NULL, PRIMARY KEY ("value_key", "kind", "field")
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
