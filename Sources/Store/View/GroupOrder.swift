import GRDB
import Model
import Values

/// A group and what its measures come to.
struct MeasuredGroup {
  let line: Line
  let measures: [MeasureValue]
}

/// The order of groups: as the query says, then by their keys (references by name), empty ones last.
struct GroupOrder {
  private let query: Query
  private let labels: [RecordID: String]

  init(_ query: Query, _ labels: [RecordID: String]) {
    self.query = query
    self.labels = labels
  }

  private enum Key {
    case number(Double)
    case text(String)
  }

  func sorted(_ rows: [MeasuredGroup]) -> [MeasuredGroup] {
    rows.map { ($0, keys($0)) }.sorted { precedes($0.1, $1.1) }.map(\.0)
  }

  private var directions: [Bool] { query.sort.map(\.isDescending) + query.groups.map { _ in false } }

  private func keys(_ row: MeasuredGroup) -> [Key?] {
    var extra = 0
    var keys: [Key?] = query.sort.map { sort in
      switch sort.key {
      case .measure(let number):
        return row.measures.indices.contains(number) ? row.measures[number].order.map { .number($0) } : nil
      case .expression(let expression):
        if let place = query.groups.firstIndex(of: expression) { return key(row.line.groups[place]) }
        defer { extra += 1 }
        return row.line.extras.indices.contains(extra) ? key(row.line.extras[extra]) : nil
      }
    }
    keys += row.line.groups.map(key)
    return keys
  }

  private func key(_ stored: DatabaseValue) -> Key? {
    switch stored.storage {
    case .int64(let number): .number(Double(number))
    case .double(let number): .number(number)
    case .string(let text): .text(text)
    case .null, .blob: nil
    }
  }

  private func key(_ value: Value?) -> Key? {
    switch value {
    case nil: nil
    case .text(let text): .text(NameKey.fold(text))
    case .integer(let number): .number(Double(number))
    case .decimal(let number): .number(number)
    case .boolean(let flag): .number(flag ? 1 : 0)
    case .money(let money): .number(Double(money.minor) / Double(money.currency.scale))
    case .amounts(let amounts): amounts.first.map { .number(Double($0.minor)) }
    case .day(let day): .number(Double(day.number))
    case .moment(let moment): .number(Double(moment.epoch))
    case .record(let id): .text(labels[id].map { NameKey.fold($0) } ?? id.description)
    case .list(let labels): .text(labels.joined(separator: " "))
    }
  }

  private func precedes(_ left: [Key?], _ right: [Key?]) -> Bool {
    for ((a, b), isDescending) in zip(zip(left, right), directions) {
      switch (a, b) {
      case (nil, nil): continue
      case (nil, _): return false
      case (_, nil): return true
      case (.number(let x), .number(let y)):
        if x != y { return (x < y) != isDescending }
      case (.text(let x), .text(let y)):
        if x != y { return Self.less(x, y) != isDescending }
      case (.number, .text): return true
      case (.text, .number): return false
      }
    }
    return false
  }

  /// By scalars: the same on every machine.
  private static func less(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
  }
}
