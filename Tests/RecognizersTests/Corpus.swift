import Recognizers
import Values

/// Sentences of our own with the values that stand in them, read on Monday 23 November 2026 at 9 in New York.
enum Corpus {
  static let now = Moment(local: LocalTime(seconds: 1795424400), offset: -5 * 3600)

  static func context(_ language: LanguageCode = .english) -> RecognizerContext {
    let languages: [LanguageCode] = language == .english ? [.english, .chinese] : [.chinese, .english]
    return RecognizerContext(now: now, languages: languages, currency: language == .english ? .usd : .cny)
  }

  /// What `values` finds, each as `kind value`.
  static func found(_ text: String, _ language: LanguageCode = .english, prefer: TimePreference = .future) -> [String] {
    Recognizers().values(in: text, context(language)).map { describe($0, prefer) }
  }

  static func describe(_ value: RecognizedValue, _ prefer: TimePreference = .future) -> String {
    "\(value.kind.rawValue) \(body(value, prefer))"
  }

  private static func body(_ value: RecognizedValue, _ prefer: TimePreference) -> String {
    switch value.payload {
    case .time(let expression):
      expression.isImpossible ? "impossible" : span(expression.resolve(at: now.local, prefer: prefer))
    case .duration(let duration): duration.iso
    case .recurrence(let recurrence): recurrence.rrule + (recurrence.at.map { " at \($0.description)" } ?? "")
    case .number(let number), .percent(let number): number.description
    case .ordinal(let number): "\(number)"
    case .money(let amount, let currency): "\(amount) \(currency?.code ?? "-")"
    case .phone(let text), .email(let text), .url(let text): text
    case .boolean(let answer): "\(answer)"
    }
  }

  /// A day as itself, other spans with both ends, the second excluded.
  static func span(_ span: TimeSpan?) -> String {
    guard let span else { return "nothing" }
    if let day = span.singleDay, span.grain == .day { return day.description }
    if let from = span.from, span.from == span.to { return from.description }
    return "\(end(span.from, span.grain))..\(end(span.to, span.grain))"
  }

  private static func end(_ time: LocalTime?, _ grain: Grain) -> String {
    guard let time else { return "" }
    return grain >= .day ? time.day.description : time.description
  }
}
