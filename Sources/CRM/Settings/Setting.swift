import Model

extension CRMSchema {
  /// One of the company's settings, such as `base_currency` or `pool_holding_limit`.
  static let setting = KindSchema(
    "setting", file: "settings", code: "SE", codeField: "key", name: "key",
    fields: [
      Field("key", .text, required: true),
      Field("value", .text),
    ],
    naturalKey: ["key"],
    columns: ["value"],
    sort: [.by("key")])
}
