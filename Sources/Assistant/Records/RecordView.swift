import CRM
import Conversation
import Model
import Values

/// One record in full: its fields, and what is open around it.
struct RecordView {
  let turn: Turn
  let reader: any StoreReader

  func show(_ record: Record) throws -> Outcome {
    switch record.id.kind {
    case "account": return try AccountView(turn: turn, reader: reader).show(record)
    case "contact": return try ContactView(turn: turn, reader: reader).show(record)
    default: return try plain(record)
    }
  }

  /// All its fields, and the newest few of what belongs to it.
  func plain(_ record: Record) throws -> Outcome {
    guard let kind = reader.schema[record.id.kind] else { throw Interruption.refused(turn.say("kind.unknown")) }
    var outcome = Outcome()
    outcome.focus = [record.id]
    let lines = kind.fields.compactMap { field -> Block.Card.Line? in
      guard field.id != kind.nameField, let value = record[field.id], !isEmpty(value),
        field.formula == nil || !isNothing(value)
      else { return nil }
      return .init(turn.wording.label(field.id, of: kind.id), turn.values.text(field.id, of: record))
    }
    outcome.blocks = [.record(.init(title: "\(record.name) (\(record.code))", fields: lines))]
    for relation in kind.relations {
      if let block = try related(relation, to: record, kind) { outcome.blocks.append(block) }
    }
    let fields = kind.fields.map(\.id).filter { record[$0] != nil }
    outcome.data = .object([.init("kind", "record"), .init("record", RecordJSON.record(record, fields))])
    return outcome
  }

  private func isEmpty(_ value: Value) -> Bool {
    switch value {
    case .list(let labels): labels.isEmpty
    case .amounts(let all): all.isEmpty
    case .text(let text): text.isEmpty
    default: false
    }
  }

  /// A computed figure that tells nothing: no lines, not overdue, not shared.
  private func isNothing(_ value: Value) -> Bool {
    switch value {
    case .integer(let number): number <= 0
    case .decimal(let number): number == 0
    case .money(let money): money.minor == 0
    default: false
    }
  }

  /// The newest few of what belongs to the record.
  private func related(_ relation: Relation, to record: Record, _ kind: KindSchema) throws -> Block? {
    guard let target = reader.schema[relation.kind], !target.isPart || relation.isOwned else { return nil }
    let condition = relation.back.dropLast().reversed().reduce(
      Predicate.oneOf(.path([relation.back.last ?? "id"]), [.record(record.id)])
    ) { .via($1, $0) }
    let query = Query(
      relation.kind, where: condition, sort: target.date.map { [Sort([$0], descending: true)] } ?? target.sort)
    let columns = Array(target.columns.prefix(4))
    let page = try reader.page(query, offset: 0, size: 5, fields: columns)
    guard page.total > 0 else { return nil }
    let items = page.records.map { row in
      ([row.name] + columns.compactMap { turn.values.filled($0, of: row) })
        .filter { !$0.isEmpty }.joined(separator: " · ")
    }
    let title = turn.wording.count(page.total, relation.kind)
    return .text(([title] + items.map { "  " + $0 }).joined(separator: "\n"))
  }
}
