import Language
import Model
import Values
import Yams

/// One intent's file, read: its definition, and where its parts stand.
struct IntentFile {
  struct Sentence {
    var language: LanguageCode
    var parsed: ParsedTemplate
    var scalar: Node.Scalar
  }

  var source: SourceFile
  var definition: IntentDefinition
  var place: Place
  var sentences: [Sentence] = []
  var slotPlaces: [String: Place] = [:]
}

/// Reads `Intents/<area>/<name>.yaml`.
struct IntentFileReader {
  private var reader: NodeReader
  private var slots: [SlotDefinition] = []
  private var sentences: [IntentFile.Sentence] = []
  private var slotPlaces: [String: Place] = [:]

  static let keys = ["intent", "effect", "acts", "slots"]
  static let languageKeys = ["sentences", "ask", "reply", "help", "examples", "tests", "not"]
  static let slotKeys = ["type", "required", "prefers", "past"]
  static let valueTypes = [
    "date", "time", "datetime", "range", "duration", "recurrence", "number", "percent", "ordinal", "money", "phone",
    "email", "url", "boolean", "field", "any", "kind", "language", "file",
  ]

  static func read(_ source: SourceFile) -> (IntentFile?, [Problem]) {
    var file = IntentFileReader(reader: NodeReader(source))
    let result = file.read()
    return (result, file.reader.problems)
  }

  private init(reader: NodeReader) { self.reader = reader }

