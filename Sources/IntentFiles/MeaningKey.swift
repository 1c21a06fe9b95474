import Foundation
import Language
import Model

/// The keys of a vocabulary file: what the words below them mean.
enum MeaningKey {
  enum Section: String, CaseIterable {
    case kinds, nouns, fields, values, filters, events, measures

    /// How a key is written, for a person who got it wrong.
    var example: String {
      switch self {
      case .kinds: "deal"
      case .nouns: "activity[type=call] or deal[filter=won]"
      case .fields: "deal.amount"
      case .values: "deal.source=web|官网"
      case .filters: "deal.open"
      case .events: "deal.won"
      case .measures: "deal.win_rate"
      }
    }

    /// An English noun gets its plural too.
    var hasPlurals: Bool { self == .kinds || self == .nouns || self == .fields }
  }

  /// All that a key names, separated by a comma and a space; a value stands once, behind the last
  /// (`account.city, contact.city=Paris`). nil where the key is not written as the section's keys are.
  static func meanings(_ key: String, in section: Section) -> [Meaning]? {
    var parts = key.components(separatedBy: ", ")
    if section == .values, let last = parts.last, let sign = last.firstIndex(of: "=") {
      for index in parts.indices.dropLast() { parts[index] += last[sign...] }
    }
    let meanings = parts.compactMap { meaning($0, in: section) }
    return meanings.count == parts.count ? meanings : nil
  }

  private static func meaning(_ key: String, in section: Section) -> Meaning? {
    switch section {
    case .kinds: return isName(key) ? .noun(KindID(key), []) : nil
    case .nouns: return noun(key)
    case .values:
      let sides = key.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let (kind, field) = path(sides[0]) else { return nil }
      return .value(KindID(kind), FieldID(field), sides[1].split(separator: "|").map(String.init))
    case .fields: return path(key).map { .field(KindID($0), FieldID($1)) }
    case .filters: return path(key).map { .filter(KindID($0), $1) }
    case .events: return path(key).map { .event(KindID($0), $1) }
    case .measures: return path(key).map { .measure(KindID($0), $1) }
    }
  }

  private static func path(_ key: String) -> (String, String)? {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(isName) else { return nil }
    return (parts[0], parts[1])
  }

  private static func noun(_ key: String) -> Meaning? {
    guard key.hasSuffix("]"), let open = key.firstIndex(of: "[") else { return nil }
    let kind = String(key[..<open])
    var conditions: [Meaning.Condition] = []
    for part in key[key.index(after: open)...].dropLast().split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, isName(sides[0]) else { return nil }
      conditions.append(sides[0] == "filter" ? .filter(sides[1]) : .value(FieldID(sides[0]), sides[1]))
    }
    return isName(kind) && !conditions.isEmpty ? .noun(KindID(kind), conditions) : nil
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }
}

extension Meaning {
  /// What in it the schema does not know; nil where all is known.
  func unknown(in schema: Schema) -> String? {
    switch self {
    case .noun(let kind, let conditions):
      guard let known = schema[kind] else { return "there is no kind “\(kind)”" }
      return conditions.lazy.compactMap { $0.unknown(in: known) }.first
    case .field(let kind, let field):
      guard let known = schema[kind] else { return "there is no kind “\(kind)”" }
      return known.field(field) == nil && known.relation(field) == nil ? "a \(kind) has no field “\(field)”" : nil
    case .value(let kind, let field, let values):
      guard let known = schema[kind] else { return "there is no kind “\(kind)”" }
      return values.lazy.compactMap { Condition.value(field, $0).unknown(in: known) }.first
    case .filter(let kind, let name):
      guard let known = schema[kind] else { return "there is no kind “\(kind)”" }
      return Condition.filter(name).unknown(in: known)
    case .event(let kind, let name):
      guard let known = schema[kind] else { return "there is no kind “\(kind)”" }
      return known.event(name) == nil ? "a \(kind) has no event “\(name)”" : nil
    case .measure(let kind, let name):
      guard let known = schema[kind] else { return "there is no kind “\(kind)”" }
      return known.measure(name) == nil ? "a \(kind) has no measure “\(name)”" : nil
    }
  }
}

extension Meaning.Condition {
  func unknown(in kind: KindSchema) -> String? {
    switch self {
    case .filter(let name): return kind.filter(name) == nil ? "a \(kind.id) has no filter “\(name)”" : nil
    case .value(let id, let value):
      guard let field = kind.field(id) else { return "a \(kind.id) has no field “\(id)”" }
      if case .choice(let choices) = field.kind, !choices.contains(value) {
        return "“\(value)” is none of \(choices.joined(separator: ", "))"
      }
      return nil
    }
  }
}
