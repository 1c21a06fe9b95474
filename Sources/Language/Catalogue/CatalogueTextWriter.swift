import Model
import Values

extension Catalogue {
  /// The catalogue in the compact text that `Catalogue(text:)` reads: a line a thing, tab-separated, its first
  /// character saying what it is. Templates that occur more than once are written once, and referred to by number.
  public var text: String {
    var writer = CatalogueTextWriter()
    for intent in intents { writer.write(intent) }
    for words in languages { writer.write(words) }
    writer.write(vocabulary)
    return writer.nodes + writer.rest
  }
}

/// Writes the lines; `CatalogueTextTag` says what each begins with.
struct CatalogueTextWriter {
  private(set) var nodes = ""
  private(set) var rest = ""
  private var numbers: [Template: Int] = [:]

  mutating func write(_ intent: IntentDefinition) {
    let acts = SpeechAct.allCases.filter(intent.acts.contains).map(\.rawValue)
    line(.intent, [intent.id, intent.effect.rawValue] + acts)
    for slot in intent.slots {
      line(
        .slot,
        [slot.name, slot.kind.code, slot.isRequired ? "1" : "0", slot.prefers ?? "", slot.isPast ? "1" : "0"])
    }
    for texts in intent.texts { write(texts) }
  }

  private mutating func write(_ texts: IntentTexts) {
    line(.texts, [texts.language.rawValue])
    if !texts.sentences.isEmpty {
      let references = numbers(of: texts.sentences)
      line(.sentences, [references])
    }
    for (slot, question) in texts.ask.sorted(by: { $0.key < $1.key }) { line(.ask, [slot, question]) }
    for (name, wording) in texts.reply.sorted(by: { $0.key < $1.key }) { line(.reply, [name, wording]) }
    if !texts.help.isEmpty { line(.help, [texts.help]) }
    if !texts.examples.isEmpty { line(.examples, texts.examples) }
    for test in texts.tests {
      line(.test, [test.say] + test.slots.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }
    if !texts.not.isEmpty { line(.not, texts.not) }
  }

  mutating func write(_ words: LanguageWords) {
    line(.language, [words.language.rawValue])
    for (word, phrases) in words.grammar.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      line(.grammar, [word.rawValue] + phrases)
    }
    for (name, template) in words.rules.sorted(by: { $0.key < $1.key }) {
      let reference = String(number(of: template))
      line(.sharedRule, [name, reference])
    }
    for (act, phrases) in words.cues.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      line(.cue, [act.rawValue] + phrases)
    }
    for (name, list) in words.values.sorted(by: { $0.key < $1.key }) { line(.value, [name] + list) }
    for (name, list) in words.shorthands.sorted(by: { $0.key < $1.key }) { line(.shorthand, [name] + list) }
    for (key, text) in words.messages.sorted(by: { $0.key < $1.key }) { line(.message, [key, text]) }
  }

  /// Entries in a row with the same meaning and language share one line.
  mutating func write(_ vocabulary: [VocabularyEntry]) {
    var index = vocabulary.startIndex
    var meaning: Meaning?
    while index < vocabulary.endIndex {
      let first = vocabulary[index]
      let end =
        vocabulary[index...].firstIndex { $0.meaning != first.meaning || $0.language != first.language }
        ?? vocabulary.endIndex
      if first.meaning != meaning { line(.meaning, first.meaning.fields) }
      meaning = first.meaning
      line(.phrases, [first.language.rawValue] + vocabulary[index..<end].map(\.phrase))
      index = end
    }
  }

  // MARK: Templates

  private mutating func numbers(of templates: [Template]) -> String {
    var list: [String] = []
    for template in templates { list.append(String(number(of: template))) }
    return list.joined(separator: " ")
  }

  private mutating func number(of template: Template) -> Int {
    if let known = numbers[template] { return known }
    let line: String
    switch template {
    case .words(let words): line = CatalogueTextTag.words.text + Self.escaped(words)
    case .slot(let name): line = CatalogueTextTag.slotReference.text + Self.escaped(name)
    case .rule(let name): line = CatalogueTextTag.ruleReference.text + Self.escaped(name)
    case .optional(let inner): line = CatalogueTextTag.optional.text + numbers(of: [inner])
    case .sequence(let parts): line = CatalogueTextTag.sequence.text + numbers(of: parts)
    case .oneOf(let parts): line = CatalogueTextTag.oneOf.text + numbers(of: parts)
    case .anyOrder(let parts): line = CatalogueTextTag.anyOrder.text + numbers(of: parts)
    }
    nodes += line + "\n"
    let number = numbers.count
    numbers[template] = number
    return number
  }

  // MARK: Lines

  private mutating func line(_ tag: CatalogueTextTag, _ fields: [String]) {
    rest += tag.text + fields.map(Self.escaped).joined(separator: "\t") + "\n"
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x5C }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// The first character of a line.
enum CatalogueTextTag: UInt8 {
  case words = 0x77  // w
  case slotReference = 0x24  // $
  case ruleReference = 0x3C  // <
  case optional = 0x3F  // ?
  case sequence = 0x2B  // +
  case oneOf = 0x7C  // |
  case anyOrder = 0x3B  // ;
  case intent = 0x49  // I
  case slot = 0x53  // S
  case texts = 0x4C  // L
  case sentences = 0x54  // T
  case ask = 0x41  // A
  case reply = 0x52  // R
  case help = 0x48  // H
  case examples = 0x45  // E
  case test = 0x51  // Q
  case not = 0x4E  // N
  case language = 0x47  // G
  case grammar = 0x67  // g
  case sharedRule = 0x75  // u
  case cue = 0x63  // c
  case message = 0x6D  // m
  case value = 0x76  // v
  case shorthand = 0x57  // W
  case meaning = 0x4D  // M
  case phrases = 0x70  // p

