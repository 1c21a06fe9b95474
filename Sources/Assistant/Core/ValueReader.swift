import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// Takes what was said for a field as a value that the field can hold.
struct ValueReader {
  let turn: Turn

  /// The day a time means: itself, or the last day of a longer period ("close it in March" is by its end).
  func day(of span: TimeSpan) -> Day? {
    if let day = span.singleDay { return day }
    if let to = span.to, span.from != span.to { return (to + -1).day }
    return span.from?.day ?? span.to?.day
  }

  /// What a deadline leads up to: "by Thursday" is Thursday where a point in time is wanted.
  static func point(_ expression: TimeExpression) -> TimeExpression {
    switch expression {
    case .until(let inner), .before(let inner), .from(let inner): inner
    default: expression
    }
  }

  /// The instant a time means: at nine where no hour was said.
  func moment(_ value: RecognizedValue, prefer: TimePreference = .future) throws -> (from: Moment, to: Moment?)? {
    guard let expression = value.time.map(ValueReader.point) else { return nil }
    guard !value.isImpossible, let span = expression.resolve(at: turn.context.now.local, prefer: prefer),
      let from = span.from
    else { return nil }
    let zone = turn.context.speaker.zone
    if !expression.hasTimeOfDay {
      let start = span.singleDay == nil && span.grain > .day && span.from.map { $0 <= turn.context.now.local } == true
      let day = start ? (self.day(of: span) ?? from.day) : from.day
      return (zone.moment(local: LocalTime(day, hour: 9)), nil)
    }
    let end = span.to.flatMap { $0 > from ? zone.moment(local: $0) : nil }
    return (zone.moment(local: from), end)
  }

  /// The value of the slot `value` for a field. Throws a refusal in words where the field cannot hold it.
  func value(_ call: Call, for field: Field, of record: Record) throws -> Value? {
    guard case .words(let words)? = call.slots["value"]?.term else { throw Interruption.ask(slot: "value") }
    return try value(words, for: field, kind: record.id.kind, record: record, reader: call.reader)
  }

  func value(
    _ words: Term.Words, for field: Field, kind: KindID, record: Record?, reader: any StoreReader
  ) throws -> Value? {
    let text = Call.trimmed(words.text)
    switch field.kind {
    case .reference(let target): return try reference(words, to: target, reader)
    case .day:
      for value in words.values {
        if let expression = value.time.map(ValueReader.point), !value.isImpossible,
          let span = expression.resolve(at: turn.context.now.local, prefer: .future), let day = day(of: span)
        {
          return .day(day)
        }
      }
    case .moment:
      for value in words.values { if let moment = try moment(value) { return .moment(moment.from) } }
    case .text, .longText, .currency: return text.isEmpty ? nil : .text(text)
    case .category, .choice: return category(words, field, kind)
    case .tags: return .list([text])
    case .email, .phone, .url: return .text(text)
    default:
      for value in words.values { if let typed = number(value, field, record) { return typed } }
    }
    throw Interruption.refused(
      turn.say("value.wrong", ["value": text, "field": turn.wording.label(field.id, of: kind)]))
  }

  /// An amount without a sign is in the record's own currency.
  func number(_ value: RecognizedValue, _ field: Field, _ record: Record?) -> Value? {
    if case .money(let currencyField) = field.kind {
      var own = turn.context.speaker.currency
      if case .text(let code)? = record?[currencyField], let currency = Currency(code) { own = currency }
      switch value.payload {
      case .money(let amount, let named):
        let currency = named ?? own
        return amount.scaled(to: currency.digits).map { .money(Money(minor: $0, currency)) }
      case .number(let amount): return amount.scaled(to: own.digits).map { .money(Money(minor: $0, own)) }
      default: return nil
      }
    }
    switch (field.kind, value.payload) {
    case (.integer, .number(let number)), (.integer, .money(let number, nil)):
      return number.integer.map { .integer($0) }
    case (.decimal, .number(let number)), (.decimal, .money(let number, nil)), (.percent, .percent(let number)),
      (.percent, .number(let number)):
      return number.integer.map { .integer($0) } ?? .decimal(number.doubleValue)
    case (.boolean, .boolean(let flag)): return .boolean(flag)
    default: return nil
    }
  }

  private func reference(_ words: Term.Words, to kind: KindID, _ reader: any StoreReader) throws -> Value? {
    if words.isSpeaker, kind == "user", let user = turn.context.speaker.user { return .record(user) }
    for span in words.names.sorted(by: { $0.isExact && !$1.isExact }) {
      guard case .records(kind, let count, let few) = span.target, let first = few.first else { continue }
      guard count == 1 || span.isExact && few.count == 1 else {
        throw Interruption.choose(slot: nil, name: words.text, among: few, total: count)
      }
      return .record(first.id)
    }
    for meaning in words.meanings {
      guard case .value(_, _, let stored) = meaning else { continue }
      for name in stored {
        if let found = try reader.records(named: NameKey.key(name), kind: kind).first { return .record(found.id) }
      }
    }
    throw Interruption.notFound(name: Call.trimmed(words.text), kinds: [kind])
  }

  private static func isIdeographic(_ text: String) -> Bool { text.unicodeScalars.contains(where: NameKey.isIdeograph) }

  /// As it is stored already, where the words stand for a stored value.
  private func category(_ words: Term.Words, _ field: Field, _ kind: KindID) -> Value? {
    for span in words.names {
      if case .category(kind, field.id, let stored) = span.target { return .text(stored) }
    }
    for meaning in words.meanings {
      guard case .value(kind, field.id, let stored) = meaning, let first = stored.first else { continue }
      if case .choice = field.kind { return .text(first) }
      let text = Call.trimmed(words.text)
      let isSame = stored.first { NameKey.fold($0) == NameKey.fold(text) }
      // What people call their work stays as they say it, whichever words find it.
      if field.id == "title" { return .text(isSame ?? text) }
      return .text(isSame ?? stored.first { ValueReader.isIdeographic($0) == ValueReader.isIdeographic(text) } ?? first)
    }
    return .text(Call.trimmed(words.text))
  }
}
