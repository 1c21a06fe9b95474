import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// A new record of any kind, its particulars told apart in any order. A likely double is shown and asked about first.
struct CreateIntent: IntentHandler {
  static let intents = ["record.create"]

  func run(_ call: Call) throws -> Outcome {
    let kind = try CreateIntent.kind(call)
    return try make(kind, try values(call), call)
  }

  /// Makes the record of these values, and shows it. A likely double is asked about first.
  func make(_ kind: KindSchema, _ values: [FieldID: Value], _ call: Call) throws -> Outcome {
    try require(kind, values, call)
    try Lookalikes(call).ask(kind.id, values)
    let id = try call.writing().create(kind.id, values)
    guard let record = try call.reader.record(id) else { throw Interruption.ask(slot: "details") }
    let view = try RecordView(turn: call.turn, reader: call.reader).show(record)
    var outcome = Outcome.text(
      call.wording.reply(
        "record.create", "done", ["record": record.name, "kind": call.wording.noun(kind.id), "code": record.code]),
      focus: [id])
    outcome.blocks += view.blocks.prefix(1)
    let mended = try CreateIntent.mended(kind, call)
    if !mended.isEmpty { outcome.blocks.insert(.text(mended.joined(separator: " ")), at: 0) }
    outcome.data = view.data
    return outcome
  }

  /// What was taken for a field's word with a slip in it, told.
  private static func mended(_ kind: KindSchema, _ call: Call) throws -> [String] {
    guard call.slots["details"] != nil else { return [] }
    let found = try call.turn.engine.details(
      particulars(call), of: kind.id, gazetteer: call.reader, situation(call))
    return (found?.corrections ?? []).map { call.turn.say("corrected", ["written": $0.written, "read": $0.read]) }
  }

  private static func situation(_ call: Call) -> Engine.Situation {
    Engine.Situation(
      values: RecognizerContext(
        now: call.turn.context.now, languages: [call.wording.language], currency: call.turn.context.speaker.currency))
  }

  private static func kind(_ call: Call) throws -> KindSchema {
    guard case .kind(let id)? = call.slots["kind"]?.term, let kind = call.schema[id] else {
      throw Interruption.ask(slot: "kind")
    }
    return kind
  }

  /// The fields of the record to be made, the speaker as its owner.
  func values(_ call: Call) throws -> [FieldID: Value] {
    let kind = try CreateIntent.kind(call)
    var (values, rest) = try values(of: kind, in: try CreateIntent.particulars(call), call)
    try place(rest, kind, &values, call)
    if values[kind.nameField] == nil, let name = call.turn.answers.texts["name"] {
      values[kind.nameField] = .text(Call.trimmed(name))
    }
    if let parent = try call.optionalRecord("parent") { attach(parent, kind, &values) }
    if kind.id == "account", values["kind"] == nil, PersonName.isSaid(values["name"], as: call.slots["kind"]?.text) {
      values["kind"] = .text("person")
    }
    if kind.id == "user" { try NewColleague(reader: call.reader).complete(&values) }
    return values
  }

  /// What is told before and behind the kind's word.
  static func particulars(_ call: Call) throws -> String {
    let details = try call.text("details")
    return call.optionalText("more").map { "\(details), \($0)" } ?? details
  }

  /// A new record may be called as one of its kind is: then that name is no reference to the other.
  private static func named(_ details: Details, _ kind: KindSchema) -> Details {
    guard details.name.isEmpty,
      let index = details.items.firstIndex(where: { kind.field($0.field)?.kind == .reference(kind.id) })
    else { return details }
    var named = details
    named.name = named.items.remove(at: index).words.text
    return named
  }

  /// The fields that a text tells, and the words that are none of them.
  func values(of kind: KindSchema, in text: String, _ call: Call) throws -> ([FieldID: Value], [String]) {
    guard
      let found = try call.turn.engine.details(
        text, of: kind.id, gazetteer: call.reader, CreateIntent.situation(call))
    else { throw Interruption.ask(slot: "details") }
    let details = CreateIntent.named(found, kind)
    var values = try typed(details, kind, call)
    if !details.name.isEmpty { values[kind.nameField] = .text(details.name) }
    if let owner = kind.owner, owner.count == 1, values[owner[0]] == nil, let user = call.turn.context.speaker.user {
      values[owner[0]] = .record(user)
    }
    return (values, details.rest)
  }

  private func typed(_ details: Details, _ kind: KindSchema, _ call: Call) throws -> [FieldID: Value] {
    var values: [FieldID: Value] = [:]
    let reader = ValueReader(turn: call.turn)
    for item in details.items {
      guard let field = kind.field(item.field) else { continue }
      values[item.field] = try reader.value(item.words, for: field, kind: kind.id, record: nil, reader: call.reader)
      if case .money(let currency) = field.kind, case .money(let money)? = values[item.field] {
        values[currency] = .text(money.currency.code)
      }
    }
    return values
  }

  /// Words that are no known value can only be a title, where the kind has one; anything else is asked about.
  private func place(_ rest: [String], _ kind: KindSchema, _ values: inout [FieldID: Value], _ call: Call) throws {
    guard let text = rest.first else { return }
    guard rest.count == 1, kind.field("title") != nil, values["title"] == nil else {
      throw Interruption.refused(
        call.turn.say("create.unclear", ["text": rest.joined(separator: ", "), "noun": call.wording.noun(kind.id)]))
    }
    values["title"] = .text(text)
  }

  private func attach(_ parent: Record, _ kind: KindSchema, _ values: inout [FieldID: Value]) {
    for field in kind.fields where field.kind == .reference(parent.id.kind) && values[field.id] == nil {
      values[field.id] = .record(parent.id)
      return
    }
  }

  /// What a record of the kind cannot be without, and no rule fills in.
  private func require(_ kind: KindSchema, _ values: [FieldID: Value], _ call: Call) throws {
    guard values[kind.nameField] == nil, kind.field(kind.nameField)?.isRequired == true,
      kind.nameField != kind.codeField
    else {
      return
    }
    guard call.slots["details"] != nil, call.wording.texts(of: call.intent.id)?.reply["unnamed"] != nil else {
      throw Interruption.ask(slot: "details")
    }
    throw Interruption.askLater(
      slot: "name", question: call.reply("unnamed", ["kind": call.wording.noun(kind.id)]), settled: [:])
  }
}
