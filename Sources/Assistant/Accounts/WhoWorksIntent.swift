import CRM
import Conversation
import Language
import Model
import Values

/// Whether somebody works on a company: whose it is, since when, last contact, open deals. A colleague's lead is only
/// said to be there.
struct WhoWorksIntent: IntentHandler {
  static let intents = ["account.who"]

  func run(_ call: Call) throws -> Outcome {
    let account = try call.record("account")
    var lines = [try ownerLine(call, account), try contactLine(call, account), try dealLine(call, account)]
    if let lead = try leadLine(call, account) { lines.append(lead) }
    var outcome = Outcome.text(lines.joined(separator: "\n"), focus: [account.id])
    outcome.suggestions = suggestions(call, account)
    outcome.data = .object([
      .init("kind", "value"), .init("record", RecordJSON.reference(account)),
      .init("value", RecordJSON.value(account["owner"], account.labels, call.reader.unrestricted)),
    ])
    return outcome
  }

  private func ownerLine(_ call: Call, _ account: Record) throws -> String {
    guard let owner = account["owner"] else { return call.reply("nobody", ["account": account.name]) }
    let name = call.turn.values.text(owner, labels: account.labels)
    let isMine = call.turn.context.speaker.user.map(Value.record) == owner
    return call.reply(
      isMine ? "mine" : "owner", ["account": account.name, "owner": name, "since": try since(call, account)])
  }

  /// The day of the last change of its owner that the ledger knows, else of its creation.
  private func since(_ call: Call, _ account: Record) throws -> String {
    for entry in try call.reader.unrestricted.history(of: account.id, limit: 200)
    where entry.changes.contains(where: { $0.field == "owner" }) {
      return call.turn.values.day(entry.at.local.day)
    }
    return call.turn.values.text(account["created"])
  }

  private func contactLine(_ call: Call, _ account: Record) throws -> String {
    guard let last = try AccountFacts(call.turn, call.reader).lastContact(account.id) else {
      return call.reply("last.none", [:])
    }
    return call.reply("last", last)
  }

  private func dealLine(_ call: Call, _ account: Record) throws -> String {
    let deals = try AccountFacts(call.turn, call.reader).openDeals(account.id)
    guard !deals.isEmpty else { return call.reply("deals.none", [:]) }
    return call.reply("deals", ["deals": deals.map(\.line).joined(separator: "; ")])
  }

  /// By the company's name, or as what the account was made from.
  private func leadLine(_ call: Call, _ account: Record) throws -> String? {
    let active = call.schema["lead"]?.filter("active")?.predicate ?? .always
    let isThere = Predicate.any([
      .oneOf(.path(["company"]), [.text(account.name)]),
      .oneOf(.path(["converted_account"]), [.record(account.id)]),
    ])
    let query = Query("lead", where: active.and(isThere).and(.not(.isEmpty(.path(["owner"])))))
    let leads = try call.reader.unrestricted.page(query, offset: 0, size: 5, fields: ["owner"]).records
    let user = call.turn.context.speaker.user.map(Value.record)
    if let own = leads.first(where: { $0["owner"] == user }) { return call.reply("lead.own", ["lead": own.name]) }
    return leads.isEmpty ? nil : call.reply("lead", [:])
  }

  private func suggestions(_ call: Call, _ account: Record) -> [Suggestion] {
    guard let owner = account["owner"] else {
      return [suggestion(call, "claim", ["account": account.name])]
    }
    guard call.turn.context.speaker.user.map(Value.record) != owner else { return [] }
    let words = ["account": account.name, "owner": call.turn.values.text(owner, labels: account.labels)]
    return [suggestion(call, "transfer", words), suggestion(call, "join", words)]
  }

  private func suggestion(_ call: Call, _ name: String, _ words: [String: String]) -> Suggestion {
    Suggestion(title: call.reply(name, words), send: call.reply("\(name).send", words))
  }
}
