import Foundation
import GRDB
import Model
import Values

/// Columns back into values.
enum Decoding {
  /// The fields of a whole row (`KindLayout.columns`), empty ones left out.
  static func values(_ row: Row, _ kind: KindLayout, base: Currency, from start: Int = 0) -> [FieldID: Value] {
    var values: [FieldID: Value] = [:]
    values.reserveCapacity(kind.stored.count)
    for field in kind.stored where !row.hasNull(atIndex: start + field.offset) {
      values[field.field.id] = value(row, start + field.offset, field.field) { currency in
        currency.flatMap(kind.layout).flatMap { (row[start + $0.offset] as String?).flatMap { Currency($0) } } ?? base
      }
    }
    return values
  }

  /// One stored field, from its first column on.
  static func value(_ row: Row, _ index: Int, _ field: Field, currency: (FieldID?) -> Currency) -> Value? {
    switch field.kind {
    case .text, .longText, .category, .choice, .email, .phone, .url, .currency:
      (row[index] as String?).map { .text($0) }
    case .integer: (row[index] as Int64?).map { .integer($0) }
    case .decimal, .percent: (row[index] as Double?).map { .decimal($0) }
    case .boolean: (row[index] as Int64?).map { .boolean($0 != 0) }
    case .money(let holder): (row[index] as Int64?).map { .money(Money(minor: $0, currency(holder))) }
    case .day: day(row[index])
    case .moment: moment(row[index], row[index + 1])
    case .tags: (row[index] as String?).map { .list(labels($0)) }
    case .reference(let kind): (row[index] as Int64?).map { .record(RecordID(kind, $0)) }
    case .anyReference: record(row[index], row[index + 1])
    }
  }

  static func day(_ text: String?) -> Value? { text.flatMap { Day(iso: $0) }.map { .day($0) } }

  static func moment(_ local: String?, _ utc: Int64?) -> Value? {
    guard let local, let utc, let time = LocalTime(iso: local) else { return nil }
    return .moment(Moment(local: time, offset: Int(time.seconds - utc)))
  }

  static func record(_ key: Int64?, _ kind: String?) -> Value? {
    guard let key, let kind else { return nil }
    return .record(RecordID(KindID(kind), key))
  }

  static func labels(_ json: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
  }
}

extension Row {
  /// Sums of several currencies as `Amounts` writes them: `USD 1200,EUR -5`.
  func amounts(_ index: Int) -> [String: Int64] {
    guard let text = self[index] as String? else { return [:] }
    var result: [String: Int64] = [:]
    for entry in text.split(separator: ",") {
      let parts = entry.split(separator: " ")
      if parts.count == 2, let minor = Int64(parts[1]) { result[String(parts[0])] = minor }
    }
    return result
  }
}