  private mutating func read() -> IntentFile? {
    guard let pairs = reader.root() else { return nil }
    let values = Dictionary(pairs.map { ($0.key.string, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard let idNode = values["intent"], let id = reader.text(idNode, of: "the intent") else {
      reader.report("the intent has no name.", at: Place(line: 1, column: 1), remedy: "Begin with “intent: area.verb”.")
      return nil
    }
    let effect = effect(values["effect"], at: idNode)
    let acts = acts(values["acts"], effect: effect)
    if let node = values["slots"] { readSlots(node) }
    var texts: [IntentTexts] = []
    for (key, value) in pairs where !Self.keys.contains(key.string) {
      if let language = NodeReader.language(key.string) {
        texts.append(readTexts(value, language: language))
      } else {
        reader.report(
          "“\(key.string)” is not known here.", at: .scalar(key),
          remedy: Nearest.remedy(for: key.string, among: Self.keys + ["en", "zh"]))
      }
    }
    let definition = IntentDefinition(id: id.string, effect: effect, acts: acts, slots: slots, texts: texts)
    return IntentFile(
      source: reader.source, definition: definition, place: reader.source.place(of: idNode), sentences: sentences,
      slotPlaces: slotPlaces)
  }

  private mutating func effect(_ node: Node?, at intent: Node) -> IntentDefinition.Effect {
    let all = IntentDefinition.Effect.allCases.map(\.rawValue)
    guard let node else {
      reader.report(
        "the intent's effect is missing.", at: intent,
        remedy: "Add “effect: read”, “effect: write” or “effect: delete”.")
      return .delete
    }
    let word = reader.text(node, of: "the effect")?.string ?? ""
    if let effect = IntentDefinition.Effect(rawValue: word) { return effect }
    reader.report("“\(word)” is no effect.", at: node, remedy: Nearest.remedy(for: word, among: all))
    return .delete
  }

  private mutating func acts(_ node: Node?, effect: IntentDefinition.Effect) -> Set<SpeechAct> {
    guard let node else { return effect == .read ? [.command, .question] : [.command] }
    var result: Set<SpeechAct> = []
    for scalar in reader.texts(node, of: "acts") {
      if let act = SpeechAct(rawValue: scalar.string) {
        result.insert(act)
      } else {
        reader.report(
          "“\(scalar.string)” is no speech act.", at: .scalar(scalar),
          remedy: Nearest.remedy(for: scalar.string, among: SpeechAct.allCases.map(\.rawValue)))
      }
    }
    return result
  }

  // MARK: Slots

  private mutating func readSlots(_ node: Node) {
    for (name, value) in reader.pairs(node, of: "slots") {
      slotPlaces[name.string] = reader.source.place(of: .scalar(name))
      slots.append(readSlot(name.string, value))
    }
  }

  private mutating func readSlot(_ name: String, _ node: Node) -> SlotDefinition {
    var slot = SlotDefinition(name: name, kind: .text, isRequired: false)
    if case .scalar(let scalar) = node {
      slot.kind = kind(scalar)
      return slot
    }
    var hasType = false
    for (key, value) in reader.pairs(node, of: "the slot") {
      switch key.string {
      case "type":
        hasType = true
        if let scalar = reader.text(value, of: "the type") { slot.kind = kind(scalar) }
      case "required": slot.isRequired = reader.boolean(value, of: "required")
      case "past": slot.isPast = reader.boolean(value, of: "past")
      case "prefers": slot.prefers = reader.text(value, of: "prefers")?.string
      default:
        reader.report(
          "a slot has no “\(key.string)”.", at: .scalar(key),
          remedy: Nearest.remedy(for: key.string, among: Self.slotKeys))
      }
    }
    if !hasType {
      reader.report("the slot “\(name)” has no type.", at: node, remedy: "Add “type: record/deal” or the like.")
    }
    return slot
  }

  private mutating func kind(_ scalar: Node.Scalar) -> SlotDefinition.Kind {
    let code = scalar.string
    guard let kind = SlotDefinition.Kind(code: code) else {
      reader.report(
        "“\(code)” is no slot type.", at: .scalar(scalar),
        remedy: "Types are record, record/KIND, records, records/KIND, value/TYPE, text and sentence.")
      return .text
    }
    if case .value(let type) = kind, !Self.valueTypes.contains(type), !type.contains(".") {
      reader.report(
        "“\(type)” is no type of value.", at: reader.source.place(in: scalar, at: 6),
        remedy: Nearest.remedy(for: type, among: Self.valueTypes))
    }
    return kind
  }

  // MARK: Languages

  private mutating func readTexts(_ node: Node, language: LanguageCode) -> IntentTexts {
    var texts = IntentTexts(language: language)
    for (key, value) in reader.pairs(node, of: "a language") {
      switch key.string {
      case "sentences": texts.sentences = readSentences(value, language: language)
      case "ask": texts.ask = readWordings(value, of: "ask", names: slots.map(\.name))
      case "reply": texts.reply = readWordings(value, of: "reply", names: nil)
      case "help": texts.help = reader.text(value, of: "help")?.string ?? ""
      case "examples": texts.examples = reader.texts(value, of: "examples").map(\.string)
      case "tests": texts.tests = readTests(value)
      case "not": texts.not = reader.texts(value, of: "not").map(\.string)
      default:
        reader.report(
          "“\(key.string)” is not known here.", at: .scalar(key),
          remedy: Nearest.remedy(for: key.string, among: Self.languageKeys))
      }
    }
    return texts
  }

  private mutating func readSentences(_ node: Node, language: LanguageCode) -> [Template] {
    var result: [Template] = []
    for scalar in reader.texts(node, of: "sentences") {
      guard let parsed = reader.template(scalar) else { continue }
      sentences.append(.init(language: language, parsed: parsed, scalar: scalar))
      result.append(parsed.template)
    }
    return result
  }

  private mutating func readWordings(_ node: Node, of what: String, names: [String]?) -> [String: String] {
    var result: [String: String] = [:]
    for (key, value) in reader.pairs(node, of: what) {
      if let names, !names.contains(key.string) {
        reader.report(
          "there is no slot “\(key.string)”.", at: .scalar(key), remedy: Nearest.remedy(for: key.string, among: names))
      }
      if let text = reader.text(value, of: "the wording") { result[key.string] = text.string }
    }
    return result
  }

  private mutating func readTests(_ node: Node) -> [IntentTexts.Test] {
    guard case .sequence(let sequence) = node else {
      reader.report("tests should be a list.", at: node, remedy: "Write “- {say: …, slots: {…}}”, one a line.")
      return []
    }
    return sequence.compactMap { readTest($0) }
  }

  private mutating func readTest(_ node: Node) -> IntentTexts.Test? {
    if case .scalar(let scalar) = node { return .init(say: scalar.string, slots: [:]) }
    var test = IntentTexts.Test(say: "", slots: [:])
    for (key, value) in reader.pairs(node, of: "a test") {
      switch key.string {
      case "say": test.say = reader.text(value, of: "say")?.string ?? ""
      case "slots": test.slots = readWordings(value, of: "slots", names: slots.map(\.name))
      default:
        reader.report(
          "a test has no “\(key.string)”.", at: .scalar(key),
          remedy: Nearest.remedy(for: key.string, among: ["say", "slots"]))
      }
    }
    if test.say.isEmpty {
      reader.report("the test says nothing.", at: node, remedy: "Add “say: …”.")
      return nil
    }
    return test
  }
}
