import CRM
import Conversation
import Language
import Model
import Values

/// "Peter Gibbons moved to Hooli".
struct MoveContactIntent: IntentHandler {
  static let intents = ["contact.move"]

  func run(_ call: Call) throws -> Outcome {
    let contact = try call.record("contact")
    return try ContactMove(call: call).move(contact, to: try call.record("account").id)
  }

  /// Where somebody comes from does not change where they are now.
  func normalForm(_ call: Call) -> [JSON.Member]? {
    guard let contact = try? call.record("contact"), let account = try? call.record("account") else { return nil }
    return [
      .init("account", RecordJSON.reference(account)), .init("contact", RecordJSON.reference(contact)),
    ]
  }
}

/// A person at a new employer: owner and history stay, and the open deals that still name the person are listed.
struct ContactMove {
  static let intent = "contact.move"
  let call: Call

  func move(_ contact: Record, to account: RecordID) throws -> Outcome {
    guard let target = try call.reader.record(account) else { throw Interruption.ask(slot: "account") }
    let words = ["contact": contact.name, "account": target.name]
    guard contact["account"] != .record(account) else {
      return .text(call.wording.reply(Self.intent, "same", words), focus: [contact.id])
    }
    let before = call.turn.values.text("account", of: contact)
    try call.writing().update(contact.id, ["account": .record(account)])
    var lines = [call.wording.reply(Self.intent, "done", words.merging(["before": before]) { $1 })]
    if let told = try tell(contact, target) { lines.append(told) }
    lines += try deals(naming: contact, words)
    var outcome = Outcome.text(lines.joined(separator: "\n"), focus: [contact.id, account])
    outcome.data = try RecordData(reader: call.reader).json(contact.id)
    return outcome
  }

  private func tell(_ contact: Record, _ account: Record) throws -> String? {
    guard case .record(let owner)? = account["owner"], owner != call.turn.context.speaker.user else { return nil }
    var facts: [String: Value] = ["contact": .record(contact.id), "account": .record(account.id)]
    facts["before"] = contact["account"]
    try call.notify(owner, facts["before"] == nil ? "contact.new" : "contact.moved", facts, about: contact.id)
    return call.wording.reply(
      Self.intent, "told",
      ["owner": call.turn.values.text(.record(owner), labels: account.labels), "account": account.name])
  }

  /// Open deals whose primary contact the person still is, with the sentence that names another.
  private func deals(naming contact: Record, _ words: [String: String]) throws -> [String] {
    let open = call.schema["deal"]?.filter("open")?.predicate ?? .always
    let query = Query(
      "deal", where: open.and(.oneOf(.path(["primary_contact"]), [.record(contact.id)])), sort: [Sort(["close_date"])])
    let page = try call.reader.page(query, offset: 0, size: 10, fields: ["account"])
    guard !page.records.isEmpty else { return [] }
    return [call.wording.reply(Self.intent, "deals", words)]
      + (try page.records.map { deal in
        let sentence = call.wording.reply(
          Self.intent, "sentence", ["deal": deal.name, "other": try other(than: contact, deal)])
        return "  "
          + call.wording.reply(
            Self.intent, "deal",
            [
              "deal": deal.name, "company": call.turn.values.text("account", of: deal),
              "sentence": sentence,
            ])
      })
  }

  /// Somebody else at the deal's account, if anybody is known there.
  private func other(than contact: Record, _ deal: Record) throws -> String {
    let nobody = call.wording.reply(Self.intent, "someone", [:])
    guard case .record(let account)? = deal["account"] else { return nobody }
    let query = Query("contact", where: .oneOf(.path(["account"]), [.record(account)]), sort: [Sort(["name"])])
    let page = try call.reader.page(query, offset: 0, size: 2, fields: [])
    return page.records.first { $0.id != contact.id }?.name ?? nobody
  }
}
