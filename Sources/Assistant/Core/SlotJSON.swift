import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// The slots of a reading as the protocol shows them: resolved, in one form whatever the wording was.
struct SlotJSON {
  let turn: Turn
  let reader: any StoreReader

  /// Setting these fields has an intent of its own, with the value in this slot.
  private static let named: [String: (intent: String, record: String, value: String)] = [
    "deal.stage": ("deal.move", "deal", "stage"), "deal.amount": ("deal.amount", "deal", "amount"),
    "deal.close_date": ("deal.date", "deal", "date"), "deal.category": ("deal.category", "deal", "category"),
    "user.role": ("user.role", "user", "role"),
    "account.parent": ("account.parent", "account", "parent"), "account.grade": ("account.grade", "account", "grade"),
    "contact.account": ("contact.move", "contact", "account"),
    "contact.referred_by": ("contact.referral", "contact", "referrer"),
  ]

  func understood(_ reading: Reading) -> (intent: String, slots: [JSON.Member]) {
    switch reading.content {
    case .records(let set, let shape):
      if set.query.kind == "shortcut", shape.asked == .list { return ("talk.taught", []) }
      return (reading.intent, records(set, shape))
    case .intent(let definition, let slots):
      if definition.id == "record.set", let named = setting(definition, slots) { return named }
      if definition.id == "record.create", let created = creating(definition, slots) { return created }
      if definition.id == "user.add", let added = adding(definition, slots) { return added }
      if let moved = moving(definition, slots) { return moved }
      if let asked = asking(definition, slots) { return asked }
      let call = Call(
        turn: turn, intent: definition, slots: slots, reader: reader, writer: nil, corrections: reading.corrections)
      if let normal = Handlers.byIntent[definition.id]?.normalForm(call) { return (definition.id, normal) }
      return (
        definition.id,
        definition.slots.compactMap { slot in
          slots[slot.name].map { .init(slot.name, json($0, slot, call)) }
        }
      )
    }
  }

  private func records(_ set: SetReading, _ shape: Shape) -> [JSON.Member] {
    var members: [JSON.Member] = []
    if set.isName || set.pronoun != nil && !set.isDemonstrative || shape.asked == .field, let record = one(set) {
      members.append(.init("record", RecordJSON.reference(record)))
    } else {
      members.append(.init("records", normal(set.query, set.names)))
    }
    if case .path(let path)? = shape.field, shape.asked == .field {
      members.append(.init("field", .string(path.map(\.rawValue).joined(separator: "."))))
    }
    return members
  }

  /// The one record that a description means, if it is just one.
  private func one(_ set: SetReading) -> Record? {
    let slot = SlotDefinition(name: "record", kind: .record(set.query.kind), isRequired: true)
    guard let found = try? Resolver(turn: turn, reader: reader).records(.set(set), slot: slot, single: true, limit: 9),
      found.count == 1
    else { return nil }
    return try? reader.record(found[0])
  }

