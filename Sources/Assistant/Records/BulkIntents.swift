import CRM
import Conversation
import Language
import Model

/// Asks for a yes, says what goes with it; undo brings all back.
struct DeleteIntent: IntentHandler {
  static let intents = ["record.delete", "meeting.cancel"]

  func run(_ call: Call) throws -> Outcome {
    let found = try single(call)
    let names = try found.prefix(5).compactMap { try call.reader.record($0)?.name }
    let list = names.joined(separator: ", ") + (found.count > names.count ? ", …" : "")
    let question = question(call, found, list)
    // Deleted before it is asked, and taken back with the question, so that nobody is asked for what is then refused.
    if let writer = call.writer { for id in found { try writer.delete(id) } }
    try call.confirm(question)
    _ = try call.writing()
    return .text(
      call.reply("done", ["records": list, "count": call.wording.count(found.count, found[0].kind)]))
  }

  /// A partial name that several records have is asked about, never all of them taken.
  private func single(_ call: Call) throws -> [RecordID] {
    guard case .set(let set)? = call.slots["records"]?.term, set.isName else {
      try refuseOthers(call)
      return try call.records("records")
    }
    return try call.records("records", single: true)
  }

  /// "cancel order O-5" means the order, not what was done about it: a meeting is named, or called one.
  private func refuseOthers(_ call: Call) throws {
    guard call.intent.id == "meeting.cancel", case .set(let set)? = call.slots["records"]?.term,
      set.names.contains(where: { $0.kind != "activity" && $0.kind != "user" }),
      !set.hasNoun
    else { return }
    throw Interruption.ask(slot: "records")
  }

  private func question(_ call: Call, _ found: [RecordID], _ names: String) -> String {
    var parts: [String] = []
    if found.count == 1, let kind = call.schema[found[0].kind] {
      for relation in kind.relations {
        guard let back = relation.back.first, relation.back.count == 1 else { continue }
        let query = Query(relation.kind, where: .oneOf(.path([back]), [.record(found[0])]))
        guard let page = try? call.reader.unrestricted.page(query, offset: 0, size: 1, fields: []), page.total > 0
        else { continue }
        parts.append(call.wording.count(page.total, relation.kind))
      }
    }
    let key = parts.isEmpty ? "delete.confirm" : "delete.confirm.with"
    return call.turn.say(
      key,
      [
        "records": names, "count": call.wording.count(found.count, found[0].kind),
        "with": parts.joined(separator: ", "),
      ])
  }
}

/// Gives records to another owner. More than five ask for a yes.
struct AssignIntent: IntentHandler {
  static let intents = ["record.assign"]

  func run(_ call: Call) throws -> Outcome {
    let owner = try call.record("owner")
    let found = try Bulk(call: call).records("records")
    guard let field = call.schema[found[0].kind]?.owner, field.count == 1 else {
      throw Interruption.refused(call.turn.say("owner.none", ["noun": call.wording.noun(found[0].kind)]))
    }
    let writer = try call.writing()
    var given: [RecordID] = []
    for id in found where try !writer.update(id, [field[0]: .record(owner.id)]).isEmpty { given.append(id) }
    try NewOwner(call: call).tell(owner.id, given)
    return try Bulk(call: call).done(found, ["owner": owner.name])
  }
}

/// Whoever is given records is told, once for a command.
struct NewOwner {
  let call: Call

  func tell(_ owner: RecordID, _ given: [RecordID]) throws {
    guard let first = given.first else { return }
    guard given.count > 1 else { return try call.notify(owner, "owner", ["record": .record(first)], about: first) }
    let names = try given.prefix(5).compactMap { try call.reader.record($0)?.name }
    let list = names.joined(separator: ", ") + (given.count > names.count ? ", …" : "")
    try call.notify(
      owner, "owner.many", ["count": .integer(Int64(given.count)), "records": .text(list)], about: first)
  }
}

/// Adds a label to records, or takes it off.
struct TagIntent: IntentHandler {
  static let intents = ["record.tag", "record.untag"]

  func run(_ call: Call) throws -> Outcome {
    let found = try Bulk(call: call).records("records")
    let tag = try call.text("tag")
    let writer = try call.writing()
    for id in found {
      guard call.schema[id.kind]?.field("tags") != nil, let record = try writer.record(id) else {
        throw Interruption.refused(call.turn.say("tags.none", ["noun": call.wording.noun(id.kind)]))
      }
      var tags: [String] = []
      if case .list(let old)? = record["tags"] { tags = old }
      let key = NameKey.fold(tag)
      if call.intent.id == "record.tag" {
        guard !tags.contains(where: { NameKey.fold($0) == key }) else { continue }
        tags.append(tag)
      } else {
        tags.removeAll { NameKey.fold($0) == key }
      }
      try writer.update(id, ["tags": tags.isEmpty ? nil : .list(tags)])
    }
    return try Bulk(call: call).done(found, ["tag": tag])
  }
}

/// One command over many records.
struct Bulk {
  let call: Call
  static let askAbove = 5

  /// The records of a slot: one where a name is said, many where a set is described; many ask for a yes.
  func records(_ slot: String) throws -> [RecordID] {
    var single = false
    if case .set(let set)? = call.slots[slot]?.term { single = set.isName }
    let found = try call.records(slot, single: single)
    if found.count > Bulk.askAbove {
      try call.confirm(
        call.turn.say("bulk.confirm", ["count": call.wording.count(found.count, found[0].kind)]))
    }
    return found
  }

  func done(_ found: [RecordID], _ words: [String: String]) throws -> Outcome {
    var words = words
    let names = try found.prefix(5).compactMap { try call.reader.record($0)?.name }
    words["records"] = names.joined(separator: ", ") + (found.count > names.count ? ", …" : "")
    words["count"] = call.wording.count(found.count, found[0].kind)
    return .text(call.reply("done", words), focus: Array(found.prefix(5)))
  }
}
