import Model
import Values

/// A record as a change would make it, handed from rule to rule, which complete and check it.
final class Draft {
  let kind: KindID
  var values: [FieldID: Value]
  /// The record until now; nil for a new one.
  let before: Record?
  let lookup: Lookup

  init(kind: KindID, values: [FieldID: Value], before: Record?, reader: any StoreReader) {
    self.kind = kind
    self.values = values
    self.before = before
    lookup = Lookup(reader)
  }

  var context: Context { lookup.context }

  func text(_ field: FieldID) -> String? {
    if case .text(let text)? = values[field] { text } else { nil }
  }

  func record(_ field: FieldID) -> RecordID? {
    if case .record(let id)? = values[field] { id } else { nil }
  }

  func day(_ field: FieldID) -> Day? {
    switch values[field] {
    case .day(let day)?: day
    case .moment(let moment)?: moment.local.day
    default: nil
    }
  }

  func moment(_ field: FieldID) -> Moment? {
    if case .moment(let moment)? = values[field] { moment } else { nil }
  }

  func money(_ field: FieldID) -> Money? {
    if case .money(let money)? = values[field] { money } else { nil }
  }

  /// The field has another value than the record had; for a new record, that it has one.
  func changes(_ field: FieldID) -> Bool { values[field] != before?[field] }

  func fill(_ field: FieldID, _ value: @autoclosure () throws -> Value?) rethrows {
    if values[field] == nil { values[field] = try value() }
  }

  /// The record's name, for what is said of it.
  var name: String {
    if let field = lookup.schema[kind]?.nameField, let name = text(field) { return name }
    return before?.name ?? ""
  }
}
