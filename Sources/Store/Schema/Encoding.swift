import CRM
import GRDB
import Model
import Values

/// Values of fields as columns, checked and brought into one form.
struct Encoding {
  let kind: KindLayout
  let context: Context

  /// A value as it is kept: empty text is none, a choice has its stored spelling, a bare number in a money field is an
  /// amount of `currency`. Throws `RuleRefusal.invalid` for what does not fit.
  func normal(_ value: Value, _ field: Field, currency: Currency) throws -> Value? {
    if let simple = simple(value, field) { return simple.value }
    switch (field.kind, value) {
    case (.text, .text(let text)), (.longText, .text(let text)), (.category, .text(let text)),
      (.email, .text(let text)), (.phone, .text(let text)), (.url, .text(let text)):
      return text.isEmpty ? nil : .text(text)
    case (.currency, .text(let code)):
      if code.isEmpty { return nil }
      guard let currency = Currency(code) else { throw invalid(field, value, "no currency") }
      return .text(currency.code)
    case (.choice(let words), .text(let text)):
      if text.isEmpty { return nil }
      let key = NameKey.fold(text)
      guard let word = words.first(where: { NameKey.fold($0) == key }) else {
        throw invalid(field, value, "not one of \(words.joined(separator: ", "))")
      }
      return .text(word)
    case (.money, .amounts(let amounts)) where amounts.count == 1: return .money(amounts[0])
    case (.money, .integer(let number)):
      return .money(Money(minor: Rounding.scaled(Double(number), digits: currency.digits), currency))
    case (.money, .decimal(let number)):
      return .money(Money(minor: Rounding.scaled(number, digits: currency.digits), currency))
    case (.reference(let target), .record(let id)) where id.kind == target: return value
    case (.anyReference(let targets), .record(let id)) where targets.contains(id.kind): return value
    case (.tags, .list(let labels)): return labels.isEmpty ? nil : value
    case (.tags, .text(let label)): return label.isEmpty ? nil : .list([label])
    default: throw invalid(field, value, "not a value of this field")
    }
  }

  /// Numbers, truths and times. nil where it is none of them.
  private func simple(_ value: Value, _ field: Field) -> (value: Value, Void)? {
    switch (field.kind, value) {
    case (.integer, .integer), (.decimal, .decimal), (.percent, .decimal), (.boolean, .boolean), (.day, .day),
      (.moment, .moment), (.money, .money):
      return (value, ())
    case (.integer, .decimal(let number)): return Int64(exactly: number).map { (.integer($0), ()) }
    case (.decimal, .integer(let number)), (.percent, .integer(let number)): return (.decimal(Double(number)), ())
    case (.day, .moment(let moment)): return (.day(moment.local.day), ())
    case (.moment, .day(let day)): return (.moment(context.speaker.zone.moment(local: LocalTime(day))), ())
    default: return nil
    }
  }

  private func invalid(_ field: Field, _ value: Value, _ reason: String) -> RuleRefusal {
    .invalid(kind.id, field.id, value, reason: reason)
  }

  /// The columns of a normal value, shadow last.
  static func columns(_ value: Value?, _ field: FieldLayout) -> [DatabaseValue] {
    var result = own(value, field)
    if field.shadow != nil { result.append(shadow(value)?.databaseValue ?? .null) }
    return result
  }

  private static func own(_ value: Value?, _ field: FieldLayout) -> [DatabaseValue] {
    switch value {
    case nil: Array(repeating: .null, count: field.columns.count)
    case .text(let text): [text.databaseValue]
    case .integer(let number): [number.databaseValue]
    case .decimal(let number): [number.databaseValue]
    case .boolean(let flag): [(flag ? 1 : 0).databaseValue]
    case .money(let money): [money.minor.databaseValue]
    case .amounts(let amounts): [amounts.first?.minor.databaseValue ?? .null]
    case .day(let day): [day.description.databaseValue]
    case .moment(let moment): [moment.local.sortable.databaseValue, moment.epoch.databaseValue]
    case .record(let id):
      field.columns.count == 2
        ? [id.key.databaseValue, id.kind.rawValue.databaseValue] : [id.key.databaseValue]
    case .list(let labels): [JSON.array(labels.map { .string($0) }).text.databaseValue]
    }
  }

  /// Folded text; of tags, each label between separators.
  static func shadow(_ value: Value?) -> String? {
    switch value {
    case .text(let text): NameKey.fold(text)
    case .list(let labels): separator + labels.map { NameKey.fold($0) + separator }.joined()
    default: nil
    }
  }

  static let separator = "\u{1F}"
}
