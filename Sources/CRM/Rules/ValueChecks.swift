import Model
import Values

/// What must hold of a field's value whatever the kind: amounts, percentages, addresses, numbers that are unique.
public enum ValueChecks {
  static func check(_ draft: Draft) throws {
    guard let schema = draft.lookup.schema[draft.kind] else { return }
    for field in schema.fields where field.formula == nil && draft.changes(field.id) {
      guard let value = draft.values[field.id] else { continue }
      if let reason = fault(value, of: field, in: draft.kind) {
        throw RuleRefusal.invalid(draft.kind, field.id, value, reason: reason)
      }
    }
    for field in unique[draft.kind] ?? [] where draft.changes(field) {
      try checkUnique(draft, field)
    }
  }

  /// Why a value may not stand in a field, as a word: `negative`, `percent`, `email`; nil where it may. What an import
  /// checks of each cell.
  public static func fault(_ value: Value, of field: Field, in kind: KindID) -> String? {
    switch (field.kind, value) {
    case (.money, .money(let money)): money.minor < 0 && kind != "payment" ? "negative" : nil
    case (.percent, .decimal(let number)): (0...100).contains(number) ? nil : "percent"
    case (.integer, .integer(let number)): fault(number, of: field.id)
    case (.decimal, .decimal(let number)): number < 0 ? "negative" : nil
    case (.email, .text(let text)): Address.isEmail(text) ? nil : "email"
    case (.phone, .text(let text)): Address.isPhone(text) ? nil : "phone"
    case (.url, .text(let text)): Address.isWebsite(text) ? nil : "url"
    case (.currency, .text(let text)): Currency(text) == nil ? "currency" : nil
    default: nil
    }
  }

  private static func fault(_ number: Int64, of field: FieldID) -> String? {
    switch field {
    case "satisfaction": (1...5).contains(number) ? nil : "satisfaction"
    case "year_established": (1000...2999).contains(number) ? nil : "year"
    case "quantity": number > 0 ? nil : "quantity"
    default: number < 0 ? "negative" : nil
    }
  }

  private static let unique: [KindID: [FieldID]] = [
    "user": ["login"], "setting": ["key"], "stage": ["name"], "product": ["sku"], "quote": ["number"],
    "order": ["number"], "payment": ["number"], "contract": ["number"], "ticket": ["number"], "partner": ["name"],
    "campaign": ["name"],
  ]

  private static func checkUnique(_ draft: Draft, _ field: FieldID) throws {
    guard let text = draft.text(field) else { return }
    var condition = Predicate.oneOf(.path([field]), [.text(text)])
    if let own = draft.before?.id {
      condition = condition.and(.compare(.of("id"), .notEqual, .constant(.record(own))))
    }
    if try draft.lookup.first(draft.kind, where: condition) != nil {
      throw RuleRefusal.notUnique(draft.kind, field, text)
    }
  }
}
