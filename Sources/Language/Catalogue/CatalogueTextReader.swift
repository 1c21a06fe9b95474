import Glibc
import Model
import Values

extension Catalogue {
  /// Reads what `text` wrote, in about a millisecond for all of the built-in files.
  public init(text: String) throws(CatalogueTextError) { try self.init(text: text, isLazy: false) }

  /// Where it is lazy, the texts of intents are only read when they are asked for.
  init(text: String, isLazy: Bool) throws(CatalogueTextError) {
    var copy = text
    let result = copy.withUTF8 { bytes -> Result<Catalogue, CatalogueTextError> in
      var reader = CatalogueTextReader(bytes, lazily: isLazy ? text : nil)
      return reader.read()
    }
    self = try result.get()
  }
}

/// The compiled text is damaged; it is made by the build, never by hand.
public struct CatalogueTextError: Error, Hashable, Sendable {
  /// From 1.
  public var line: Int
}

/// Reads line by line, over bytes.
struct CatalogueTextReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var lineEnd = 0
  private var line = 0
  private var nodes: [Template] = []
  private var catalogue = Catalogue()
  private var intent: IntentDefinition?
  private var texts: IntentTexts?
  private var words: LanguageWords?
  private var meaning: Meaning?
  /// The text that the bytes are of, where its lines are to be kept rather than read, and those kept so far.
  private let lazily: String?
  private let isLazy: Bool
  private var kept: Range<Int>?
  /// `texts` is not nil; looking at it would copy it.
  private var isInTexts = false
  /// The language that was named last: most lines name the same few.
  private var lastLanguage = LanguageCode.english

  init(_ bytes: UnsafeBufferPointer<UInt8>, lazily: String? = nil) {
    self.bytes = bytes
    self.lazily = lazily
    isLazy = lazily != nil
    if lazily == nil { nodes.reserveCapacity(1 << 14) }
  }

  /// The texts of one intent, by their lines.
  static func texts(_ lines: Substring, _ language: LanguageCode) -> IntentTexts? {
    var lines = lines
    return lines.withUTF8 { bytes in
      var reader = CatalogueTextReader(bytes)
      reader.texts = IntentTexts(language: language)
      _ = reader.read()
      return reader.lastTexts
    }
  }

  /// Of an intent whose beginning was not read.
  private var lastTexts: IntentTexts?

  mutating func read() -> Result<Catalogue, CatalogueTextError> {
    while position < bytes.count {
      line += 1
      lineEnd = endOfLine(from: position)
      guard let tag = CatalogueTextTag(rawValue: bytes[position]) else { return .failure(.init(line: line)) }
      position += 1
      guard position <= lineEnd, readLine(tag), isAtEndOfLine else { return .failure(.init(line: line)) }
      position = lineEnd + 1
    }
    endIntent()
    endLanguage()
    return .success(catalogue)
  }

  /// False where the line is damaged. Each case reads its fields up to the line's end.
  private mutating func readLine(_ tag: CatalogueTextTag) -> Bool {
    switch tag {
    case .words, .slotReference, .ruleReference, .optional, .sequence, .oneOf, .anyOrder: return readNode(tag)
    case .intent: return readIntent()
    case .slot: return readSlot()
    case .texts, .sentences, .ask, .reply, .help, .examples, .test, .not: return readTexts(tag)
    case .language, .grammar, .sharedRule, .cue, .message, .value, .shorthand: return readLanguage(tag)
    case .meaning:
      meaning = Meaning(fields: fields())
      return meaning != nil
    case .phrases:
      guard let meaning else { return false }
      let language = languageCode()
      while !isAtEndOfLine {
        catalogue.vocabulary.append(VocabularyEntry(language: language, phrase: field(), meaning: meaning))
      }
      return true
    }
  }

  private mutating func readNode(_ tag: CatalogueTextTag) -> Bool {
    switch tag {
    case .words: nodes.append(.words(field()))
    case .slotReference: nodes.append(.slot(field()))
    case .ruleReference: nodes.append(.rule(field()))
    default:
      guard let parts = templates() else { return false }
      switch tag {
      case .optional:
        guard parts.count == 1 else { return false }
        nodes.append(.optional(parts[0]))
      case .sequence: nodes.append(.sequence(parts))
      case .oneOf: nodes.append(.oneOf(parts))
      default: nodes.append(.anyOrder(parts))
      }
    }
    return true
  }

  // MARK: Intents

  private mutating func readIntent() -> Bool {
    endIntent()
    let fields = fields()
    guard fields.count >= 2, let effect = IntentDefinition.Effect(rawValue: fields[1]) else { return false }
    let acts = fields.dropFirst(2).compactMap(SpeechAct.init(rawValue:))
    intent = IntentDefinition(id: fields[0], effect: effect, acts: Set(acts), slots: [], texts: [])
    return acts.count == fields.count - 2
  }

  private mutating func readSlot() -> Bool {
    let fields = fields()
    guard fields.count == 5, let kind = SlotDefinition.Kind(code: fields[1]) else { return false }
    intent?.slots.append(
      SlotDefinition(
        name: fields[0], kind: kind, isRequired: fields[2] == "1", prefers: fields[3].isEmpty ? nil : fields[3],
        isPast: fields[4] == "1"))
    return intent != nil
  }

  private mutating func readTexts(_ tag: CatalogueTextTag) -> Bool {
    if tag == .texts {
      endTexts()
      texts = IntentTexts(language: languageCode())
      isInTexts = true
      return true
    }
    if keeps(tag) { return true }
    guard var current = texts else { return false }
    texts = nil
    switch tag {
    case .sentences:
      guard let sentences = templates() else { return false }
      current.sentences = sentences
    case .ask:
      let slot = field()
      current.ask[slot] = field()
    case .reply:
      let name = field()
      current.reply[name] = field()
    case .help: current.help = field()
    case .examples: current.examples = fields()
    case .not: current.not = fields()
    default:
      var test = IntentTexts.Test(say: field(), slots: [:])
      while !isAtEndOfLine {
        let slot = field()
        test.slots[slot] = field()
      }
      current.tests.append(test)
    }
    texts = current
    return true
  }

  /// Lines that are kept as they are.
  private mutating func keeps(_ tag: CatalogueTextTag) -> Bool {
    guard isInTexts, isLazy else { return false }
    switch tag {
    case .ask, .reply, .help, .examples:
      kept = (kept?.lowerBound ?? position - 1)..<lineEnd
      position = lineEnd
      return true
    default: return false
    }
  }

  private mutating func endTexts() {
    if var texts {
      if let lazily, let kept {
        let start = lazily.utf8.index(lazily.startIndex, offsetBy: kept.lowerBound)
        let end = lazily.utf8.index(start, offsetBy: kept.count)
        texts = IntentTexts(language: texts.language, lines: lazily[start..<end])
      }
      intent?.texts.append(texts)
      lastTexts = texts
    }
    (texts, kept) = (nil, nil)
    isInTexts = false
  }

  private mutating func endIntent() {
    endTexts()
    if let intent { catalogue.intents.append(intent) }
    intent = nil
  }

  // MARK: Languages

  private mutating func readLanguage(_ tag: CatalogueTextTag) -> Bool {
    if tag == .language {
      endLanguage()
      words = LanguageWords(language: LanguageCode(field()))
      return true
    }
    guard var current = words else { return false }
    words = nil
    switch tag {
    case .grammar:
      guard let word = GrammarWord(rawValue: field()) else { return false }
      current.grammar[word] = fields()
    case .sharedRule:
      let name = field()
      guard let template = templates()?.first else { return false }
      current.rules[name] = template
    case .message: current.messages[field()] = field()
    case .value:
      let name = field()
      current.values[name] = fields()
    case .shorthand:
      let name = field()
      current.shorthands[name] = fields()
    default:
      guard let act = SpeechAct(rawValue: field()) else { return false }
      current.cues[act] = fields()
    }
    words = current
    return true
  }

  private mutating func endLanguage() {
    if let words { catalogue.languages.append(words) }
    words = nil
  }

  // MARK: Fields

  private static let newline: UInt8 = 0x0A
  private static let tab: UInt8 = 0x09
  private static let space: UInt8 = 0x20
  private static let backslash: UInt8 = 0x5C

  private var isAtEndOfLine: Bool { position >= lineEnd }

  private func endOfLine(from start: Int) -> Int {
    guard let base = bytes.baseAddress, let end = memchr(base + start, Int32(Self.newline), bytes.count - start) else {
      return bytes.count
    }
    return UnsafeRawPointer(base).distance(to: end)
  }

  /// The next field as a language.
  private mutating func languageCode() -> LanguageCode {
    let name = field()
    if name != lastLanguage.rawValue { lastLanguage = LanguageCode(name) }
    return lastLanguage
  }

  /// The next field, without the tab behind it; empty at the end of the line.
  private mutating func field() -> String {
    let start = position
    var index = start
    var isEscaped = false
    while index < lineEnd, bytes[index] != Self.tab {
      if bytes[index] == Self.backslash { isEscaped = true }
      index &+= 1
    }
    position = index < lineEnd ? index &+ 1 : index
    let slice = UnsafeBufferPointer(rebasing: bytes[start..<index])
    return isEscaped ? Self.unescaped(slice) : String(decoding: slice, as: UTF8.self)
  }

  private mutating func fields() -> [String] {
    var result: [String] = []
    result.reserveCapacity(restOfLine(holds: Self.tab) &+ 1)
    while !isAtEndOfLine { result.append(field()) }
    return result
  }

  /// The nodes whose numbers stand in the rest of the line, separated by spaces; nil where one does not exist.
  private mutating func templates() -> [Template]? {
    var result: [Template] = []
    result.reserveCapacity(restOfLine(holds: Self.space) &+ 1)
    var number = 0
    for index in position..<lineEnd {
      let byte = bytes[index]
      if byte == Self.space {
        guard number < nodes.count else { return nil }
        result.append(nodes[number])
        number = 0
      } else {
        guard byte >= 0x30, byte <= 0x39, number <= nodes.count else { return nil }
        number = number &* 10 &+ Int(byte &- 0x30)
      }
    }
    guard number < nodes.count else { return nil }
    result.append(nodes[number])
    position = lineEnd
    return result
  }

  /// How many of a byte stand between here and the end of the line.
  private func restOfLine(holds byte: UInt8) -> Int {
    var count = 0
    for index in position..<lineEnd where bytes[index] == byte { count &+= 1 }
    return count
  }

  private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var result: [UInt8] = []
    var isEscape = false
    for byte in bytes {
      if isEscape {
        switch byte {
        case UInt8(ascii: "t"): result.append(tab)
        case UInt8(ascii: "n"): result.append(newline)
        case UInt8(ascii: "r"): result.append(0x0D)
        default: result.append(byte)
        }
        isEscape = false
      } else if byte == backslash {
        isEscape = true
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
