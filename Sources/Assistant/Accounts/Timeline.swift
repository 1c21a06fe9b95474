import CRM
import Conversation
import Model
import Values

/// Everything that happened on a record, whichever department did it: interactions, changes, and what was dated on the
/// records that belong to it (orders placed, payments received, tickets opened, stages entered).
struct Timeline {
  struct Line: Hashable {
    let at: Int64
    let text: String
  }

  let turn: Turn
  let reader: any StoreReader
  /// The message that words a change.
  var wording = "history.change"
  /// As many of each sort as are looked at.
  private static let most = 40

  /// Newest first.
  func lines(of record: Record) throws -> [Line] {
    var lines = try changes(of: record) + interactions(with: record)
    if record.id.kind == "account" { lines += try happenings(on: record) + stages(of: record) }
    return lines.sorted { ($0.at, $1.text) > ($1.at, $0.text) }
  }

  func changes(of record: Record) throws -> [Line] {
    try reader.history(of: record.id, limit: Self.most).map { entry in
      let own = Array(entry.changes.filter { $0.record == record.id }.prefix(4))
      let labels = try ChangeText.labels(own, reader)
      let what = own.map { ChangeText(turn: turn, schema: reader.schema, labels: labels).line($0) }
      return Line(
        at: entry.at.epoch,
        text: turn.say(
          wording,
          [
            "when": turn.values.moment(entry.at.local), "who": entry.actor, "what": what.joined(separator: "; "),
            "sentence": entry.sentence,
          ]))
    }
  }

  private func interactions(with record: Record) throws -> [Line] {
    let field = FieldID(record.id.kind.rawValue)
    guard reader.schema["activity"]?.field(field) != nil else { return [] }
    let query = Query(
      "activity", where: .all([.oneOf(.path([field]), [.record(record.id)]), .not(.isEmpty(.path(["done_at"])))]),
      sort: [Sort(["done_at"], descending: true)])
    let page = try reader.page(query, offset: 0, size: Self.most, fields: ["type", "done_at", "owner", "notes"])
    return page.records.compactMap { row in
      guard case .moment(let at)? = row["done_at"] else { return nil }
      let notes = row["notes"].map { ": " + turn.values.text($0) } ?? ""
      return Line(
        at: at.epoch,
        text: turn.say(
          "history.interaction",
          [
            "when": turn.values.moment(at.local), "type": turn.values.text("type", of: row),
            "subject": row.name + notes,
            "who": turn.values.text("owner", of: row),
          ]))
    }
  }

  /// The dated events of the records that point to it, up to now.
  private func happenings(on record: Record) throws -> [Line] {
    var lines: [Line] = []
    for relation in reader.schema[record.id.kind]?.relations ?? [] {
      guard relation.back.count == 1, relation.kind != "activity", relation.kind != record.id.kind,
        let kind = reader.schema[relation.kind], !kind.isPart
      else { continue }
      var seen: Set<FieldID> = []
      for event in kind.events where event.through == nil && event.date.count == 1 && event.tense == .past {
        guard let date = event.date.first, seen.insert(date).inserted else { continue }
        lines += try dated(date, kind, relation.back[0], record.id)
      }
      if let date = kind.date, kind.field(date)?.formula == nil, seen.isEmpty {
        lines += try dated(date, kind, relation.back[0], record.id)
      }
    }
    return lines
  }

  private func dated(_ date: FieldID, _ kind: KindSchema, _ back: FieldID, _ record: RecordID) throws -> [Line] {
    let person = kind.owner.flatMap { $0.count == 1 ? $0.first : nil }
    let extra = [kind.amount, person].compactMap(\.self)
    let query = Query(
      kind.id, where: .all([.oneOf(.path([back]), [.record(record)]), .not(.isEmpty(.path([date])))]),
      sort: [Sort([date], descending: true)])
    let page = try reader.page(query, offset: 0, size: Self.most, fields: [date] + extra)
    let now = turn.context.now.epoch
    return page.records.compactMap { row in
      guard let value = row[date], let at = instant(value), at <= now else { return nil }
      let more = extra.compactMap { turn.values.filled($0, of: row) }
      let what = turn.say(
        "history.dated",
        [
          "noun": turn.wording.noun(kind.id), "record": row.name, "label": turn.wording.label(date, of: kind.id),
        ])
      return Line(at: at, text: ([turn.values.text(value), what] + more).joined(separator: " · "))
    }
  }

  private func stages(of account: Record) throws -> [Line] {
    let query = Query(
      "stage_change", where: .via("deal", .oneOf(.path(["account"]), [.record(account.id)])),
      sort: [Sort(["entered_on"], descending: true)])
    let page = try reader.page(query, offset: 0, size: Self.most, fields: ["deal", "stage", "entered_on"])
    return page.records.compactMap { row in
      guard let value = row["entered_on"], let at = instant(value) else { return nil }
      return Line(
        at: at,
        text: [
          turn.values.text(value), turn.values.text("deal", of: row),
          "→ " + turn.values.text("stage", of: row),
        ].joined(separator: " · "))
    }
  }

  /// A day counts from its beginning in the speaker's zone.
  private func instant(_ value: Value) -> Int64? {
    switch value {
    case .moment(let moment): moment.epoch
    case .day(let day): turn.context.speaker.zone.moment(local: LocalTime(day)).epoch
    default: nil
    }
  }
}
