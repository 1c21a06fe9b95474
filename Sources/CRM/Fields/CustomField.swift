import Model

extension CRMSchema {
  /// A field that the company has added to a kind of record. Its values stand in a column of that kind's own table.
  static let customField = KindSchema(
    "custom_field", file: "custom_fields", code: "CF", name: "label",
    fields: [
      Field("label", .text, required: true),
      Field("of", .text, required: true),
      Field("key", .text, required: true),
      Field("type", .choice(CustomField.types), required: true),
      Field("created", .day),
    ],
    naturalKey: ["of", "key"],
    columns: ["of", "type", "created"],
    sort: [.by("of"), .by("label")],
    isPart: true)
}

/// Custom fields as records tell them.
public enum CustomField {
  public static let types = [
    "text", "number", "money", "date", "choice", "yes_no", "percent", "phone", "email", "url",
  ]

  /// nil for what is no custom field, or of a kind that is not known.
  public static func added(of: String, key: String, label: String, type: String, in schema: Schema) -> AddedField? {
    guard let kind = schema[KindID(of)], let type = fieldKind(type, kind) else { return nil }
    return AddedField(kind: kind.id, id: FieldID(key), label: label, type: type)
  }

  /// A choice's values are those that occur, like an industry's. Money needs a kind with a currency.
  private static func fieldKind(_ type: String, _ kind: KindSchema) -> Field.Kind? {
    switch type {
    case "text": .text
    case "number": .decimal
    case "money": kind.field("currency")?.kind == .currency ? .money(currency: "currency") : .decimal
    case "date": .day
    case "choice": .category
    case "yes_no": .boolean
    case "percent": .percent
    case "phone": .phone
    case "email": .email
    case "url": .url
    default: nil
    }
  }

  /// The column of a label: its letters, digits and ideographs. nil where it has none of them, or the name is taken.
  public static func key(_ label: String, of kind: KindSchema) -> FieldID? {
    let key = NameKey.tokens(label).reduce(into: "") { key, token in
      if !key.isEmpty, !token.isIdeograph { key += "_" }
      key += token.text
    }
    guard !key.isEmpty, key.utf8.count <= 60, !["id", "exchange_id", "created_seq"].contains(key) else { return nil }
    let name = key.first?.isNumber == true ? "f_\(key)" : key
    // Moments and amounts have columns of their own beside their field's.
    let taken = Set(kind.fields.flatMap { field in ["", "_key", "_utc", "_kind"].map { field.id.rawValue + $0 } })
    return taken.contains(name) || taken.contains(name + "_key") ? nil : FieldID(name)
  }
}
