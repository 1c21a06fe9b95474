import CRM
import Conversation
import Model

/// The pipeline's stages in their order.
struct DealStages {
  let all: [Record]
  let reader: any StoreReader
  private let isChinese: Bool

  init(call: Call) throws { try self.init(call.reader, call.wording) }

  init(_ reader: any StoreReader, _ wording: Wording) throws {
    self.reader = reader
    isChinese = wording.language == .chinese
    all = try reader.page(
      Query("stage", sort: [Sort(["position"])]), offset: 0, size: 100,
      fields: ["position", "kind", "probability", "name_zh"]
    ).records
  }

  func kind(_ stage: Record) -> String {
    if case .text(let kind)? = stage["kind"] { return kind }
    return ""
  }

  /// What a stage is called in the language of the reply.
  func name(_ stage: RecordID) -> String {
    guard let found = all.first(where: { $0.id == stage }) else { return "" }
    if isChinese, case .text(let name)? = found["name_zh"] { return name }
    return found.name
  }

  /// The name of the stage that a deal is in.
  func name(of deal: Record) -> String {
    if case .record(let stage)? = deal["stage"] { name(stage) } else { "" }
  }

  func first(kind wanted: String) -> Record? { all.first { kind($0) == wanted } }

  func after(_ deal: Record) -> Record? {
    guard case .record(let stage)? = deal["stage"], let index = all.firstIndex(where: { $0.id == stage }) else {
      return nil
    }
    return all.indices.contains(index + 1) ? all[index + 1] : nil
  }

  /// The last open stage in the deal's history.
  func before(closing deal: Record) throws -> Record? {
    let query = Query(
      "stage_change", where: .oneOf(.path(["deal"]), [.record(deal.id)]), sort: [Sort(["entered_on"], descending: true)]
    )
    for change in try reader.page(query, offset: 0, size: 50, fields: ["stage"]).records {
      if case .record(let id)? = change["stage"], let stage = all.first(where: { $0.id == id }), kind(stage) == "open" {
        return stage
      }
    }
    return nil
  }
}
