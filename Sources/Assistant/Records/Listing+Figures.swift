import CRM
import Conversation
import Language
import Model
import Values

extension Listing {
  /// Counts, sums, averages and rates, of all or by groups.
  func figures(_ query: Query, _ shape: Shape) throws -> Outcome {
    var asked = query
    if shape.groups.isEmpty {
      asked.sort = []
      asked.limit = nil
    }
    let table = try reader.table(asked)
    if shape.top != 0 { return try winner(table, query) }
    return shape.groups.isEmpty ? figure(table.rows.first?.last ?? nil, query, shape) : groups(table, query, shape)
  }

  private func figure(_ value: Value?, _ query: Query, _ shape: Shape) -> Outcome {
    let noun = turn.wording.noun(query.kind)
    var outcome = Outcome()
    var members: [JSON.Member] = [.init("kind", .string(dataKind(shape.asked)))]
    switch value {
    case .money(let money): members.append(.init("totals", RecordJSON.totals([money])))
    case .amounts(let all): members.append(.init("totals", RecordJSON.totals(all)))
    default: members.append(.init("value", value.map { RecordJSON.plain($0, [:]) } ?? .null))
    }
    outcome.data = .object(members)
    if case .integer(let number)? = value, shape.asked == .count {
      outcome.blocks = [.text(turn.say("count.answer", ["count": turn.wording.count(Int(number), query.kind)]))]
    } else {
      outcome.blocks = [
        .text(turn.say("figure.answer", ["what": label(shape, query), "noun": noun, "value": text(value, shape)]))
      ]
    }
    outcome.list = .init(query: Query(query.kind, where: query.predicate), offset: 0, shown: [], total: 0)
    return outcome
  }

  private func dataKind(_ asked: Shape.Asked) -> String {
    switch asked {
    case .count: "count"
    case .aggregate(.sum): "sum"
    case .aggregate(.average): "average"
    default: "value"
    }
  }

  /// A rate as a percentage; everything else as it is.
  private func text(_ value: Value?, _ shape: Shape) -> String {
    if case .decimal(let rate)? = value, isRate(shape) { return "\((rate * 10_000).rounded() / 100) %" }
    return turn.values.text(value)
  }

  private func isRate(_ shape: Shape) -> Bool {
    if case .measure(let id) = shape.asked { return id.hasSuffix("rate") }
    return false
  }

  private func label(_ shape: Shape, _ query: Query) -> String {
    switch shape.asked {
    case .count: return turn.say("count")
    case .measure(let id): return turn.say("measure.\(id)")
    case .aggregate(let aggregate):
      var field = schema[query.kind]?.amount
      if case .path(let path)? = shape.field { field = path.last }
      return turn.say(
        "aggregate.\(aggregate.rawValue)", ["field": field.map { turn.wording.label($0, of: query.kind) } ?? ""])
    default: return ""
    }
  }

  private func groups(_ table: Table, _ query: Query, _ shape: Shape) -> Outcome {
    var outcome = Outcome()
    outcome.data = .object([
      .init("kind", "groups"), .init("entity", .string(query.kind.rawValue)),
      .init("groups", .array(table.rows.map { groupJSON($0, table, query) })),
    ])
    outcome.list = .init(query: Query(query.kind, where: query.predicate), offset: 0, shown: [], total: 0)
    guard !table.rows.isEmpty else {
      outcome.blocks = [.text(nothing(query))]
      return outcome
    }
    let columns = query.groups.map { Block.Grid.Column(groupTitle($0, query)) } + [.init(label(shape, query), .right)]
    let rows = table.rows.map { row in
      labels(row, table, query) + [text(row.last ?? nil, shape)]
    }
    outcome.blocks = [.table(.init(title: turn.wording.noun(query.kind), columns: columns, rows: rows))]
    return outcome
  }

  /// What a row is grouped by, in words.
  private func labels(_ row: [Value?], _ table: Table, _ query: Query) -> [String] {
    zip(query.groups, row).map { group, key in
      guard let key else { return turn.say("group.none") }
      if case .path(let path) = group, let field = path.last, let found = schema.field(path, of: query.kind) {
        return turn.values.text(key, field, of: found.kind.id, labels: table.labels)
      }
      return turn.values.text(key, labels: table.labels)
    }
  }

  private func groupJSON(_ row: [Value?], _ table: Table, _ query: Query) -> JSON {
    let key: [JSON] = row.prefix(query.groups.count).map { RecordJSON.key($0, table.labels, reader) }
    let label = labels(row, table, query)
    var members: [JSON.Member] = [
      .init("key", key.count == 1 ? key[0] : .array(key)), .init("label", .string(label.joined(separator: " / "))),
    ]
    switch row.last ?? nil {
    case .money(let money)?: members.append(.init("totals", RecordJSON.totals([money])))
    case .amounts(let all)?: members.append(.init("totals", RecordJSON.totals(all)))
    case let value: members.append(.init("value", value.map { RecordJSON.plain($0, table.labels) } ?? .null))
    }
    return .object(members)
  }

  private func groupTitle(_ group: Expression, _ query: Query) -> String {
    switch group {
    case .path(let path):
      guard let last = path.last, let found = schema.field(path, of: query.kind) else { return "" }
      return turn.wording.label(last, of: found.kind.id)
    case .period(_, let grain): return turn.say("grain.\(grain.rawValue)")
    default: return ""
    }
  }

  /// The one group with the largest, or smallest, figure.
  private func winner(_ table: Table, _ query: Query) throws -> Outcome {
    guard let row = table.rows.first, let key = row.first else {
      return .text(nothing(query))
    }
    let label = labels(row, table, query).first ?? turn.say("group.none")
    var outcome = Outcome.text(
      turn.say("top.answer", ["label": label, "value": turn.values.text(row.last ?? nil)]))
    outcome.data = .object([
      .init("kind", "value"), .init("value", RecordJSON.value(key, table.labels, reader)),
      .init("figure", (row.last ?? nil).map { RecordJSON.plain($0, table.labels) } ?? .null),
    ])
    if case .record(let id)? = key { outcome.focus = [id] }
    return outcome
  }
}
