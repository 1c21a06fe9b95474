import CRM
import Model
import Testing
import Values

@testable import Store

/// A small generator of numbers (SplitMix64), so that a failure can be played again.
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// One random command: some changes of random records, which may be refused.
private func command(_ office: Office, _ dice: inout Dice, _ number: Int) throws {
  try office.store.write(office.dana, Office.command("command \(number)")) { writer in
    for _ in 0..<Int.random(in: 1...3, using: &dice) {
      do { try change(writer, &dice, number) } catch is RuleRefusal { continue }
    }
  }
}

private func some(_ kind: KindID, _ reader: any StoreReader, _ dice: inout Dice) throws -> RecordID? {
  try reader.page(Query(kind), offset: 0, size: 1000, fields: []).records.randomElement(using: &dice)?.id
}

private func change(_ writer: any StoreWriter, _ dice: inout Dice, _ number: Int) throws {
  let kinds: [KindID] = ["account", "contact", "deal", "activity", "order", "line", "payment", "lead"]
  let kind = kinds.randomElement(using: &dice) ?? "deal"
  let old = try some(kind, writer, &dice)
  switch Int.random(in: 0..<10, using: &dice) {
  case 0..<5: _ = try writer.create(kind, try values(kind, writer, &dice, number, whole: true))
  case 5..<8:
    if let old { _ = try writer.update(old, try values(kind, writer, &dice, number, whole: false).mapValues { $0 }) }
  default: if let old { _ = try writer.delete(old) }
  }
}

private func values(
  _ kind: KindID, _ reader: any StoreReader, _ dice: inout Dice, _ number: Int, whole: Bool
) throws -> [FieldID: Value] {
  var values: [FieldID: Value] = [:]
  for field in Sample.schema[kind]?.fields ?? [] where !field.isReadOnly {
    guard (whole && field.isRequired) || Bool.random(using: &dice) else { continue }
    values[field.id] = try value(field, reader, &dice, number)
  }
  return values
}

private func value(_ field: Field, _ reader: any StoreReader, _ dice: inout Dice, _ number: Int) throws -> Value? {
  let digit = Int.random(in: 0..<9, using: &dice)
  switch field.kind {
  case .text, .longText, .category, .email, .phone, .url:
    return .text("\(["Été", "晨星", "a\"b\\\n", "🙂 שלום", "x, y"][digit % 5]) \(number % 7)")
  case .integer: return .integer(Int64(digit) - 3)
  case .decimal, .percent: return .decimal(Double(digit) / 7)
  case .money: return .money(Money(minor: Int64(digit * 1_001), digit % 2 == 0 ? .usd : .eur))
  case .currency: return .text(digit % 2 == 0 ? "USD" : "EUR")
  case .day: return .day(Day(number: 20_000 + digit * 31))
  case .moment: return .moment(Moment(local: LocalTime(seconds: 1_780_000_000 + Int64(digit)), offset: 3600 * digit))
  case .boolean: return .boolean(digit % 2 == 0)
  case .choice(let words): return words.randomElement(using: &dice).map { .text($0) }
  case .tags: return .list((0..<digit % 4).map { "tag, \($0)" })
  case .reference(let target): return try some(target, reader, &dice).map { .record($0) }
  case .anyReference(let targets):
    return try targets.randomElement(using: &dice).flatMap { try some($0, reader, &dice) }.map { .record($0) }
  }
}

@Test(arguments: 1...6 as ClosedRange<UInt64>)
func anySequenceOfCommandsUndoneGivesBackTheSameExportAndRedoneTheOther(seed: UInt64) throws {
  var dice = Dice(state: seed)
  let office = try Office()
  var dumps = [try office.dump()]
  for number in 0..<40 {
    try command(office, &dice, number)
    let dump = try office.dump()
    if dump != dumps.last { dumps.append(dump) }
  }
  #expect(dumps.count > 20)
  let index = try indexed(office)
  for expected in dumps.dropLast().reversed() {
    _ = try office.undo()
    #expect(try office.dump() == expected)
  }
  #expect(throws: LedgerRefusal.nothingToUndo) { try office.undo() }
  for expected in dumps.dropFirst() {
    _ = try office.redo()
    #expect(try office.dump() == expected)
  }
  #expect(try indexed(office) == index)
  #expect(try office.store.doctor().problems == [])
}

/// The index of names and the vocabulary, without the numbers that a rewritten row gets anew.
private func indexed(_ office: Office) throws -> [String] {
  try office.store.database.read { db in
    var lines: [String] = []
    try db.each("SELECT \"part\", \"start\", \"kind\", \"key\" FROM \"_part\"", []) {
      lines.append("\($0[0] as String) \($0[1] as Int) \($0[2] as String) \($0[3] as Int64)")
    }
    try db.each("SELECT \"value_key\", \"kind\", \"field\", \"uses\" FROM \"_category\"", []) {
      lines.append("\($0[0] as String) \($0[1] as String) \($0[2] as String) \($0[3] as Int)")
    }
    return lines.sorted()
  }
}
