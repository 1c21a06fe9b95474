import Model
import Values

/// Values as people read them.
public struct ValueText: Sendable {
  public let wording: Wording
  public let today: Day

  public init(_ wording: Wording, today: Day) {
    self.wording = wording
    self.today = today
  }

  public func text(_ value: Value?, labels: [RecordID: String] = [:]) -> String {
    switch value {
    case nil: "–"
    case .text(let text): text
    case .integer(let number): ValueText.grouped(String(number))
    case .decimal(let number): decimal(number)
    case .boolean(let flag): wording.say(flag ? "yes" : "no")
    case .money(let money): ValueText.money(money)
    case .amounts(let all): all.isEmpty ? "0" : all.map(ValueText.money).joined(separator: ", ")
    case .day(let day): self.day(day)
    case .moment(let moment): self.moment(moment.local)
    case .record(let id): labels[id].map { wording.value($0, id.kind) } ?? id.description
    case .list(let labels): labels.joined(separator: ", ")
    }
  }

  /// The value of a field; one of a few that are given has its word in the reply's language.
  public func text(_ value: Value?, _ field: FieldID, of kind: KindID, labels: [RecordID: String] = [:]) -> String {
    if case .text(let stored)? = value { return wording.value(stored, field, of: kind) }
    return text(value, labels: labels)
  }

  public func text(_ field: FieldID, of record: Record) -> String {
    text(record[field], field, of: record.id.kind, labels: record.labels)
  }

  /// nil where the record has none.
  public func filled(_ field: FieldID, of record: Record) -> String? {
    record[field] == nil ? nil : text(field, of: record)
  }

  public static func isNumber(_ value: Value?) -> Bool {
    switch value {
    case .integer, .decimal, .money, .amounts: true
    default: false
    }
  }

  /// `$24,000.00`, `¥500,000.00`, `16,000.00 EUR`.
  public static func money(_ money: Money) -> String {
    let digits = grouped(money.decimal)
    switch money.currency {
    case .usd: return digits.hasPrefix("-") ? "-$" + digits.dropFirst() : "$" + digits
    case .cny: return digits.hasPrefix("-") ? "-¥" + digits.dropFirst() : "¥" + digits
    case .eur: return digits.hasPrefix("-") ? "-€" + digits.dropFirst() : "€" + digits
    default: return "\(digits) \(money.currency)"
    }
  }

  /// With the weekday, since a person checks a date by it: `Fri 2026-11-27`.
  public func day(_ day: Day) -> String {
    let name = wording.say("weekday.\(day.weekday)")
    return wording.say("day", ["weekday": name, "day": day.description])
  }

  public func moment(_ time: LocalTime) -> String {
    let clock = time.description.split(separator: "T").last.map(String.init) ?? ""
    return "\(day(time.day)) \(clock)"
  }

  private func decimal(_ number: Double) -> String {
    let rounded = (number * 100).rounded() / 100
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? ValueText.grouped(String(Int64(rounded))) : "\(rounded)"
  }

  static func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return digits }
    let sign = whole.hasPrefix("-") ? "-" : ""
    let plain = Array(whole.drop { $0 == "-" })
    var result = ""
    for (index, digit) in plain.enumerated() {
      if index > 0, (plain.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return sign + result + (parts.count == 2 ? "." + parts[1] : "")
  }
}
