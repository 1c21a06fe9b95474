import Model

extension CRMSchema {
  /// That a deal entered a stage on a day: its history, written by the rules and by imports.
  static let stageChange = KindSchema(
    "stage_change", file: "stage_changes", code: "SC", name: "note",
    fields: [
      Field("deal", .reference("deal"), required: true),
      Field("stage", .reference("stage"), required: true),
      Field("entered_on", .day, required: true),
      Field("left_on", .day, readOnly: true),
      Field("note", .text),
      Field("days", .integer, formula: .days(from: .of("entered_on"), to: .of("left_on"))),
    ],
    filters: [NamedFilter("current", .empty("left_on"))],
    events: [
      Event("entered", on: ["entered_on"]),
      Event("left", on: ["left_on"], implies: .filled("left_on")),
    ],
    naturalKey: ["deal", "stage", "entered_on"],
    owner: ["deal", "owner"],
    date: "entered_on",
    columns: ["deal", "stage", "entered_on", "left_on"],
    sort: [.by("deal"), .by("entered_on"), .by("stage", "position")],
    isPart: true)
}
