import CRM
import Conversation
import Foundation
import Language
import Model

/// A pasted business card or signature, or a .vcf file: a contact, its company with it where that is new.
struct CardIntent: IntentHandler {
  static let intents = ["contact.card"]

  struct Card {
    var values: [FieldID: Value]
    /// A company that is not known.
    var company: String?
    var unclear: [String]
  }

  func run(_ call: Call) throws -> Outcome {
    guard let kind = call.schema["contact"] else { throw Interruption.ask(slot: "card") }
    var card = try read(call)
    guard case .text(let name)? = card.values["name"] else { throw Interruption.ask(slot: "card") }
    guard card.unclear.isEmpty else {
      throw Interruption.refused(call.turn.say("card.unclear", ["text": card.unclear.joined(separator: ", ")]))
    }
    if let company = card.company {
      try call.confirm(call.turn.say("card.company.new", ["company": company, "contact": name]))
      var account: [FieldID: Value] = ["name": .text(company)]
      if let user = call.turn.context.speaker.user { account["owner"] = .record(user) }
      card.values["account"] = .record(try call.writing().create("account", account))
    }
    return try CreateIntent().make(kind, card.values, call)
  }

  /// What stands on the card; lines count as commas.
  func read(_ call: Call) throws -> Card {
    guard let kind = call.schema["contact"] else { throw Interruption.ask(slot: "card") }
    let text = try call.text("card")
    if text.lowercased().hasSuffix(".vcf") { return try file(text, call) }
    if text.uppercased().contains("BEGIN:VCARD"), let card = VCard(text) { return try known(card, call) }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    let (values, rest) = try CreateIntent().values(
      of: kind, in: lines.filter { !$0.isEmpty }.joined(separator: ", "), call)
    var card = Card(values: values, company: nil, unclear: rest)
    if card.values["title"] == nil, !card.unclear.isEmpty { card.values["title"] = .text(card.unclear.removeFirst()) }
    if card.values["account"] == nil, !card.unclear.isEmpty { card.company = card.unclear.removeFirst() }
    return card
  }

  private func file(_ name: String, _ call: Call) throws -> Card {
    do {
      let bytes = try call.turn.files.read(name, limit: 1_000_000)
      guard let card = VCard(String(decoding: bytes, as: UTF8.self)) else {
        throw Interruption.refused(call.reply("empty", ["file": name]))
      }
      return try known(card, call)
    } catch is FileFolder.Refusal {
      throw Interruption.refused(call.reply("missing", ["file": name, "folder": call.turn.files.folder]))
    }
  }

  private func known(_ card: VCard, _ call: Call) throws -> Card {
    var values: [FieldID: Value] = ["name": .text(card.name)]
    if !card.title.isEmpty { values["title"] = .text(card.title) }
    if !card.email.isEmpty { values["email"] = .text(card.email) }
    if let phone = card.phones.first { values["phone"] = .text(phone) }
    if card.phones.count > 1 { values["mobile"] = .text(card.phones[1]) }
    if !card.address.isEmpty { values["address"] = .text(card.address) }
    if let user = call.turn.context.speaker.user { values["owner"] = .record(user) }
    guard !card.company.isEmpty else { return Card(values: values, company: nil, unclear: []) }
    let same = try call.reader.alike("account", DuplicateKeys.of("account", ["name": .text(card.company)]), limit: 2)
    if let account = same.first?.record { values["account"] = .record(account.id) }
    return Card(values: values, company: same.isEmpty ? card.company : nil, unclear: [])
  }
}

/// Writes a contact as a .vcf file into the folder for files.
struct SaveCardIntent: IntentHandler {
  static let intents = ["contact.vcard"]

  func run(_ call: Call) throws -> Outcome {
    let contact = try call.record("contact")
    var card = VCard()
    card.name = contact.name
    func text(_ field: FieldID) -> String? {
      call.turn.values.filled(field, of: contact)
    }
    card.company = text("account") ?? ""
    card.title = text("title") ?? ""
    card.email = text("email") ?? ""
    card.phones = ["phone", "mobile"].compactMap { text($0) }
    card.address = text("address") ?? ""
    var name = call.optionalText("file") ?? contact.name.split(separator: "/").joined(separator: "-")
    if !name.lowercased().hasSuffix(".vcf") { name += ".vcf" }
    let path = try call.turn.files.write(Array(card.text.utf8), name: name, replace: call.turn.answers.isConfirmed)
    guard let path else { throw Interruption.confirm(call.turn.say("file.exists", ["file": name])) }
    return .text(call.reply("done", ["contact": contact.name, "path": path]), focus: [contact.id])
  }
}
