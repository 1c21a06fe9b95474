import CRM
import Conversation
import Language
import Model

/// The number to dial, which is rung where a dialler is set; then asks how it went, and logs the answer. "call the next one" goes down the last list.
struct StartCallIntent: IntentHandler {
  static let intents = ["call.start", "call.next"]

  func run(_ call: Call) throws -> Outcome {
    let record = try whom(call)
    let (person, phone) = try number(of: record, call)
    guard let notes = call.turn.answers.texts["notes"] else {
      let link = "tel:" + phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
      let isRinging = call.writer != nil && call.turn.dial?(phone) == true
      throw Interruption.askLater(
        slot: "notes",
        question: call.reply(isRinging ? "ringing" : "number", ["who": person.name, "phone": phone, "link": link]),
        settled: ["who": record.id])
    }
    return try Interactions(call: call).log("call", with: person, notes: Call.trimmed(notes))
  }

  private func whom(_ call: Call) throws -> Record {
    if let settled = call.turn.answers.slots["who"]?.first, let record = try call.reader.record(settled) {
      return record
    }
    if call.intent.id == "call.start" { return try call.record("who") }
    guard let list = call.turn.session.list, !list.shown.isEmpty else {
      throw Interruption.refused(call.reply("none", [:]))
    }
    let next = list.reached.flatMap { list.shown.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    guard list.shown.indices.contains(next), let record = try call.reader.record(list.shown[next]) else {
      throw Interruption.refused(call.reply("end", [:]))
    }
    return record
  }

  /// The person's own number, or their company's; of a deal, its primary contact's.
  private func number(of record: Record, _ call: Call) throws -> (Record, String) {
    if case .text(let phone)? = record["phone"] { return (record, phone) }
    for field in ["primary_contact", "contact", "regarding", "account"] as [FieldID] {
      guard case .record(let id)? = record[field], let other = try call.reader.record(id) else { continue }
      if record.id.kind == "contact", case .text(let phone)? = other["phone"] { return (record, phone) }
      if let found = try? number(of: other, call) { return found }
    }
    throw Interruption.refused(call.reply("unknown", ["who": record.name]))
  }
}
