import CRM
import Conversation
import Language
import Model

/// Makes one record of two. What refers to the first refers to the second afterwards; fields that the second lacks are
/// taken over.
struct MergeIntent: IntentHandler {
  static let intents = ["account.merge"]

  func run(_ call: Call) throws -> Outcome {
    let source = try call.record("source")
    let target = try call.record("target")
    guard source.id.kind == target.id.kind, let kind = call.schema[source.id.kind] else {
      throw Interruption.refused(
        call.reply(
          "kinds",
          [
            "source": source.name, "kind": call.wording.noun(source.id.kind), "target": target.name,
            "other": call.wording.noun(target.id.kind),
          ]))
    }
    guard source.id != target.id else { throw Interruption.refused(call.reply("same", [:])) }
    try allow(call, source)
    let writer = try call.writing()
    let moved = try count(call, kind, source)
    try writer.redirect(source.id, to: target.id)
    let taken = merged(kind, source, target)
    try writer.delete(source.id)
    if !taken.isEmpty { try writer.update(target.id, taken) }
    return try outcome(call, source, target, moved, taken.keys.sorted())
  }

  /// A merge is a manager's: it decides about records of several people.
  private func allow(_ call: Call, _ source: Record) throws {
    let role = call.turn.context.speaker.role
    guard role != .manager, role != .admin else { return }
    let managers = try call.reader.unrestricted.page(
      Query("user", where: .oneOf(.path(["role"]), [.text("manager")])), offset: 0, size: 3, fields: ["login"])
    let logins = managers.records.compactMap { record -> String? in
      if case .text(let login)? = record["login"] { login } else { nil }
    }
    throw RuleRefusal.notAllowed(
      action: "merge", kind: source.id.kind, name: source.name,
      who: logins.joined(separator: ", "), rule: CompanyPolicy.Rule.managers.rawValue)
  }

  /// The fields that the target lacks, all labels of both, both notes, the earlier beginning.
  private func merged(_ kind: KindSchema, _ source: Record, _ target: Record) -> [FieldID: Value?] {
    var values: [FieldID: Value?] = [:]
    for field in kind.fields where !field.isReadOnly && field.id != kind.nameField && field.id != "external_id" {
      guard let old = source[field.id], old != .record(target.id) else { continue }
      switch (field.kind, old, target[field.id]) {
      case (_, _, nil): values[field.id] = .some(old)
      case (.tags, .list(let more), .list(let own)?):
        let added = more.filter { tag in !own.contains { NameKey.fold($0) == NameKey.fold(tag) } }
        if !added.isEmpty { values[field.id] = .list(own + added) }
      case (.longText, .text(let more), .text(let own)?) where !own.contains(more):
        values[field.id] = .text(own + "\n" + more)
      case (.day, .day(let other), .day(let own)?) where field.id == "created" && other < own:
        values[field.id] = .day(other)
      default: break
      }
    }
    return values
  }

  /// What belongs to the record, in words; parts of other records are not named.
  private func count(_ call: Call, _ kind: KindSchema, _ source: Record) throws -> [String] {
    try kind.relations.compactMap { relation in
      guard relation.back.count == 1, call.schema[relation.kind]?.isPart != true else { return nil }
      let query = Query(relation.kind, where: .oneOf(.path(relation.back), [.record(source.id)]))
      let total = try call.reader.unrestricted.page(query, offset: 0, size: 0, fields: []).total
      return total == 0 ? nil : call.wording.count(total, relation.kind)
    }
  }

  private func outcome(
    _ call: Call, _ source: Record, _ target: Record, _ moved: [String], _ taken: [FieldID]
  ) throws -> Outcome {
    var lines = [
      call.reply(
        "done",
        [
          "source": source.name, "target": target.name,
          "count": moved.isEmpty ? call.turn.say("nothing") : moved.joined(separator: ", "),
        ])
    ]
    if !taken.isEmpty {
      let fields = taken.map { call.wording.label($0, of: target.id.kind) }
      lines.append(call.reply("fields", ["fields": fields.joined(separator: ", ")]))
    }
    var outcome = Outcome.text(lines.joined(separator: "\n"), focus: [target.id])
    outcome.data = try RecordData(reader: call.reader).json(target.id)
    return outcome
  }
}
