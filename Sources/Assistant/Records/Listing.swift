import CRM
import Conversation
import Language
import Model
import Values

/// Answers questions about sets of records: lists, counts, figures and groups.
struct Listing {
  static let pageSize = 20

  let turn: Turn
  let reader: any StoreReader

  var schema: Schema { reader.schema }

  func answer(_ set: SetReading, _ shape: Shape) throws -> Outcome {
    try settle(set)
    var set = set
    set.query = try StuckDeals(turn: turn, reader: reader).expand(set.query)
    switch shape.asked {
    case .list:
      if set.isName || set.pronoun != nil && !set.isDemonstrative { return try view(set) }
      try refuseOthers(set)
      return try list(assuming(set.query), offset: 0)
    case .field: return try field(set, shape)
    case .count, .aggregate, .measure: return try figures(set.query, shape)
    }
  }

  /// A name that several records have, where one is meant, is asked about.
  private func settle(_ set: SetReading) throws {
    for name in set.names where name.few.count > 1 && name.kind != set.query.kind {
      let text = Sentence(turn.text).written(name.tokens)
      throw Interruption.choose(slot: nil, name: text, among: name.few, total: name.count)
    }
  }

  /// "my deals", and nothing else said: the open ones.
  private func assuming(_ query: Query) -> Query {
    guard let kind = schema[query.kind], let id = kind.assumed, let filter = kind.filter(id), let owner = kind.owner,
      query.predicate == .compare(.path(owner), .equal, .speaker)
    else { return query }
    var narrowed = query
    narrowed.predicate = NormalForm.sorted(query.predicate.and(filter.predicate))
    return narrowed
  }

  /// Asking in so many words for what a colleague alone may see is refused; asking broadly is narrowed.
  private func refuseOthers(_ set: SetReading) throws {
    let people = set.names.filter {
      $0.kind == "user" && $0.few.count == 1 && $0.few[0].id != turn.context.speaker.user
    }
    guard let person = people.first?.few.first else { return }
    let seen = try reader.page(set.query, offset: 0, size: 1, fields: []).total
    guard try reader.unrestricted.page(set.query, offset: 0, size: 1, fields: []).total > seen else { return }
    var who = ""
    if case .record(let manager)? = try reader.unrestricted.record(person.id)?["manager"],
      case .text(let login)? = try reader.unrestricted.record(manager)?["login"]
    {
      who = login
    }
    throw RuleRefusal.notAllowed(action: "see", kind: set.query.kind, name: person.name, who: who, rule: "own_plans")
  }

  private func view(_ set: SetReading) throws -> Outcome {
    let slot = SlotDefinition(name: "record", kind: .record(set.query.kind), isRequired: true)
    let found =
      try turn.answers.slots["record"]
      ?? Resolver(turn: turn, reader: reader).records(.set(set), slot: slot, single: set.pronoun == nil, limit: 50)
    guard found.count == 1, let record = try reader.record(found[0]) else {
      return try list(Query(set.query.kind, where: .oneOf(.path(["id"]), found.map { .record($0) })), offset: 0)
    }
    return try RecordView(turn: turn, reader: reader).show(record)
  }

  /// One page of a list, from `offset`.
  func list(_ query: Query, offset: Int) throws -> Outcome {
    guard let kind = schema[query.kind] else { throw Interruption.refused(turn.say("kind.unknown")) }
    var ordered = query
    if ordered.sort.isEmpty { ordered.sort = kind.sort }
    let isStuck = StuckDeals.isMeant(by: query)
    let columns = isStuck ? StuckDeals.columns : self.columns(kind, query)
    let page = try reader.page(
      ordered, offset: offset, size: Listing.pageSize, fields: columns + (isStuck ? StuckDeals.fields : []))
    var outcome = Outcome()
    let shown = page.records
    outcome.list = .init(query: ordered, offset: offset, shown: shown.map(\.id), total: page.total)
    outcome.focus = page.total == 1 ? shown.map(\.id) : []
    outcome.data = .object([
      .init("kind", "list"), .init("entity", .string(kind.id.rawValue)),
      .init("records", .array(shown.map { json($0, columns) })), .init("total", .integer(Int64(page.total))),
      .init("totals", RecordJSON.totals(page.amounts)),
    ])
    guard !shown.isEmpty else {
      outcome.blocks = [.text(nothing(query))]
      return outcome
    }
    var table = grid(kind, ordered, shown, columns, page, offset)
    if isStuck {
      table = table.adding(turn.say("stuck.why"), try StuckDeals(turn: turn, reader: reader).reasons(shown))
    }
    outcome.blocks = [.table(table)]
    return outcome
  }

