import Model
import Values

/// One way to understand a sentence.
public struct Reading: Sendable {
  public enum Content: Sendable {
    /// An intent of the catalogue with its slots.
    case intent(IntentDefinition, slots: [String: Filled])
    /// A question or command about a set of records.
    case records(SetReading, Shape)
  }

  public struct Filled: Sendable {
    public let term: Term
    /// The words it came from.
    public let text: String
  }

  public private(set) var content: Content
  public private(set) var cost: Int
  public private(set) var act: SpeechAct
  /// Words as written and as they were read.
  public let corrections: [Correction]
  /// Words that were passed over, since the sentence makes no sense with them.
  public private(set) var ignored: [String]
  /// What was passed over is a clause of its own, with the reason for a command: "I am out tomorrow, move …".
  public private(set) var hasPreamble = false
  /// Some word besides what fills the slots says what to do.
  public let hasVerb: Bool
  /// The template's or the grammar's language.
  public let language: LanguageCode

  public init(
    content: Content, cost: Int, act: SpeechAct, corrections: [Correction], ignored: [String] = [],
    hasVerb: Bool = true, language: LanguageCode
  ) {
    self.content = content
    self.cost = cost
    self.act = act
    self.corrections = corrections
    self.ignored = ignored
    self.hasVerb = hasVerb
    self.language = language
  }

  /// The same reading of a sentence that was put otherwise first.
  func putting(_ proposal: Rewriting.Proposal, costing extra: Int) -> Reading {
    var reading = self
    reading.cost += extra
    reading.ignored += proposal.ignored
    if let preamble = proposal.preamble {
      reading.hasPreamble = true
      if act == .command { reading.act = preamble }
    }
    return reading
  }

  /// Behind a clause that is passed over stands a whole command, or nothing can be made of it.
  func stands(behind preamble: SpeechAct?) -> Bool {
    guard preamble != nil else { return true }
    guard case .intent(let definition, let slots) = content, hasVerb, !isStrange, cost < 60 else { return false }
    return !definition.slots.contains { $0.kind == .sentence }
      && !slots.values.contains { if case .unknown = $0.term { true } else { false } }
  }

  func said(as act: SpeechAct) -> Reading {
    guard self.act == .command else { return self }
    var reading = self
    reading.act = act
    return reading
  }

  /// The same with these slots.
  public func filling(_ slots: [String: Filled]) -> Reading {
    guard case .intent(let definition, _) = content else { return self }
    var reading = self
    reading.content = .intent(definition, slots: slots)
    return reading
  }

  public struct Correction: Sendable, Hashable {
    public let written: String
    public let read: String
    /// A name was mended: evidence, not permission.
    public let isName: Bool

    init(written: String, read: String, isName: Bool = false) {
      self.written = written
      self.read = read
      self.isName = isName
    }
  }

  /// "Acme industry: logistics": a field and a value beside a record, and no word that says what to do.
  public var isTerse: Bool {
    guard case .intent(let definition, _) = content, !hasVerb else { return false }
    return definition.slots.contains { $0.kind == .value("any") }
  }

  /// The same intent with the same slots, all of them with what is known.
  func fills(like other: Reading) -> Bool {
    guard intent == other.intent, case .intent(_, let slots) = content, case .intent(_, let others) = other.content
    else {
      return false
    }
    return !isStrange && slots.count == others.count && others.keys.allSatisfy { slots[$0] != nil }
  }

  /// What a slot for a whole sentence holds, where the sentence is to be kept.
  var sentenceToKeep: String? {
    guard case .intent(let definition, let slots) = content, definition.effect != .read else { return nil }
    for slot in definition.slots where slot.kind == .sentence {
      if case .text(let text)? = slots[slot.name]?.term { return text }
    }
    return nil
  }

  /// Words that nothing knows are to be the value of something.
  var isStrange: Bool {
    guard case .intent(_, let slots) = content else { return false }
    return slots.values.contains(where: \.term.isStrange)
  }

  /// Free text fills a slot: what was said around it matters.
  public var hasText: Bool {
    guard case .intent(_, let slots) = content else { return false }
    return slots.values.contains { if case .text = $0.term { true } else { false } }
  }

  /// More was passed over than a small word or two: two of Chinese, three of letters.
  public var ignoresMuch: Bool {
    let isChinese = ignored.contains { $0.unicodeScalars.contains(where: NameKey.isIdeograph) }
    return ignored.count >= (isChinese ? 2 : 3)
  }

  /// The free texts of its slots.
  public var texts: [String] {
    guard case .intent(_, let slots) = content else { return [] }
    return slots.values.compactMap { if case .text(let text) = $0.term { text } else { nil } }
  }

  /// A command with nothing in it that nobody knows.
  var isSound: Bool {
    if case .intent(_, let slots) = content { return !hasUnknown && !isStrange && !slots.isEmpty && hasVerb }
    return false
  }

  /// What it keeps as text is in the other's text as it was written.
  func hasTexts(within other: Reading) -> Bool {
    !hasUnknown && !isStrange && texts.allSatisfy { text in other.texts.contains { $0.contains(text) } }
      && (intent != other.intent || texts != other.texts)
  }

  /// A slot holds a name that nobody has.
  public var hasUnknown: Bool {
    guard case .intent(_, let slots) = content else { return false }
    return slots.values.contains { if case .unknown = $0.term { true } else { false } }
  }

  /// Nothing but a record's name.
  var isName: Bool {
    if case .records(let set, let shape) = content { return set.isName && !shape.isShown }
    return false
  }

  /// A question, and yet a change with free text that would hold it: 晨星科技的电话事多少？
  var asksInText: Bool {
    guard case .intent(let definition, _) = content else { return false }
    return act == .question && definition.effect != .read && hasText
  }

  /// `deal.move`, `deal.list`.
  public var intent: String {
    switch content {
    case .intent(let definition, _): definition.id
    case .records(let set, let shape): "\(set.query.kind).\(Reading.verb(set, shape))"
    }
  }

  static func verb(_ set: SetReading, _ shape: Shape) -> String {
    if shape.isNarrowing { return "refine" }
    switch shape.asked {
    case .list: return set.isName ? "view" : "list"
    case .field: return "field"
    case .count: return shape.groups.isEmpty ? "count" : shape.top == 0 ? "group" : "top"
    case .aggregate(let aggregate): return shape.groups.isEmpty ? aggregate.rawValue : shape.top == 0 ? "group" : "top"
    case .measure(let id): return shape.groups.isEmpty ? id : shape.top == 0 ? "group" : "top"
    }
  }
}
