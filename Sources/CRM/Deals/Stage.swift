import Model

extension CRMSchema {
  /// A stage of the pipeline. Won and lost are stages of those kinds; all others are open.
  static let stage = KindSchema(
    "stage", file: "stages", code: "SG", name: "name",
    fields: [
      Field("position", .integer, required: true),
      Field("name", .text, required: true),
      Field("name_zh", .text),
      Field("probability", .percent),
      Field("kind", .choice(["open", "won", "lost"]), required: true),
      Field("former_name", .text),
    ],
    relations: [
      Relation("deals", of: "deal", back: ["stage"]),
      Relation("stage_changes", of: "stage_change", back: ["stage"]),
    ],
    filters: [
      NamedFilter("open", .has("kind", "open")),
      NamedFilter("closed", .has("kind", "won", "lost")),
    ],
    naturalKey: ["name"],
    columns: ["position", "name_zh", "probability", "kind"],
    sort: [.by("position")],
    nameFields: ["name_zh", "former_name"])
}
