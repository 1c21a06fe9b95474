import Model

extension CRMSchema {
  /// An answer in the knowledge base.
  static let article = KindSchema(
    "article", file: "articles", code: "KB", name: "title",
    fields: [
      Field("title", .text, required: true),
      Field("category", .category),
      Field("body", .longText),
      Field("external_id", .text),
    ],
    naturalKey: ["title"],
    columns: ["category"],
    sort: [.by("title")])
}
