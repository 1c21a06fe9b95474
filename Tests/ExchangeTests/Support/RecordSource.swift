import CRM
import Model
import Values

@testable import Exchange

/// Makes records of all kinds with texts that files find hard: quotes, line ends, emoji, right-to-left, formulas, names
/// that several records have.
struct RecordSource {
  private let writer: any StoreWriter
  private var state: UInt64
  private var made: [KindID: [RecordID]] = [:]
  private var number = 0

  init(seed: UInt64, writer: any StoreWriter) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.writer = writer
  }

  mutating func fill() throws {
    for kind in writer.schema.kinds where kind.id != "setting" && kind.id != "custom_field" {
      for _ in 0..<8 {
        let id = try writer.create(kind.id, try values(of: kind))
        made[kind.id, default: []].append(id)
      }
    }
  }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private static let texts = [
    "Acme", "Acme", "晨星科技", "O'Reilly \"Plumbing\"", "two\nlines", "carriage\r\nreturn", "semi;colon, comma",
    "👩‍👩‍👧 family", "شركة الشرق", "=1+1", "+cmd|x", "@home", "-dash x", "'quoted", "'=odd", "tab\there", "Müller & Söhne",
    "1234", "2026-11-23", "yes", "back\\slash", "\u{2028}separator",
  ]

  private mutating func values(of kind: KindSchema) throws -> [FieldID: Value] {
    var values: [FieldID: Value] = [:]
    for isMoney in [false, true] {
      for field in kind.fields where !field.isReadOnly {
        var hasCurrency = false
        if case .money = field.kind { hasCurrency = true }
        guard hasCurrency == isMoney, field.isRequired || next(3) > 0 else { continue }
        values[field.id] = value(of: field, kind, values)
      }
    }
    if kind.id == "target" { values["period"] = .text("2026-Q\(next(4) + 1)") }
    if kind.id == "user" { values["timezone"] = .text(["Asia/Shanghai", "America/New_York"][next(2)]) }
    if kind.id == "quote_line" || kind.id == "order_line" { try settle(&values, kind) }
    return values
  }

  /// A line is in the currency of what it is a line of.
  private func settle(_ values: inout [FieldID: Value], _ kind: KindSchema) throws {
    guard let field = Layout.lineOwners[kind.id], case .record(let parent)? = values[field] else { return }
    values["currency"] = try writer.record(parent)?["currency"] ?? .text("USD")
    guard case .money(let price)? = values["unit_price"], case .text(let code)? = values["currency"],
      let currency = Currency(code)
    else { return }
    values["unit_price"] = .money(Money(minor: price.minor, currency))
  }

  private mutating func value(of field: Field, _ kind: KindSchema, _ values: [FieldID: Value]) -> Value? {
    number += 1
    switch field.kind {
    case .text where field.id == kind.codeField: return .text("N-\(number)")
    case .text where field.id == "external_id": return .text("E-\(number)")
    case .text, .longText, .category: return .text(Self.texts[next(Self.texts.count)])
    case .email: return .text("a\(number)@b.example")
    case .phone: return .text("+1 212 555 \(1000 + next(9000))")
    case .url: return .text("https://b\(number).example/x?y=1")
    case .integer where field.id == "year_established": return .integer(Int64(1900 + next(120)))
    case .integer: return .integer(Int64(next(5) + 1))
    case .decimal: return .decimal(Double(next(100_000)) / 8)
    case .percent: return .decimal(Double(next(201)) / 2)
    case .currency: return .text(["USD", "CNY", "JPY"][next(3)])
    case .money(let holder): return money(values[holder])
    case .day: return .day(Day(number: 20_000 + next(1000)))
    case .moment: return moment()
    case .boolean: return .boolean(next(2) == 0)
    case .choice(let options): return .text(options[next(options.count)])
    case .tags: return .list([Self.texts[next(3)] + "\(next(9))", "a;b", "重点"])
    case .reference(let other): return pick([other])
    case .anyReference(let kinds): return pick(kinds)
    }
  }

  private mutating func money(_ held: Value?) -> Value {
    let currency: Currency
    if case .text(let code)? = held { currency = Currency(code) ?? .usd } else { currency = .usd }
    return .money(Money(minor: Int64(next(10_000_000)), currency))
  }

  private mutating func moment() -> Value {
    let local = LocalTime(seconds: 1_790_000_000 + Int64(next(10_000_000)))
    return .moment(Moment(local: local, offset: [-18_000, 28_800, 0, 19_800][next(4)]))
  }

  private mutating func pick(_ kinds: [KindID]) -> Value? {
    let all = kinds.flatMap { made[$0] ?? [] }
    return all.isEmpty ? nil : .record(all[next(all.count)])
  }
}
