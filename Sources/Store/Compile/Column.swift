import Model
import Values

/// How a value is read from the columns of a term.
struct Column: Sendable {
  private enum Sort { case text, integer, decimal, boolean, money, amounts, day, moment, record, anyRecord, list }

  private let sort: Sort
  /// Of a record.
  private let kind: KindID?
  /// How many columns it takes.
  let width: Int

  init(_ term: Term) {
    kind = term.kind
    width = term.columns.count
    sort =
      switch term.sort {
      case .text, .longText, .currency, .choice: .text
      case .integer: .integer
      case .decimal: .decimal
      case .boolean: .boolean
      case .money: .money
      case .amounts: .amounts
      case .day: .day
      case .moment: .moment
      case .record: term.kind == nil ? .anyRecord : .record
      case .list: .list
      }
  }

  func read(_ row: Row, _ index: Int, base: Currency) -> Value? {
    if row.hasNull(atIndex: index) { return nil }
    switch sort {
    case .text: return .text(row[index])
    case .integer: return .integer(row[index])
    case .decimal: return (row[index] as Double?).map { .decimal($0) }
    case .boolean: return .boolean(row[index])
    case .money:
      let currency = (row[index + 1] as String?).flatMap { Currency($0) } ?? base
      return .money(Money(minor: row[index], currency))
    case .amounts: return Amounts.value(row.amounts(index), base: base)
    case .day: return Decoding.day(row[index])
    case .moment: return Decoding.moment(row[index], row[index + 1])
    case .list: return .list(Decoding.labels(row[index]))
    case .record: return kind.map { .record(RecordID($0, row[index])) }
    case .anyRecord: return Decoding.record(row[index], row[index + 1])
    }
  }
}
