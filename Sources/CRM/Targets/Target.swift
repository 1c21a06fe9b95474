import Model

extension CRMSchema {
  /// What a user is to win in a period such as `2026-Q4`, `2026-12` or `2026`; `starts` and `ends` follow from it.
  static let target = KindSchema(
    "target", file: "targets", code: "TG", name: "period",
    fields: [
      Field("user", .reference("user"), required: true),
      Field("period", .text, required: true),
      Field("amount", .money(currency: "currency")),
      Field("currency", .currency),
      Field("measure", .text),
      Field("count", .integer),
      Field("starts", .day, readOnly: true),
      Field("ends", .day, readOnly: true),
    ],
    filters: [
      NamedFilter("current", .all([.compare(.of("starts"), .atMost, .today), .onOrAfter("ends", .today)]))
    ],
    events: [
      Event("starting", on: ["starts"], tense: .future),
      Event("ending", on: ["ends"], tense: .future),
    ],
    naturalKey: ["user", "period", "measure"],
    owner: ["user"],
    date: "starts",
    amount: "amount",
    columns: ["user", "amount"],
    sort: [.by("starts"), .by("user")])
}
