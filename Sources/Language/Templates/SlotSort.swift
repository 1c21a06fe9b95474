import Model
import Recognizers

/// What a slot takes, worked out once from its kind.
enum SlotSort: Sendable, Equatable {
  case records(KindID?, isSingle: Bool)
  case text
  /// Words that some field is to hold; of `any` sort, or only the name of a language.
  case anything(isLanguage: Bool)
  case field
  case kind
  /// The name of a file, or the way to one.
  case file
  /// A value of this field of a kind.
  case stored(KindID, FieldID)
  /// A recognised value, the sorts that fit best first.
  case values([ValueKind])

  init(_ kind: SlotDefinition.Kind) {
    switch kind {
    case .record(let kind): self = .records(kind, isSingle: true)
    case .records(let kind): self = .records(kind, isSingle: false)
    case .text, .sentence: self = .text
    case .value("any"): self = .anything(isLanguage: false)
    case .value("language"): self = .anything(isLanguage: true)
    case .value("field"): self = .field
    case .value("kind"): self = .kind
    case .value("file"): self = .file
    case .value(let type):
      let parts = type.split(separator: ".", maxSplits: 1).map(String.init)
      self =
        parts.count == 2
        ? .stored(KindID(parts[0]), FieldID(parts[1])) : .values(SlotSort.accepted[type] ?? [])
    }
  }

  /// What sort of value each type of slot takes, best first.
  private static let accepted: [String: [ValueKind]] = [
    "date": [.date, .range, .datetime], "time": [.time], "datetime": [.datetime, .date, .time, .range],
    "range": [.range, .date, .datetime], "duration": [.duration], "recurrence": [.recurrence],
    "number": [.number, .money], "percent": [.percent], "ordinal": [.ordinal], "money": [.money, .number],
    "phone": [.phone], "email": [.email], "url": [.url], "boolean": [.boolean],
  ]
}

extension ValueKind {
  /// Its place among all cases: what an enum without associated values is stored as.
  @inline(__always) var place: Int { withUnsafeBytes(of: self) { Int($0[0]) } }
}
