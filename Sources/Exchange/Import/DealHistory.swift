import CRM
import Model
import Values

/// The stage history of imported deals: from its own rows, else from what the deals' rows say.
struct DealHistory {
  private let run: ImportRun

  init(_ run: ImportRun) { self.run = run }

  /// Each stage is left when the next one of the same deal is entered. Rows of one day keep their order.
  static func close(_ rows: inout [ReadRow]) {
    var byDeal: [Value: [(index: Int, day: Day)]] = [:]
    for (index, row) in rows.enumerated() {
      guard let deal = row.values["deal"], case .day(let day)? = row.values["entered_on"] else { continue }
      byDeal[deal, default: []].append((index, day))
    }
    for changes in byDeal.values {
      let sorted = changes.sorted { $0.day == $1.day ? $0.index < $1.index : $0.day < $1.day }
      for (change, next) in zip(sorted, sorted.dropFirst()) { rows[change.index].values["left_on"] = .day(next.day) }
    }
  }

  /// Writes a history for new deals that none came with: the open stage it was worked in, from when work began, and the
  /// stage it was closed in, from when it was closed.
  func write() throws {
    let deals = run.newDeals
    guard run.lacksHistory, !deals.isEmpty, let kind = run.schema["stage_change"] else { return }
    let first = try workingStage()
    for deal in deals {
      guard case .record(let stage)? = deal.values["stage"] else { continue }
      let isOpen = run.index.stageKinds[stage] ?? "open" == "open"
      var changes: [[FieldID: Value]] = []
      if let began = deal.values["created"] {
        let closed = isOpen ? nil : deal.values["closed_on"]
        let working: RecordID? = isOpen ? stage : first
        if let working { changes.append(change(deal.id, working, began, left: closed)) }
      }
      if !isOpen, let closed = deal.values["closed_on"] { changes.append(change(deal.id, stage, closed, left: nil)) }
      for values in changes { _ = try run.create(kind, values) }
      if !changes.isEmpty { run.report.note(.historyWritten) }
    }
  }

  private func change(_ deal: RecordID, _ stage: RecordID, _ day: Value, left: Value?) -> [FieldID: Value] {
    var values: [FieldID: Value] = ["deal": .record(deal), "stage": .record(stage), "entered_on": day]
    values["left_on"] = left
    return values
  }

  /// Where deals are worked: a stage called so ("Engaging"), else the first open one.
  private func workingStage() throws -> RecordID? {
    let open = Query(
      "stage", where: .compare(.path(["kind"]), .equal, .constant(.text("open"))), sort: [Sort(["position"])])
    let stages = try run.writer.unrestricted.page(open, offset: 0, size: 100, fields: []).records
    return (stages.first { Synonyms.plain($0.name).hasPrefix("engag") } ?? stages.first)?.id
  }
}
