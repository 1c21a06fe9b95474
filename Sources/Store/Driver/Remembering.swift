import CRM
import GRDB
import Model

/// What is kept of conversations.
enum Remembering {
  static func write(_ memory: Memory, _ db: Database) throws {
    try db.run(
      """
      INSERT INTO "_session" ("login", "conversation", "session") VALUES (?, ?, ?)
      ON CONFLICT ("login", "conversation") DO UPDATE SET "session" = excluded."session"
      """, .of(memory.login, memory.conversation, memory.session))
    if let message = memory.message, let reply = memory.reply {
      try db.run(
        "INSERT OR IGNORE INTO \"_answer\" (\"conversation\", \"message\", \"text\", \"reply\") VALUES (?, ?, ?, ?)",
        .of(memory.conversation, message, memory.text, reply))
    }
    if memory.wasMissed {
      try db.run(
        "INSERT INTO \"_miss\" (\"login\", \"conversation\", \"text\", \"at\") VALUES (?, ?, ?, ?)",
        .of(memory.login, memory.conversation, memory.text, memory.at?.description))
    }
  }

  static func session(_ login: String, _ conversation: String, _ db: Database) throws -> String? {
    try db.first(
      "SELECT \"session\" FROM \"_session\" WHERE \"login\" = ? AND \"conversation\" = ?", .of(login, conversation)
    ) { $0[0] as String }
  }

  static func answered(_ conversation: String, _ message: String, _ db: Database) throws -> (
    text: String, reply: String
  )? {
    try db.first(
      "SELECT \"text\", \"reply\" FROM \"_answer\" WHERE \"conversation\" = ? AND \"message\" = ?",
      .of(conversation, message)
    ) { ($0[0] as String, $0[1] as String) }
  }
}
