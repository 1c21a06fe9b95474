import CRM
import Conversation
import Model
import Values

/// What several replies say of an account.
struct AccountFacts {
  let turn: Turn
  let reader: any StoreReader

  init(_ turn: Turn, _ reader: any StoreReader) {
    self.turn = turn
    self.reader = reader
  }

  /// The latest interaction, as the words of a reply: when, type, who, subject.
  func lastContact(_ account: RecordID) throws -> [String: String]? {
    let query = Query(
      "activity",
      where: .all([.oneOf(.path(["account"]), [.record(account)]), .not(.isEmpty(.path(["done_at"])))]),
      sort: [Sort(["done_at"], descending: true)])
    let page = try reader.page(query, offset: 0, size: 1, fields: ["type", "done_at", "owner", "notes"])
    return page.records.first.map { words($0, at: "done_at") }
  }

  /// The earliest open follow-up or meeting.
  func nextStep(_ account: RecordID) throws -> [String: String]? {
    let query = Query(
      "activity",
      where: .all([
        .oneOf(.path(["account"]), [.record(account)]), .isEmpty(.path(["done_at"])),
        .oneOf(.path(["type"]), [.text("follow-up"), .text("meeting")]),
      ]), sort: [Sort(["due"])])
    let page = try reader.page(query, offset: 0, size: 1, fields: ["type", "due", "owner"])
    return page.records.first.map { words($0, at: "due") }
  }

  private func words(_ activity: Record, at field: FieldID) -> [String: String] {
    [
      "when": turn.values.text(field, of: activity), "type": turn.values.text("type", of: activity),
      "who": turn.values.text("owner", of: activity), "subject": activity.name,
    ]
  }

  func openDeals(_ account: RecordID) throws -> [(record: Record, line: String)] {
    let open = reader.schema["deal"]?.filter("open")?.predicate ?? .always
    let query = Query(
      "deal", where: open.and(.oneOf(.path(["account"]), [.record(account)])), sort: [Sort(["close_date"])])
    let page = try reader.page(query, offset: 0, size: 10, fields: ["stage", "amount", "close_date", "owner"])
    return page.records.map { deal in
      (
        deal,
        ([deal.name] + ["stage", "amount", "close_date"].map { turn.values.text($0, of: deal) })
          .filter { !$0.isEmpty }.joined(separator: " · ")
      )
    }
  }
}
