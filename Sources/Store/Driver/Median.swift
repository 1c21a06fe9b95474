import GRDB

/// `median(x)`: of the values that there are; the mean of the two in the middle.
struct Median: DatabaseAggregate {
  private var values: [Double] = []

  mutating func step(_ arguments: [DatabaseValue]) {
    if let value = Double.fromDatabaseValue(arguments[0]) { values.append(value) }
  }

  func finalize() -> (any DatabaseValueConvertible)? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
