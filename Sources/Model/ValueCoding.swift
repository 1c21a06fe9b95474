import Values

/// Values as JSON and back, exactly.
public enum ValueCoding {
  public static func json(_ value: Value) -> JSON {
    switch value {
    case .text(let text): ["text", .string(text)]
    case .integer(let number): ["integer", .integer(number)]
    case .decimal(let number): ["decimal", .string("\(number)")]
    case .boolean(let flag): ["boolean", .boolean(flag)]
    case .money(let money): ["money", .integer(money.minor), .string(money.currency.code)]
    case .amounts(let all): .array(["amounts"] + all.map { json(.money($0)) })
    case .day(let day): ["day", .string(day.description)]
    case .moment(let moment): ["moment", .string(moment.local.sortable), .integer(Int64(moment.offset))]
    case .record(let id): ["record", .string(id.kind.rawValue), .integer(id.key)]
    case .list(let labels): .array(["list"] + labels.map { .string($0) })
    }
  }

  /// nil for what `json` did not write.
  public static func value(_ json: JSON) -> Value? {
    guard case .array(let parts) = json, parts.count > 0, case .string(let name) = parts[0] else { return nil }
    switch (name, parts.count > 1 ? parts[1] : .null) {
    case ("text", .string(let text)): return .text(text)
    case ("integer", .integer(let number)): return .integer(number)
    case ("decimal", .string(let text)): return Double(text).map { .decimal($0) }
    case ("boolean", .boolean(let flag)): return .boolean(flag)
    case ("money", .integer(let minor)):
      guard case .string(let code)? = parts.last, let currency = Currency(code) else { return nil }
      return .money(Money(minor: minor, currency))
    case ("amounts", _):
      return .amounts(parts.dropFirst().compactMap { if case .money(let money)? = value($0) { money } else { nil } })
    case ("day", .string(let text)): return Day(iso: text).map { .day($0) }
    case ("moment", .string(let text)):
      guard let local = LocalTime(iso: text), case .integer(let offset)? = parts.last else { return nil }
      return .moment(Moment(local: local, offset: Int(offset)))
    case ("record", .string(let kind)):
      guard case .integer(let key)? = parts.last else { return nil }
      return .record(RecordID(KindID(kind), key))
    case ("list", _):
      return .list(parts.dropFirst().compactMap { if case .string(let text) = $0 { text } else { nil } })
    default: return nil
    }
  }
}
