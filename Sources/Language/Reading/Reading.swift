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

  public let content: Content
  public let cost: Int
  public let act: SpeechAct
  /// Words as written and as they were read.
  public let corrections: [Correction]
  /// Words that were passed over, since the sentence makes no sense with them.
  public let ignored: [String]
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
  func costing(_ extra: Int, ignoring words: [String]) -> Reading {
    Reading(
      content: content, cost: cost + extra, act: act, corrections: corrections, ignored: ignored + words,
      hasVerb: hasVerb, language: language)
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
