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
    let values = try values(call)
    guard case .kind(let kindID)? = call.slots["kind"]?.term, let kind = call.schema[kindID] else {
      throw Interruption.ask(slot: "kind")
    }
    try require(kind, values, call)
    try Lookalikes(call).ask(kindID, values)
    let id = try call.writing().create(kindID, values)
    guard let record = try call.reader.record(id) else { throw Interruption.ask(slot: "details") }
    let view = try RecordView(turn: call.turn, reader: call.reader).show(record)
    var outcome = Outcome.text(
      call.reply("done", ["record": record.name, "kind": call.wording.noun(kindID), "code": record.code]), focus: [id])
    outcome.blocks += view.blocks.prefix(1)
    outcome.data = view.data
    return outcome
  }

  /// The fields of the record to be made, the speaker as its owner.
  func values(_ call: Call) throws -> [FieldID: Value] {
    guard case .kind(let kindID)? = call.slots["kind"]?.term, let kind = call.schema[kindID] else {
      throw Interruption.ask(slot: "kind")
    }
    let situation = Engine.Situation(
      values: RecognizerContext(
        now: call.turn.context.now, languages: [call.wording.language], currency: call.turn.context.speaker.currency))
    guard
      let details = try call.turn.engine.details(
        try call.text("details"), of: kindID, gazetteer: call.reader, situation)
    else { throw Interruption.ask(slot: "details") }
    var values = try typed(details, kind, call)
    if !details.name.isEmpty { values[kind.nameField] = .text(details.name) }
    try place(details.rest, kind, &values, call)
    if let parent = try call.optionalRecord("parent") { attach(parent, kind, &values) }
    if let owner = kind.owner, owner.count == 1, values[owner[0]] == nil, let user = call.turn.context.speaker.user {
      values[owner[0]] = .record(user)
    }
    if kindID == "user" { try NewColleague(reader: call.reader).complete(&values) }
    return values
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
    throw Interruption.ask(slot: "details")
  }
}