  private func normal(_ query: Query, _ names: [ResolvedName]) -> JSON {
    let labels = Dictionary(names.flatMap(\.few).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return NormalForm(now: turn.context.now.local, names: labels).json(query)
  }

  private func json(_ filled: Reading.Filled, _ slot: SlotDefinition, _ call: Call) -> JSON {
    switch filled.term {
    case .set(let set):
      if let found = try? call.records(slot.name), found.count == 1, let record = try? reader.record(found[0]) {
        return pointed(RecordJSON.reference(record), set)
      }
      return normal(set.query, set.names)
    case .unknown(let text): return ["unknown": .string(text)]
    case .value(let value): return self.value(value, slot)
    case .field(let meanings):
      if case .field(_, let field)? = meanings.first { return .string(field.rawValue) }
      return .null
    case .kind(let kind): return .string(kind.rawValue)
    case .text(let text): return ["text": .string(Call.trimmed(text))]
    case .words(let words): return self.words(words, slot)
    }
  }

  /// A record that was only pointed at says so: it is another one when the conversation goes on.
  private func pointed(_ reference: JSON, _ set: SetReading) -> JSON {
    guard case .object(let members) = reference, set.pronoun != nil, !set.isDemonstrative else { return reference }
    return .object(members + [.init("from", "conversation")])
  }

  /// A value of a field as it is stored, a language by its code; else the words.
  private func words(_ words: Term.Words, _ slot: SlotDefinition) -> JSON {
    let text = Call.trimmed(words.text)
    guard case .value(let type) = slot.kind else { return ["text": .string(text)] }
    if type == "language" {
      return turn.engine.lexicon.language(named: text).map { .string($0.rawValue) } ?? ["text": .string(text)]
    }
    let parts = type.split(separator: ".")
    guard parts.count == 2 else { return ["text": .string(text)] }
    for case .value(let kind, let field, let stored) in words.meanings
    where kind.rawValue == parts[0] && field.rawValue == parts[1] {
      return .string(stored.first ?? text)
    }
    return ["text": .string(text)]
  }

  private func value(_ value: RecognizedValue, _ slot: SlotDefinition) -> JSON {
    let reader = ValueReader(turn: turn)
    switch value.payload {
    case .time(let expression):
      guard
        let span = ValueReader.point(expression).resolve(
          at: turn.context.now.local, prefer: slot.isPast ? .past : .future)
      else {
        return .null
      }
      if slot.kind == .value("date") { return reader.day(of: span).map { .string($0.description) } ?? .null }
      return .object(
        (span.from.map { [JSON.Member("from", .string($0.description))] } ?? [])
          + (span.to.map { [JSON.Member("to", .string($0.description))] } ?? []))
    case .duration(let duration): return .string(duration.iso)
    case .recurrence(let recurrence): return .string(recurrence.rrule)
    case .number(let number):
      if slot.kind == .value("money") { return money(number, nil) }
      return .string(number.reduced.description)
    case .percent(let number): return .string(number.reduced.description)
    case .ordinal(let place): return .integer(Int64(place))
    case .money(let amount, let currency): return money(amount, currency)
    case .phone(let text): return .string(SlotJSON.dialled(text))
    case .email(let text), .url(let text): return .string(text)
    case .boolean(let flag): return .boolean(flag)
    }
  }

  /// An amount without a currency is in the speaker's.
  private func money(_ amount: Decimal64, _ currency: Currency?) -> JSON {
    [
      "amount": .string(amount.reduced.description),
      "currency": .string((currency ?? turn.context.speaker.currency).code),
    ]
  }

  /// A record to be made, by its particulars rather than by how they were told.
  private func creating(_ definition: IntentDefinition, _ slots: [String: Reading.Filled]) -> (String, [JSON.Member])? {
    let call = Call(turn: turn, intent: definition, slots: slots, reader: reader, writer: nil, corrections: [])
    guard case .kind(let kind)? = slots["kind"]?.term, let values = try? CreateIntent().values(call) else { return nil }
    if kind == "user" { return ("user.add", colleague(values)) }
    return made(kind, values, as: definition.id)
  }

  /// A person who buys is made by a verb of its own, whichever words were used.
  /// The digits of a phone number, however they are grouped.
  private static func dialled(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { NameKey.isDigit($0) || $0 == "+" }))
  }

  func made(_ kind: KindID, _ values: [FieldID: Value], as intent: String) -> (String, [JSON.Member]) {
    let form = NormalForm(now: turn.context.now.local, names: [:])
    let isPerson = kind == "account" && values["kind"] == .text("person")
    var members: [JSON.Member] = [.init("kind", .string(isPerson ? "person" : kind.rawValue))]
    for (field, value) in values.sorted(by: { $0.key < $1.key }) where !(isPerson && field == "kind") {
      var shown = form.json(value)
      if case .text(let text) = value, reader.schema[kind]?.field(field)?.kind == .phone {
        shown = .string(SlotJSON.dialled(text))
      }
      if case .record(let id) = value, let record = try? reader.record(id) { shown = RecordJSON.reference(record) }
      members.append(.init(field.rawValue, shown))
    }
    return (isPerson ? "person.add" : intent, members)
  }

  /// A new colleague, however they were told of.
  private func adding(_ definition: IntentDefinition, _ slots: [String: Reading.Filled]) -> (String, [JSON.Member])? {
    let call = Call(turn: turn, intent: definition, slots: slots, reader: reader, writer: nil, corrections: [])
    guard let values = try? AddUserIntent().values(call) else { return nil }
    return (definition.id, colleague(values))
  }

  private func colleague(_ values: [FieldID: Value]) -> [JSON.Member] {
    ["login", "name", "role", "team"].compactMap { field in
      if case .text(let text)? = values[FieldID(field)] { .init(field, .string(text)) } else { nil }
    }
  }

  /// A meeting and a follow-up are put off in the same words: which it is says the record.
  private func moving(_ definition: IntentDefinition, _ slots: [String: Reading.Filled]) -> (String, [JSON.Member])? {
    let names = ["followup.snooze": "followups", "meeting.move": "meeting"]
    guard let name = names[definition.id], let when = definition.slot("when") else {
      return nil
    }
    let call = Call(turn: turn, intent: definition, slots: slots, reader: reader, writer: nil, corrections: [])
    if let (id, own) = DealDateIntent.meant(call, by: name), let deal = try? reader.record(id),
      let filled = own.slots["date"], let date = own.intent.slot("date")
    {
      return ("deal.date", [.init("date", json(filled, date, own)), .init("deal", RecordJSON.reference(deal))])
    }
    guard let found = try? call.records(name), found.count == 1, let record = try? reader.record(found[0]) else {
      return nil
    }
    let isMeeting = record["type"] == .text("meeting")
    var members: [JSON.Member] = [.init(isMeeting ? "meeting" : "followups", RecordJSON.reference(record))]
    if let filled = slots["when"] { members.append(.init("when", json(filled, when, call))) }
    return (isMeeting ? "meeting.move" : "followup.snooze", members)
  }

  /// What is asked by a verb of its own, as the same question about records is.
  private func asking(_ definition: IntentDefinition, _ slots: [String: Reading.Filled]) -> (String, [JSON.Member])? {
    let call = Call(turn: turn, intent: definition, slots: slots, reader: reader, writer: nil, corrections: [])
    switch definition.id {
    case "person.add": return (try? PersonIntent().values(call)).map { made("account", $0, as: definition.id) }
    case "contact.card": return (try? CardIntent().read(call)).map { made("contact", $0.values, as: definition.id) }
    case "record.view":
      guard let record = try? call.record("record") else { return nil }
      return ("\(record.id.kind).view", [.init("record", RecordJSON.reference(record))])
    case "account.contacts":
      guard let account = try? call.record("account") else { return nil }
      let form = NormalForm(now: turn.context.now.local, names: [account.id: account.name])
      return ("contact.list", [.init("records", form.json(ContactsAtIntent.query(account.id)))])
    case "account.subsidiaries":
      guard let account = try? call.record("account") else { return nil }
      let form = NormalForm(now: turn.context.now.local, names: [account.id: account.name])
      return ("account.list", [.init("records", form.json(SubsidiariesIntent.query(account.id)))])
    default: return nil
    }
  }

  /// "set the Acme deal's stage to …" is `deal.move`: one meaning has one intent.
  private func setting(_ definition: IntentDefinition, _ slots: [String: Reading.Filled]) -> (String, [JSON.Member])? {
    let call = Call(turn: turn, intent: definition, slots: slots, reader: reader, writer: nil, corrections: [])
    guard let record = try? call.record("record"), let field = try? SetFieldIntent.field(call, of: record) else {
      return nil
    }
    let value = (try? ValueReader(turn: turn).value(call, for: field, of: record)) ?? nil
    var shown = value.map { NormalForm(now: turn.context.now.local, names: [:]).json($0) } ?? .null
    if case .record(let id)? = value, let found = try? reader.record(id) { shown = RecordJSON.reference(found) }
    if case .money(let sum)? = value {
      shown = money(Decimal64(units: sum.minor, digits: sum.currency.digits), sum.currency)
    }
    let key = "\(record.id.kind).\(field.id)"
    if reader.schema[record.id.kind]?.owner == [field.id] {
      return ("record.assign", [.init("owner", shown), .init("records", RecordJSON.reference(record))])
    }
    if let named = SlotJSON.named[key] {
      return (named.intent, [.init(named.record, RecordJSON.reference(record)), .init(named.value, shown)])
    }
    return (
      "record.set",
      [
        .init("field", .string(field.id.rawValue)), .init("record", RecordJSON.reference(record)),
        .init("value", shown),
      ]
    )
  }
}