  /// "No follow-ups fit."
  func nothing(_ query: Query) -> String {
    turn.say("list.empty", ["noun": turn.wording.noun(query), "nouns": turn.wording.nouns(query)])
  }

  private func columns(_ kind: KindSchema, _ query: Query) -> [FieldID] {
    var columns = kind.columns
    for sort in query.sort {
      if case .expression(.path(let path)) = sort.key, path.count == 1, let field = path.first, field != kind.nameField,
        !columns.contains(field), kind.field(field) != nil
      {
        columns.append(field)
      }
    }
    return columns
  }

  private func grid(
    _ kind: KindSchema, _ query: Query, _ shown: [Record], _ columns: [FieldID], _ page: Page, _ offset: Int
  )
    -> Block.Grid
  {
    var used = columns.filter { field in shown.contains { $0[field] != nil } }
    if used.isEmpty { used = Array(columns.prefix(1)) }
    let head =
      [Block.Grid.Column(turn.wording.noun(query))]
      + used.map { field in
        Block.Grid.Column(
          turn.wording.label(field, of: kind.id), shown.contains { ValueText.isNumber($0[field]) } ? .right : .left)
      }
    let rows = shown.map { record in
      [record.name] + used.map { turn.values.text($0, of: record) }
    }
    var footer: [String] = []
    let last = offset + shown.count
    if page.total > shown.count {
      footer.append(
        turn.say("list.range", ["first": String(offset + 1), "last": String(last), "total": String(page.total)]))
    }
    if !page.amounts.isEmpty {
      footer.append(turn.say("list.total", ["total": page.amounts.map(ValueText.money).joined(separator: ", ")]))
    }
    if last < page.total { footer.append(turn.say("list.more")) }
    return .init(
      title: turn.wording.count(page.total, query), columns: head, rows: rows, footer: footer, first: offset + 1)
  }

  private func json(_ record: Record, _ columns: [FieldID]) -> JSON { RecordJSON.record(record, columns) }

  /// One field of the records: of one, its value; of several, a list that shows it.
  private func field(_ set: SetReading, _ shape: Shape) throws -> Outcome {
    guard let expression = shape.field, case .path(let path) = expression, let last = path.last,
      let kind = schema[set.query.kind]
    else { throw Interruption.refused(turn.say("field.unknown")) }
    let slot = SlotDefinition(name: "record", kind: .record(kind.id), isRequired: true)
    let found =
      try turn.answers.slots["record"]
      ?? Resolver(turn: turn, reader: reader).records(.set(set), slot: slot, single: set.isName, limit: 200)
    guard found.count == 1, let record = try reader.record(found[0]) else {
      let query = Query(kind.id, where: set.query.predicate, sort: [Sort(path, descending: true)])
      return try list(query, offset: 0)
    }
    if path.count == 1, let relation = kind.relation(last), relation.back.count == 1 {
      return try list(Query(relation.kind, where: .oneOf(.path(relation.back), [.record(record.id)])), offset: 0)
    }
    var value = record[path[0]]
    var labels = record.labels
    var owner = kind
    for step in path.dropFirst() {
      guard case .record(let next)? = value, let further = try reader.record(next) else { break }
      value = further[step]
      labels.merge(further.labels) { old, _ in old }
      owner = schema[next.kind] ?? owner
    }
    let text = turn.say(
      value == nil ? "field.empty" : "field.value",
      [
        "record": record.name, "field": turn.wording.label(last, of: owner.id),
        "value": turn.values.text(value, last, of: owner.id, labels: labels),
      ])
    var outcome = Outcome.text(text, focus: [record.id])
    outcome.data = .object([
      .init("kind", "value"), .init("value", RecordJSON.value(value, labels, reader)),
      .init("record", RecordJSON.reference(record)),
    ])
    return outcome
  }
}
