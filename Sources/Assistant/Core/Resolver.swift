import CRM
import Conversation
import Language
import Model
import Values

/// Finds the records that a description means, or says why it cannot.
struct Resolver {
  let turn: Turn
  let reader: any StoreReader

  func records(_ term: Term, slot: SlotDefinition, single: Bool, limit: Int) throws -> [RecordID] {
    switch term {
    case .unknown(let name): throw Interruption.notFound(name: name, kinds: kinds(slot))
    case .set(let set): return try records(set, slot: slot, single: single, limit: limit)
    default: throw Interruption.ask(slot: slot.name)
    }
  }

  private func kinds(_ slot: SlotDefinition) -> [KindID] {
    switch slot.kind {
    case .record(let kind?), .records(let kind?): [kind]
    default: []
    }
  }

  private func records(_ set: SetReading, slot: SlotDefinition, single: Bool, limit: Int) throws -> [RecordID] {
    if let pronoun = set.pronoun {
      guard set.isDemonstrative else { return try pointed(pronoun, set, slot: slot) }
      if let found = try shown(pronoun, set, slot: slot) { return found }
    }
    var query = try StuckDeals(turn: turn, reader: reader).expand(set.query)
    // Of several where one is meant, those that are still alive.
    let prefers = slot.prefers ?? (single ? reader.schema[query.kind]?.assumed : nil)
    var page = try find(query, prefers: prefers, limit: limit)
    if single, page.total > 1, set.isName, let exact = exactlyNamed(set) {
      query.predicate = .oneOf(.path(["id"]), [.record(exact.id)])
      page = try find(query, prefers: nil, limit: limit)
    }
    if page.total == 0 {
      if let name = set.names.first, set.isName {
        throw Interruption.notFound(name: text(name), kinds: [set.query.kind])
      }
      throw Interruption.nothingFits(slot: slot.name)
    }
    if single, page.total > 1 {
      throw Interruption.choose(
        slot: slot.name, name: set.names.first.map(text) ?? "", among: try named(page.records), total: page.total)
    }
    guard page.total <= limit else {
      throw Interruption.refused(turn.say("too.many", ["count": String(page.total), "limit": String(limit)]))
    }
    return page.records.map(\.id)
  }

  private func text(_ name: ResolvedName) -> String {
    Sentence(turn.text).tokens.count >= name.tokens.upperBound ? Sentence(turn.text).written(name.tokens) : ""
  }

  private func exactlyNamed(_ set: SetReading) -> NamedRecord? {
    guard let name = set.names.first, name.isExact, name.kind == set.query.kind, name.few.count == 1 else { return nil }
    return name.few.first
  }

  /// Those that the slot prefers, if there are any: of the deals of Acme, the open ones are moved.
  private func find(_ query: Query, prefers: String?, limit: Int) throws -> Page {
    if let prefers, let filter = reader.schema[query.kind]?.filter(prefers) {
      var narrowed = query
      narrowed.predicate = query.predicate.and(filter.predicate)
      let page = try reader.page(narrowed, offset: 0, size: limit, fields: [])
      if page.total > 0 { return page }
    }
    return try reader.page(query, offset: 0, size: limit, fields: [])
  }

  /// What tells records of a kind apart, for a question.
  func named(_ records: [Record]) throws -> [NamedRecord] {
    try records.prefix(9).map { record in
      let full = try reader.record(record.id) ?? record
      let columns = reader.schema[record.id.kind]?.columns ?? []
      let hint = columns.prefix(3).compactMap { field -> String? in
        turn.values.filled(field, of: full)
      }
      return NamedRecord(record.id, name: record.name, hint: hint.joined(separator: ", "))
    }
  }

  /// "that follow-up with Jane": of what was talked about, those that fit; nil where none does.
  private func shown(_ pronoun: SetReading.Pronoun, _ set: SetReading, slot: SlotDefinition) throws -> [RecordID]? {
    guard let candidates = try? pointed(pronoun, set, slot: slot), !candidates.isEmpty else { return nil }
    var query = set.query
    query.predicate = query.predicate.and(.oneOf(.path(["id"]), candidates.map { .record($0) }))
    let found = try reader.page(query, offset: 0, size: candidates.count, fields: []).records.map(\.id)
    return found.isEmpty ? nil : found
  }

  private func pointed(_ pronoun: SetReading.Pronoun, _ set: SetReading, slot: SlotDefinition) throws -> [RecordID] {
    let kind = kinds(slot).first
    switch pronoun {
    case .it:
      guard let found = turn.session.focus.first(where: { kind == nil || $0.kind == kind }) else {
        throw Interruption.nothingMeant(slot: slot.name)
      }
      return [found]
    case .them:
      // An agenda is a list of several kinds, and of no query.
      if let list = turn.session.list, kind == nil || list.query.kind == kind, list.query.predicate != .any([]) {
        guard list.total > list.shown.count else { return list.shown }
        return try reader.page(list.query, offset: 0, size: 500, fields: []).records.map(\.id)
      }
      let found = turn.session.focus.filter { kind == nil || $0.kind == kind }
      guard let first = found.first else { throw Interruption.nothingMeant(slot: slot.name) }
      return [first]
    case .ordinals(let first, let last):
      guard let list = turn.session.list, !list.shown.isEmpty else { throw Interruption.nothingMeant(slot: slot.name) }
      func place(_ number: Int) -> Int { number < 0 ? list.shown.count + number : number - 1 - list.offset }
      let (start, end) = (place(first), place(last))
      guard list.shown.indices.contains(start), list.shown.indices.contains(end), start <= end,
        list.shown[start...end].allSatisfy({ kind == nil || $0.kind == kind })
      else { throw Interruption.nothingMeant(slot: slot.name) }
      return Array(list.shown[start...end])
    }
  }
}
