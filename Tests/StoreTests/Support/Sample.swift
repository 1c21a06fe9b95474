import CRM
import Model
import Store
import Values

/// A small company: users, accounts, contacts, deals, activities, orders with lines, payments, leads.
enum Sample {
  static let schema = Schema([user, account, contact, deal, activity, order, line, payment, lead])

  static let user = KindSchema(
    "user", file: "users", code: "U", name: "name",
    fields: [
      Field("login", .text, required: true), Field("name", .text, required: true), Field("role", .choice(roles)),
      Field("team", .category), Field("timezone", .text), Field("locale", .text), Field("currency", .currency),
    ],
    naturalKey: ["login"], columns: ["login"], nameFields: ["name", "login"])

  static let roles = ["rep", "manager", "admin"]

  static let account = KindSchema(
    "account", file: "accounts", code: "A", name: "name",
    fields: [
      Field("name", .text, required: true), Field("industry", .category), Field("region", .category),
      Field("employees", .integer), Field("owner", .reference("user")), Field("created", .day),
      Field("tags", .tags), Field("currency", .currency), Field("notes", .longText),
      Field("parent", .reference("account")),
      Field("deal_count", .integer, formula: .aggregate(.count, relation: "deals", matching: .always, of: nil)),
      Field(
        "billed", .money(currency: "currency"),
        formula: .aggregate(.sum, relation: "payments", matching: .always, of: .path(["amount"]))),
      Field(
        "last_done", .moment,
        formula: .aggregate(.maximum, relation: "activities", matching: .always, of: .path(["done_at"]))),
    ],
    relations: [
      Relation("deals", of: "deal", back: ["account"]), Relation("contacts", of: "contact", back: ["account"]),
      Relation("activities", of: "activity", back: ["regards"]),
      Relation("payments", of: "payment", back: ["order", "account"]),
      Relation("children", of: "account", back: ["parent"]),
    ],
    naturalKey: ["name"], owner: ["owner"], columns: ["industry", "owner"])

  static let contact = KindSchema(
    "contact", file: "contacts", code: "C", name: "name",
    fields: [
      Field("name", .text, required: true), Field("account", .reference("account")), Field("email", .email),
      Field("opted_out", .boolean),
    ],
    relations: [Relation("activities", of: "activity", back: ["regards"])],
    naturalKey: ["name", "account"], columns: ["account", "email"])

  static let deal = KindSchema(
    "deal", file: "deals", code: "D", name: "name",
    fields: [
      Field("name", .text, required: true), Field("account", .reference("account")),
      Field("amount", .money(currency: "currency")), Field("currency", .currency),
      Field("stage", .choice(["open", "negotiation", "won", "lost"])), Field("owner", .reference("user")),
      Field("created", .day), Field("close_date", .day), Field("probability", .percent),
      Field("weight", .decimal), Field("moved_at", .moment, readOnly: true),
      Field(
        "weighted", .money(currency: "currency"),
        formula: .product(.path(["amount"]), .quotient(.path(["probability"]), .constant(.integer(100))))),
      Field("age", .integer, formula: .days(from: .path(["created"]), to: .today)),
    ],
    relations: [Relation("activities", of: "activity", back: ["regards"])],
    naturalKey: ["name", "account"], owner: ["owner"], date: "close_date", amount: "amount",
    columns: ["stage", "amount", "account"])

  static let activity = KindSchema(
    "activity", file: "activities", code: "T", name: "subject",
    fields: [
      Field("subject", .text, required: true), Field("regards", .anyReference(["account", "contact", "deal", "lead"])),
      Field("owner", .reference("user")), Field("due", .moment), Field("done_at", .moment),
      Field("notes", .longText),
    ],
    naturalKey: ["subject"], owner: ["owner"], date: "due", columns: ["due"])

