import CRM
import Conversation
import Language
import Model
import Values

/// "Jane Doe referred Marcus Lee".
struct ReferralIntent: IntentHandler {
  static let intents = ["contact.referral"]

  func run(_ call: Call) throws -> Outcome {
    let referrer = try call.record("referrer")
    let contact = try call.record("contact")
    let words = ["referrer": referrer.name, "contact": contact.name]
    guard referrer.id != contact.id else { throw Interruption.refused(call.reply("self", words)) }
    guard contact["referred_by"] != .record(referrer.id) else {
      return .text(call.reply("same", words), focus: [contact.id, referrer.id])
    }
    return try Change(call: call).set(contact, ["referred_by": .record(referrer.id)], words)
  }
}

/// Who referred somebody, whom somebody referred, or what all referrals have brought.
struct ReferralsIntent: IntentHandler {
  static let intents = ["contact.referrals"]

  func run(_ call: Call) throws -> Outcome {
    if let contact = try call.optionalRecord("contact") { return try by(call, contact) }
    if let referrer = try call.optionalRecord("referrer") { return try of(call, referrer) }
    return try revenue(call)
  }

  private func by(_ call: Call, _ contact: Record) throws -> Outcome {
    guard case .record(let id)? = contact["referred_by"] else {
      return .text(call.reply("by.none", ["contact": contact.name]), focus: [contact.id])
    }
    let name = call.turn.values.text(.record(id), labels: contact.labels)
    return .text(
      call.reply("by", ["contact": contact.name, "referrer": name]),
      data: ["kind": "value", "value": .string(name)], focus: [id, contact.id])
  }

  private func of(_ call: Call, _ referrer: Record) throws -> Outcome {
    let query = Query("contact", where: .oneOf(.path(["referred_by"]), [.record(referrer.id)]), sort: [Sort(["name"])])
    let page = try call.reader.page(query, offset: 0, size: 50, fields: ["account"])
    guard !page.records.isEmpty else {
      return .text(call.reply("of.none", ["referrer": referrer.name]), focus: [referrer.id])
    }
    let names = page.records.map(\.name).joined(separator: ", ")
    return .text(
      call.reply("of", ["referrer": referrer.name, "contacts": names]),
      data: .object([
        .init("kind", "list"), .init("entity", "contact"),
        .init("records", .array(page.records.map { RecordJSON.record($0, ["account"]) })),
        .init("total", .integer(Int64(page.total))),
      ]), focus: page.records.map(\.id))
  }

  /// By the one who referred: how many people, and the amounts of the deals in which one of them is the main contact.
  private func revenue(_ call: Call) throws -> Outcome {
    let isReferred = Predicate.via("primary_contact", .not(.isEmpty(.path(["referred_by"]))))
    let people = try call.reader.table(
      Query(
        "contact", where: .not(.isEmpty(.path(["referred_by"]))), groups: [.path(["referred_by"])],
        measures: [.count]))
    guard !people.rows.isEmpty else { return .text(call.reply("none", [:])) }
    let won = try amounts(call, "won", isReferred)
    let open = try amounts(call, "open", isReferred)
    let rows = people.rows.map { row in
      [
        call.turn.values.text(row[0], labels: people.labels), call.turn.values.text(row[1]),
        call.turn.values.text(won[row[0]] ?? nil), call.turn.values.text(open[row[0]] ?? nil),
      ]
    }
    let total = try call.reader.page(
      Query("deal", where: isReferred.and(filter(call, "won"))), offset: 0, size: 0, fields: [])
    var outcome = Outcome()
    let heads = ["head.referrer", "head.people", "head.won", "head.open"].map { call.reply($0, [:]) }
    outcome.blocks = [
      .table(
        .init(
          title: call.reply("title", [:]),
          columns: heads.enumerated().map { .init($1, $0 == 0 ? .left : .right) }, rows: rows,
          footer: [call.reply("total", ["total": call.turn.values.text(.amounts(total.amounts))])]))
    ]
    outcome.data = .object([.init("kind", "sum"), .init("totals", RecordJSON.totals(total.amounts))])
    return outcome
  }

  private func filter(_ call: Call, _ name: String) -> Predicate {
    call.schema["deal"]?.filter(name)?.predicate ?? .always
  }

  private func amounts(_ call: Call, _ name: String, _ condition: Predicate) throws -> [Value?: Value?] {
    let table = try call.reader.table(
      Query(
        "deal", where: condition.and(filter(call, name)), groups: [.path(["primary_contact", "referred_by"])],
        measures: [.aggregate(.sum, of: .path(["amount"]), matching: .always)]))
    return Dictionary(table.rows.map { ($0[0], $0.last ?? nil) }, uniquingKeysWith: { first, _ in first })
  }
}
