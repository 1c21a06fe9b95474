import CRM
import Conversation
import Language
import Model
import Values

/// A contact's card, the parts they play, and what was last said with them.
struct ContactView {
  let turn: Turn
  let reader: any StoreReader

  func show(_ contact: Record) throws -> Outcome {
    var outcome = Outcome()
    let kind = reader.schema["contact"]
    let lines = (kind?.fields ?? []).compactMap { field -> Block.Card.Line? in
      guard field.id != "name", field.id != "external_id", let value = contact[field.id] else { return nil }
      if field.id == "opted_out", value == .boolean(false) { return nil }
      return .init(turn.wording.label(field.id, of: "contact"), turn.values.text(field.id, of: contact))
    }
    outcome.blocks = [.record(.init(title: "\(contact.name) (\(contact.code))", fields: lines))]
    for (title, texts) in try [roles(contact.id), deals(contact.id), referrals(contact.id), history(contact.id)]
    where !texts.isEmpty {
      outcome.blocks.append(.text(([title] + texts.map { "  " + $0 }).joined(separator: "\n")))
    }
    outcome.focus = [contact.id]
    let fields = (kind?.fields ?? []).map(\.id).filter { contact[$0] != nil }
    outcome.data = .object([.init("kind", "record"), .init("record", RecordJSON.record(contact, fields))])
    return outcome
  }

  private func roles(_ contact: RecordID) throws -> (String, [String]) {
    let page = try reader.page(
      Query("deal_role", where: .oneOf(.path(["contact"]), [.record(contact)])), offset: 0, size: 20,
      fields: ["role", "deal"])
    return (
      turn.say("view.roles"),
      page.records.map { row in
        var word = turn.values.text("role", of: row)
        let key = "role.\(word.split(separator: " ").joined(separator: "_"))"
        if turn.wording.has(key) { word = turn.say(key) }
        return "\(word) · \(turn.values.text("deal", of: row))"
      }
    )
  }

  private func deals(_ contact: RecordID) throws -> (String, [String]) {
    let page = try reader.page(
      Query(
        "deal", where: .oneOf(.path(["primary_contact"]), [.record(contact)]),
        sort: [Sort(["close_date"], descending: true)]), offset: 0, size: 6, fields: ["stage", "amount", "close_date"])
    return (
      turn.wording.count(page.total, "deal"),
      page.records.map { deal in
        ([deal.name] + ["stage", "amount", "close_date"].map { turn.values.text($0, of: deal) })
          .joined(separator: " · ")
      }
    )
  }

  private func referrals(_ contact: RecordID) throws -> (String, [String]) {
    let page = try reader.page(
      Query("contact", where: .oneOf(.path(["referred_by"]), [.record(contact)])), offset: 0, size: 10,
      fields: ["account"])
    return (
      turn.say("view.referred"),
      page.records.map { [$0.name, turn.values.text($0["account"], labels: $0.labels)].joined(separator: " · ") }
    )
  }

  private func history(_ contact: RecordID) throws -> (String, [String]) {
    let page = try reader.page(
      Query(
        "activity", where: .oneOf(.path(["contact"]), [.record(contact)]), sort: [Sort(["due"], descending: true)]),
      offset: 0, size: 8, fields: ["type", "due", "done_at", "owner", "notes"])
    return (
      turn.say("view.history"),
      page.records.map { row in
        let isDone = row["done_at"] != nil
        let notes = row["notes"].map { ": " + turn.values.text($0) } ?? ""
        return [
          turn.values.text(row["done_at"] ?? row["due"]), turn.values.text("type", of: row), row.name + notes,
          turn.values.text("owner", of: row), isDone ? nil : turn.say("view.planned"),
        ].compactMap(\.self).joined(separator: " · ")
      }
    )
  }
}