  static let order = KindSchema(
    "order", file: "orders", code: "O", codeField: "number", name: "number",
    fields: [
      Field("number", .text, required: true), Field("account", .reference("account"), required: true),
      Field("ordered_on", .day), Field("currency", .currency),
      Field(
        "total", .money(currency: "currency"),
        formula: .aggregate(
          .sum, relation: "lines", matching: .always,
          of: .product(.path(["price"]), .path(["quantity"])))),
      Field(
        "paid", .money(currency: "currency"),
        formula: .aggregate(.sum, relation: "payments", matching: .always, of: .path(["amount"]))),
      Field("balance", .money(currency: "currency"), formula: .difference(.path(["total"]), .path(["paid"]))),
    ],
    relations: [
      Relation("lines", of: "line", back: ["order"], owned: true),
      Relation("payments", of: "payment", back: ["order"]),
    ],
    naturalKey: ["number"], date: "ordered_on", amount: "total", columns: ["account", "total"])

  static let line = KindSchema(
    "line", file: "lines", code: "L", name: "sku",
    fields: [
      Field("order", .reference("order"), required: true), Field("sku", .text), Field("quantity", .decimal),
      Field("price", .money(currency: "currency")), Field("currency", .currency),
    ],
    naturalKey: ["order", "sku"], isPart: true)

  static let payment = KindSchema(
    "payment", file: "payments", code: "P", name: "order",
    fields: [
      Field("order", .reference("order"), required: true), Field("amount", .money(currency: "currency")),
      Field("currency", .currency), Field("received", .day),
    ],
    naturalKey: ["order"], date: "received", amount: "amount")

  static let lead = KindSchema(
    "lead", file: "leads", code: "E", name: "name",
    fields: [
      Field("name", .text, required: true), Field("source", .category), Field("owner", .reference("user")),
      Field("region", .category),
    ],
    naturalKey: ["name"], owner: ["owner"], columns: ["source"])
}

/// Everybody sees everything, except that reps see only their own leads where `limits` is set.
struct SamplePolicy: Policy {
  var limits = false

  func visible(_ kind: KindID, to context: Context) -> Predicate {
    guard limits, context.speaker.role == .rep, kind == "lead" || kind == "payment" else { return .always }
    if kind == "payment" { return .compare(.path(["order", "number"]), .notEqual, .constant(.text("O-secret"))) }
    return .compare(.path(["owner"]), .equal, .speaker)
  }

  func mayCreate(_ kind: KindID, _ values: [FieldID: Value], reader: any StoreReader) throws {}
  func mayChange(_ record: Record, _ fields: [FieldID: Value?], reader: any StoreReader) throws {
    guard limits, reader.context.speaker.role == .rep, record.id.kind == "user" else { return }
    throw RuleRefusal.notAllowed(
      action: "change", kind: "user", name: record.name, who: reader.context.speaker.login, rule: "admins only")
  }
  func mayDelete(_ record: Record, reader: any StoreReader) throws {}
}

/// A deal is created today, has an owner, and every change of its stage logs an activity.
struct SampleRules: Rules {
  func complete(
    _ kind: KindID, _ values: inout [FieldID: Value], before: Record?, isImport: Bool, reader: any StoreReader
  ) throws {
    guard kind == "deal" else { return }
    if values["created"] == nil { values["created"] = .day(reader.context.today) }
    if values["stage"] == nil { values["stage"] = .text("open") }
    if before?["stage"] != values["stage"] { values["moved_at"] = .moment(reader.context.now) }
  }

  func check(_ kind: KindID, before: Record?, after: [FieldID: Value], reader: any StoreReader) throws {
    guard kind == "deal", case .money(let money)? = after["amount"], money.minor < 0 else { return }
    throw RuleRefusal.invalid("deal", "amount", .money(money), reason: "negative")
  }

  func consequences(
    of change: Change, to record: RecordID, before: Record?, reader: any StoreReader
  ) throws -> [Change] {
    guard record.kind == "deal", case .update(_, let fields) = change, let stage = fields["stage"],
      case .text(let name)? = stage
    else { return [] }
    return [.create("activity", ["subject": .text("moved to \(name)"), "regards": .record(record)])]
  }

  func cascade(of record: Record, reader: any StoreReader) throws -> [Change] {
    guard record.id.kind == "deal" else { return [] }
    let own = Query("activity", where: .compare(.path(["regards"]), .equal, .constant(.record(record.id))))
    return try reader.unrestricted.page(own, offset: 0, size: 1000, fields: []).records.map { .delete($0.id) }
  }
}
