import Model
import Values

/// Values of fields as files write them, where the cell alone decides.
enum CellText {
  /// What a cell says; nil with the word of a fault (`day`, `number`, `choice`) where it says nothing of the kind.
  enum Reading {
    case value(Value)
    case fault(String)
  }

  static func read(_ text: String, as kind: Field.Kind, days: DayText, isOwnFormat: Bool) -> Reading {
    let body = isOwnFormat ? text : text.trimmed
    switch kind {
    case .text, .longText, .category: return .value(.text(body))
    case .email, .phone, .url: return .value(.text(text.trimmed))
    case .currency:
      guard let currency = Currency(body) else { return .fault("currency") }
      return .value(.text(currency.code))
    case .integer:
      guard let number = NumberText.read(body)?.number.integer else { return .fault("number") }
      return .value(.integer(number))
    case .decimal, .percent:
      guard let text = NumberText.read(body)?.number.description, let number = Double(text) else {
        return .fault("number")
      }
      return .value(.decimal(number))
    case .day: return days.day(body).map { .value(.day($0)) } ?? .fault("day")
    case .boolean: return boolean(body).map { .value(.boolean($0)) } ?? .fault("boolean")
    case .choice(let options): return choice(body, of: options).map { .value(.text($0)) } ?? .fault("choice")
    case .tags: return .value(.list(tags(body)))
    case .money, .moment, .reference, .anyReference: return .fault("kind")
    }
  }

  private static func boolean(_ text: String) -> Bool? {
    switch NameKey.fold(text) {
    case "yes", "true", "1", "y", "x", "on", "是", "对", "有": true
    case "no", "false", "0", "n", "off", "否", "不", "无": false
    default: nil
    }
  }

  static func choice(_ text: String, of options: [String]) -> String? {
    let plain = Synonyms.plain(text)
    if let option = options.first(where: { Synonyms.plain($0) == plain }) { return option }
    let words = Synonyms.words[plain] ?? []
    return options.first { words.contains(Synonyms.plain($0)) }
  }

  /// Labels between `;`; a backslash before one makes it part of the label.
  private static func tags(_ text: String) -> [String] {
    var labels: [String] = [""]
    var isEscaped = false
    for character in text {
      if isEscaped {
        labels[labels.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == ";" || character == "；" {
        labels.append("")
      } else {
        labels[labels.count - 1].append(character)
      }
    }
    return labels.map(\.trimmed).filter { !$0.isEmpty }
  }

  // MARK: - Writing

  /// A value that is no reference, as it stands in a file; local times without an offset are for the caller.
  static func write(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): plain(number)
    case .boolean(let value): value ? "yes" : "no"
    case .money(let money): money.decimal
    case .amounts(let amounts): amounts.map(\.description).joined(separator: "; ")
    case .day(let day): day.description
    case .moment(let moment): moment.description
    case .record(let id): id.description
    case .list(let labels): labels.map(escaped).joined(separator: ";")
    }
  }

  private static func escaped(_ label: String) -> String {
    var text = ""
    for character in label {
      if "\\;；".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
  }
}
