import Model

extension CRMSchema {
  /// What a user taught: a phrase of their own that stands for a whole sentence.
  static let shortcut = KindSchema(
    "shortcut", file: "shortcuts", code: "PH", name: "phrase",
    fields: [
      Field("phrase", .text, required: true),
      Field("sentence", .longText, required: true),
      Field("user", .reference("user"), required: true),
    ],
    naturalKey: ["user", "phrase"],
    owner: ["user"],
    columns: ["sentence"],
    sort: [.by("phrase")])
}
