import CRM
import GRDB
import Model
import Values

/// What people are told, beside the records: written with an entry of the ledger, or by the passing of time.
struct Notices {
  private let db: Database
  private let core: Core

  init(_ db: Database, _ core: Core) {
    self.db = db
    self.core = core
  }

  /// False where nobody is there to be told.
  func add(_ notice: Notice, from sender: String, at now: Moment, entry: Int64?) throws -> Bool {
    guard let login = try login(of: notice.recipient) else { return false }
    let facts = JSON.object(
      notice.values.sorted { $0.key < $1.key }.map { .init($0.key, ValueCoding.json($0.value)) })
    try db.run(
      """
      INSERT INTO "_notice" ("entry", "login", "topic", "facts", "kind", "key", "sender", "at")
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .of(
        entry, login, notice.topic, facts.text, notice.about?.kind.rawValue, notice.about?.key, sender, now.description)
    )
    return true
  }

  private func login(of recipient: Notice.Recipient) throws -> String? {
    switch recipient {
    case .login(let login): return login
    case .user(let id):
      guard let kind = try? core.layout.kind("user") else { return nil }
      return try db.first("SELECT \"login\" FROM \(kind.table) WHERE \"id\" = ?", .of(id.key)) { $0[0] as String }
    }
  }

  // MARK: Undo and redo

  /// Takes back what was not delivered; whoever had it delivered is told so. Their logins, and whether there was anything.
  func withdraw(_ reversed: Int64, _ sentence: String, by context: Context, entry: Int64) throws -> ([String], Bool) {
    var told: [String] = []
    var count = 0
    try db.each(
      """
      SELECT "login", "delivered_at" IS NOT NULL FROM "_notice" WHERE "entry" = ? AND "is_withdrawn" = 0
      ORDER BY "login"
      """, .of(reversed)
    ) { row in
      count += 1
      let login = row[0] as String
      if row[1], told.last != login { told.append(login) }
    }
    try db.run(
      "UPDATE \"_notice\" SET \"is_withdrawn\" = 1 WHERE \"entry\" = ? AND \"delivered_at\" IS NULL", .of(reversed))
    for login in told {
      let notice = Notice("withdrawn", to: .login(login), ["sentence": .text(sentence)])
      _ = try add(notice, from: context.speaker.login, at: context.now, entry: entry)
    }
    return (told, count > 0)
  }

  func restore(_ entry: Int64) throws {
    try db.run("UPDATE \"_notice\" SET \"is_withdrawn\" = 0 WHERE \"entry\" = ?", .of(entry))
  }

  // MARK: Reading

  private static let columns = """
    "id", "topic", "login", "facts", "kind", "key", "sender", "at", "delivered_at" IS NOT NULL, "read_at" IS NOT NULL
    """

  private func fetch(_ rest: String, _ values: [DatabaseValue]) throws -> [StoredNotice] {
    var found: [StoredNotice] = []
    try db.each("SELECT \(Self.columns) FROM \"_notice\" WHERE \"is_withdrawn\" = 0 \(rest)", values) { row in
      guard let at = Moment(iso: row[7] as String) else { return }
      var facts: [String: Value] = [:]
      if case .object(let members)? = try? JSONParser.parse(Array((row[3] as String).utf8)) {
        for member in members { facts[member.key] = ValueCoding.value(member.value) }
      }
      let kind = row[4] as String?
      let key = row[5] as Int64?
      found.append(
        StoredNotice(
          id: row[0], topic: row[1], login: row[2], values: facts,
          about: kind.flatMap { kind in key.map { RecordID(KindID(kind), $0) } }, sender: row[6], at: at,
          isDelivered: row[8], isRead: row[9]))
    }
    return found
  }

  func undelivered(to login: String?) throws -> [StoredNotice] {
    let pending = "AND \"delivered_at\" IS NULL"
    guard let login else { return try fetch("\(pending) ORDER BY \"id\" LIMIT 500", []) }
    return try fetch("\(pending) AND \"login\" = ? ORDER BY \"id\" LIMIT 500", .of(login))
  }

  func all(to login: String, limit: Int) throws -> (notices: [StoredNotice], unread: Int) {
    let notices = try fetch("AND \"login\" = ? ORDER BY \"id\" DESC LIMIT ?", .of(login, limit))
    let unread = try db.first(
      "SELECT COUNT(*) FROM \"_notice\" WHERE \"is_withdrawn\" = 0 AND \"login\" = ? AND \"read_at\" IS NULL",
      .of(login)
    ) { $0[0] as Int }
    return (notices, unread ?? 0)
  }

  func markDelivered(_ ids: [Int64], at now: Moment) throws {
    for id in ids {
      try db.run(
        "UPDATE \"_notice\" SET \"delivered_at\" = COALESCE(\"delivered_at\", ?) WHERE \"id\" = ?",
        .of(now.description, id))
    }
  }

  func markRead(by login: String, upTo id: Int64, at now: Moment) throws {
    try db.run(
      """
      UPDATE "_notice" SET "read_at" = ?1, "delivered_at" = COALESCE("delivered_at", ?1)
      WHERE "login" = ?2 AND "id" <= ?3 AND "read_at" IS NULL
      """, .of(now.description, login, id))
  }
}

extension Notices {
  /// Up to when the passing of time has been looked at.
  private static let mark = "notices.until"

  private var until: Moment? {
    get throws {
      try db.first("SELECT \"value\" FROM \"_setting\" WHERE \"key\" = ?", .of(Self.mark)) {
        Moment(iso: $0[0] as String)
      } ?? nil
    }
  }

  private func looked(at now: Moment) throws {
    try db.run(
      """
      INSERT INTO "_setting" ("key", "value") VALUES (?, ?)
      ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"
      """, .of(Self.mark, now.description))
  }

  /// The follow-ups that fell due and were not announced; nil where time has never been looked at.
  func due(at now: Moment) throws -> [Record]? {
    guard let until = try until else { return nil }
    guard until.epoch < now.epoch, (try? core.layout.kind("activity")) != nil else { return [] }
    let nobody = Speaker(
      user: nil, login: "", name: "", role: .admin, team: "", zone: .utc, language: .english, currency: .usd)
    let context = Context(speaker: nobody, now: now, baseCurrency: .usd)
    return try View(db, core, context, limited: false).page(
      DueNotices.query(after: until, upTo: now), offset: 0, size: 200, fields: DueNotices.fields
    ).records
  }

  /// In a transaction that may write.
  func announce(at now: Moment) throws {
    guard let found = try due(at: now) else { return try looked(at: now) }
    for followUp in found {
      if let notice = DueNotices.notice(of: followUp) { _ = try add(notice, from: "", at: now, entry: nil) }
    }
    if !found.isEmpty { try looked(at: now) }
  }
}