  var text: String { String(UnicodeScalar(rawValue)) }
}

extension SlotDefinition.Kind {
  /// As in an intent file: `record/deal`, `value/date`, `text`.
  public var code: String {
    switch self {
    case .record(let kind): kind.map { "record/\($0)" } ?? "record"
    case .records(let kind): kind.map { "records/\($0)" } ?? "records"
    case .value(let type): "value/\(type)"
    case .text: "text"
    case .sentence: "sentence"
    }
  }

  /// nil for a code that is none; a value's type is not checked.
  public init?(code: String) {
    let slash = code.utf8.firstIndex(of: UInt8(ascii: "/"))
    let argument = slash.map { String(code[code.utf8.index(after: $0)...]) }
    switch (slash.map { String(code[..<$0]) } ?? code, argument) {
    case (_, ""?): return nil
    case ("record", let kind): self = .record(kind.map { KindID($0) })
    case ("records", let kind): self = .records(kind.map { KindID($0) })
    case ("value", let type?): self = .value(type)
    case ("text", nil): self = .text
    case ("sentence", nil): self = .sentence
    default: return nil
    }
  }
}

extension Meaning {
  /// What a meaning's line holds.
  var fields: [String] {
    switch self {
    case .noun(let kind, let conditions): ["n", kind.rawValue] + conditions.flatMap(\.fields)
    case .field(let kind, let field): ["f", kind.rawValue, field.rawValue]
    case .value(let kind, let field, let stored): ["v", kind.rawValue, field.rawValue] + stored
    case .filter(let kind, let name): ["i", kind.rawValue, name]
    case .event(let kind, let name): ["e", kind.rawValue, name]
    case .measure(let kind, let name): ["m", kind.rawValue, name]
    }
  }

  /// nil where the fields are none.
  init?(fields: [String]) {
    guard fields.count >= 2 else { return nil }
    let kind = KindID(fields[1])
    switch (fields[0], fields.count) {
    case ("n", _):
      guard let conditions = Condition.list(fields.dropFirst(2)) else { return nil }
      self = .noun(kind, conditions)
    case ("f", 3): self = .field(kind, FieldID(fields[2]))
    case ("v", 4...): self = .value(kind, FieldID(fields[2]), Array(fields[3...]))
    case ("i", 3): self = .filter(kind, fields[2])
    case ("e", 3): self = .event(kind, fields[2])
    case ("m", 3): self = .measure(kind, fields[2])
    default: return nil
    }
  }
}

extension Meaning.Condition {
  var fields: [String] {
    switch self {
    case .value(let field, let value): [field.rawValue, value]
    case .filter(let name): ["", name]
    }
  }

  static func list(_ fields: ArraySlice<String>) -> [Meaning.Condition]? {
    guard fields.count.isMultiple(of: 2) else { return nil }
    return stride(from: fields.startIndex, to: fields.endIndex, by: 2).map {
      fields[$0].isEmpty ? .filter(fields[$0 + 1]) : .value(FieldID(fields[$0]), fields[$0 + 1])
    }
  }
}
