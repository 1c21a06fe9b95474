import Values

/// One recognised value as a JSON object of the bot protocol.
struct ValueJSON {
  let text: String?

  init(_ value: RecognizedValue, _ words: String, _ context: RecognizerContext) {
    let body = ValueJSON.body(value, context)
    text =
      "{\"text\":\(ValueJSON.quoted(words)),\"start\":\(value.range.lowerBound),\"end\":\(value.range.upperBound),"
      + "\"kind\":\"\(value.kind.rawValue)\",\"value\":\(body)}"
  }

  private static func body(_ value: RecognizedValue, _ context: RecognizerContext) -> String {
    switch value.payload {
    case .time(let expression): span(expression.resolve(at: context.now.local, prefer: .future))
    case .duration(let duration): "{\"seconds\":\(duration.totalSeconds),\"iso\":\(quoted(duration.iso))}"
    case .recurrence(let recurrence):
      "{\"rrule\":\(quoted(recurrence.rrule + until(recurrence, context)))"
        + (recurrence.at.map { ",\"at\":\(quoted($0.description))" } ?? "") + "}"
    case .number(let number), .percent(let number): number.reduced.description
    case .ordinal(let number): String(number)
    case .money(let amount, let currency):
      "{\"amount\":\(quoted(decimal(amount, currency ?? context.currency))),\"currency\":\(quoted((currency ?? context.currency).code))}"
    case .phone(let text), .email(let text), .url(let text): quoted(text)
    case .boolean(let value): value ? "true" : "false"
    }
  }

  /// `;UNTIL=20261225` where an end was said.
  private static func until(_ recurrence: Recurrence, _ context: RecognizerContext) -> String {
    recurrence.days(at: context.now.local).last.map { ";UNTIL=" + $0.description.filter { $0 != "-" } } ?? ""
  }

  /// With the currency's digits where they suffice.
  private static func decimal(_ amount: Decimal64, _ currency: Currency) -> String {
    amount.scaled(to: currency.digits).map { Money(minor: $0, currency).decimal } ?? amount.reduced.description
  }

  /// null for a time that does not exist.
  private static func span(_ span: TimeSpan?) -> String {
    guard let span else { return "null" }
    var parts: [String] = []
    let isDays = span.grain >= .day
    if let from = span.from { parts.append("\"from\":\"\(isDays ? from.day.description : from.sortable)\"") }
    if let to = span.to { parts.append("\"to\":\"\(isDays ? to.day.description : to.sortable)\"") }
    parts.append("\"grain\":\"\(span.grain.rawValue)\"")
    return "{" + parts.joined(separator: ",") + "}"
  }

  /// A JSON string; control characters, quotes and backslashes are escaped.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0..<0x20, 0x7F:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
