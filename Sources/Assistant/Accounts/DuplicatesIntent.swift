import CRM
import Conversation
import Language
import Model

/// Likely doubles with the reasons: of a whole kind, or of one record.
struct DuplicatesIntent: IntentHandler {
  static let intents = ["account.duplicates"]

  func run(_ call: Call) throws -> Outcome {
    if call.slots["record"] != nil { return try ofOne(call) }
    let kind = DuplicatesIntent.kind(call)
    guard DuplicateKeys.kinds.contains(kind) else {
      return .text(call.reply("none", ["kind": call.wording.count(0, kind)]))
    }
    let pairs = try call.reader.likelyPairs(kind, sorts: Lookalikes.pairSorts, limit: 50)
    guard let first = pairs.first else {
      return .text(call.reply("none", ["kind": call.wording.noun(kind)]), data: data([], call))
    }
    let rows = try pairs.map { pair in
      try [name(pair.first, call), name(pair.second, call), Lookalikes(call).words(pair.reasons)]
    }
    var outcome = Outcome()
    outcome.blocks = [
      .table(
        .init(
          title: call.reply("done", ["count": call.wording.count(pairs.count * 2, kind)]),
          columns: [.init(call.wording.noun(kind)), .init(""), .init(call.turn.say("duplicates.reason"))], rows: rows,
          first: 1)),
      .text(call.reply("hint", ["first": try name(first.second, call), "second": try name(first.first, call)])),
    ]
    outcome.data = try data(
      pairs.map { pair in
        .object([
          .init(
            "records",
            .array(try [pair.first, pair.second].compactMap { try call.reader.record($0) }.map(RecordJSON.reference))),
          .init("reasons", .array(pair.reasons.map { .string($0.rawValue) })),
        ])
      }, call)
    outcome.focus = [first.first, first.second]
    return outcome
  }

  /// Accounts, where no kind is named.
  static func kind(_ call: Call) -> KindID {
    if case .kind(let kind)? = call.slots["kind"]?.term { return kind }
    return "account"
  }

  func normalForm(_ call: Call) -> [JSON.Member]? {
    guard call.slots["record"] == nil else { return nil }
    return [.init("kind", .string(DuplicatesIntent.kind(call).rawValue))]
  }

  private func ofOne(_ call: Call) throws -> Outcome {
    let record = try call.record("record")
    let found = try call.reader.alike(record.id.kind, DuplicateKeys.of(record.id.kind, record.values), limit: 10)
      .filter { $0.record.id != record.id }
    guard let first = found.first else {
      return .text(call.reply("none.of", ["record": record.name]), focus: [record.id])
    }
    let lines = found.map { "\($0.record.name) (\(Lookalikes(call).words([$0.sort])))" }
    var outcome = Outcome()
    outcome.blocks = [
      .list(.init(title: call.turn.say("duplicates.of", ["record": record.name]), items: lines)),
      .text(call.reply("hint", ["first": first.record.name, "second": record.name])),
    ]
    outcome.data = data(found.map { .string($0.record.name) }, call)
    outcome.focus = [record.id] + found.map(\.record.id)
    return outcome
  }

  private func name(_ id: RecordID, _ call: Call) throws -> String { try call.reader.record(id)?.name ?? "" }

  private func data(_ pairs: [JSON], _ call: Call) -> JSON {
    .object([.init("kind", "report"), .init("pairs", .array(pairs)), .init("total", .integer(Int64(pairs.count)))])
  }
}

/// What a record to be made, or one that is there, may be a double of.
struct Lookalikes {
  let call: Call

  init(_ call: Call) { self.call = call }

  /// A name alone makes two companies one, but not two people.
  static let pairSorts: [DuplicateKey.Sort] = [.name, .domain, .phone, .mail, .person]

  /// The records that the new one may be a double of, each with the reason.
  func of(_ kind: KindID, _ values: [FieldID: Value]) throws -> [(record: NamedRecord, sort: DuplicateKey.Sort)] {
    try call.reader.unrestricted.alike(kind, DuplicateKeys.of(kind, values), limit: 5)
  }

  /// Shows them and asks, unless a yes was given.
  func ask(_ kind: KindID, _ values: [FieldID: Value]) throws {
    let found = try of(kind, values)
    guard let first = found.first else { return }
    let names = found.map { item in
      let owner = (try? call.reader.unrestricted.record(item.record.id)).flatMap { record in
        record.flatMap { full in call.turn.values.filled("owner", of: full) }
      }
      let hints = [words([item.sort]), owner].compactMap(\.self).joined(separator: ", ")
      return "\(item.record.name) (\(hints))"
    }
    try call.confirm(
      call.turn.say(
        "create.double",
        [
          "noun": call.wording.noun(kind), "record": names.joined(separator: "; "), "first": first.record.name,
        ]))
  }

  func words(_ sorts: [DuplicateKey.Sort]) -> String {
    sorts.map { call.turn.say("duplicates.reason.\($0.rawValue)") }.joined(separator: ", ")
  }
}
