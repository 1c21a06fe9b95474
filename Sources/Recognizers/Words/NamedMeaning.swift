import Values

/// The meanings that a language's file of values may name, so that a language is words and no program:
/// `day 1: [mañana]`, `weekday 5: [viernes]`, `unit week: [semana, semanas]`.
public struct NamedMeaning: Sendable {
  let meaning: Meaning

  /// nil for what is no such name.
  public init?(_ name: String) {
    let parts = name.split(separator: " ").map(String.init)
    guard let first = parts.first, let meaning = NamedMeaning.read(first, Array(parts.dropFirst())) else { return nil }
    self.meaning = meaning
  }

  /// All first words of names, with what stands behind them.
  public static let names: [String] =
    plain.keys.sorted() + numbered.keys.sorted().map { $0 + " N" } + [
      "unit GRAIN", "unit GRAIN N", "part PART", "in-part PART", "edge EDGE", "end-of GRAIN", "to-date GRAIN",
      "every-unit GRAIN N", "holiday NAME", "currency CODE", "sign CODE", "minor CODE PLACES",
    ]

  private static let plain: [String: Meaning] = [
    "hundred": .hundred, "dozen": .dozen, "half": .half, "article": .article, "and": .and, "point": .point,
    "minus": .minus, "ordinal-ending": .ordinalSuffix, "now": .now, "weekend": .weekend, "workday": .workday,
    "coming": .coming, "recent": .recent, "am": .meridiem(.morning), "pm": .meridiem(.afternoon), "oclock": .oclock,
    "past-hour": .pastHour, "to-hour": .beforeHour, "exactly": .exactly, "fiscal": .fiscal, "year-mark": .yearMark,
    "from": .from, "to": .to, "between": .between, "since": .since, "starting": .starting, "after": .after,
    "before": .before, "until": .until, "onwards": .postFrom, "within": .within, "ago": .ago, "later": .later,
    "in": .inFuture, "of": .of, "on": .on, "the": .the, "possessive": .possessive, "at": .at, "joiner": .joiner,
    "every": .every, "other": .other, "except": .except, "percent": .percent, "yes": .yes, "no": .no,
    "phone": .phoneCue, "plain": .plain,
  ]

  private static let numbered: [String: @Sendable (Int) -> Meaning?] = [
    "number": number, "scale": { .scale(Int64($0)) }, "few": { .few($0) },
    "ordinal": { $0 < 0 ? .lastOrdinal($0) : .ordinal($0) },
    "day": { .relativeDay($0) }, "weekday": { (1...7).contains($0) ? .weekday($0) : nil },
    "weekdays": { (1...7).contains($0) ? .weekdays($0) : nil }, "month": { (1...12).contains($0) ? .month($0) : nil },
    "step": { .step($0) }, "window": { $0 == 0 ? nil : .windowStep($0 < 0 ? -1 : 1) },
    "quarter": { (1...4).contains($0) ? .quarterName($0) : nil },
    "half-year": { (1...2).contains($0) ? .halfName($0) : nil },
    "hour": { (0...23).contains($0) ? .clockHour($0) : nil }, "quarters-of-hour": { .quarterHours($0) },
  ]

  private static func number(_ n: Int) -> Meaning? {
    switch n {
    case 0...19: .small(n)
    case 21...29: .small(n)
    case 20, 30, 40, 50, 60, 70, 80, 90: .tens(n)
    default: nil
    }
  }

  private static func read(_ name: String, _ rest: [String]) -> Meaning? {
    if rest.isEmpty { return plain[name] }
    if let make = numbered[name] { return rest.count == 1 ? Int(rest[0]).flatMap(make) : nil }
    switch (name, rest.count) {
    case ("unit", 1...2):
      return Grain(rawValue: rest[0]).flatMap { grain in
        Int(rest.count == 2 ? rest[1] : "1").map { .grain(grain, count: $0) }
      }
    case ("part", 1): return DayPart(rawValue: rest[0]).map { .dayPart($0) }
    case ("in-part", 1): return DayPart(rawValue: rest[0]).map { .inDayPart($0) }
    case ("edge", 1): return Edge(rawValue: rest[0]).map { .edge($0) }
    case ("end-of", 1): return Grain(rawValue: rest[0]).map { .periodEdge($0, .end) }
    case ("to-date", 1): return Grain(rawValue: rest[0]).map { .toDate($0) }
    case ("every-unit", 2):
      return Grain(rawValue: rest[0]).flatMap { grain in Int(rest[1]).map { .frequency(grain, $0) } }
    case ("holiday", 1): return Holiday(rawValue: rest[0]).map { .holiday($0) }
    case ("currency", 1): return CurrencyWord(rest[0]).map { .currency($0) }
    case ("sign", 1): return CurrencyWord(rest[0]).map { .currencySign($0) }
    case ("minor", 2):
      guard let code = CurrencyWord(rest[0]), let places = Int(rest[1]), (1...3).contains(places) else { return nil }
      return .minorUnit(code, places: places)
    default: return nil
    }
  }
}
