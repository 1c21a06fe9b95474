import Model
import Values

/// What is answered: once as data, for programs, and once as blocks, for people. Stored for replays, so Codable.
public struct Reply: Sendable, Hashable, Codable {
  public enum Status: String, Sendable, Codable, CaseIterable {
    case ok, ask, choose, confirm
    case notUnderstood = "not_understood"
    case notFound = "not_found"
    case denied, silent
  }

  public var status: Status
  public var language: LanguageCode
  public var blocks: [Block]
  public var understood: Understood?
  /// As `protocol.md` has it: `{"kind":"list",…}`.
  public var data: JSON?
  public var choices: [Choice]
  public var suggestions: [Suggestion]
  /// Something was written.
  public var changed: Bool
  /// `undo` reverses it.
  public var undo: Bool
  /// It was answered before under the same message id.
  public var replayed: Bool

  public init(
    _ status: Status, language: LanguageCode, blocks: [Block] = [], understood: Understood? = nil, data: JSON? = nil,
    choices: [Choice] = [], suggestions: [Suggestion] = [], changed: Bool = false, undo: Bool = false
  ) {
    self.status = status
    self.language = language
    self.blocks = blocks
    self.understood = understood
    self.data = data
    self.choices = choices
    self.suggestions = suggestions
    self.changed = changed
    self.undo = undo
    replayed = false
  }
}

/// How the sentence was understood.
public struct Understood: Sendable, Hashable, Codable {
  public let intent: String
  /// `exact`, `corrected`, `partial`, `ambiguous`, `none`.
  public let tier: String
  /// By slot name, sorted.
  public let slots: [JSON.Member]
  /// The meaning in one line.
  public let reading: String
  public let runnersUp: [String]

  public init(intent: String, tier: String, slots: [JSON.Member], reading: String, runnersUp: [String] = []) {
    self.intent = intent
    self.tier = tier
    self.slots = slots
    self.reading = reading
    self.runnersUp = runnersUp
  }
}

/// One of the things a question lets choose from; its number is its place, from 1.
public struct Choice: Sendable, Hashable, Codable {
  public let title: String
  /// What to send to pick it.
  public let send: String
  public init(title: String, send: String) {
    self.title = title
    self.send = send
  }
}

public struct Suggestion: Sendable, Hashable, Codable {
  public let title: String
  public let send: String
  public init(title: String, send: String) {
    self.title = title
    self.send = send
  }
}
