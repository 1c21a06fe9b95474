import Values

/// A line that somebody said, as a surface hands it over.
public struct Message: Sendable, Hashable {
  /// The bridge's id, unique in its conversation; nil where lines have none (REPL, `say`).
  public let id: String?
  public let conversation: String
  /// A login, or an identity linked to one. Never taken from the text.
  public let from: String
  public let text: String
  /// Understand it and say how, but do nothing.
  public let isExplain: Bool
  /// An unknown identity may speak as a guest.
  public let allowsGuest: Bool
  /// The bridge's clock, where it sets one (`--now`, `clock`); nil for the system's.
  public let now: Moment?

  public init(
    id: String? = nil, conversation: String, from: String, text: String, isExplain: Bool = false,
    allowsGuest: Bool = false, now: Moment? = nil
  ) {
    self.id = id
    self.conversation = conversation
    self.from = from
    self.text = text
    self.isExplain = isExplain
    self.allowsGuest = allowsGuest
    self.now = now
  }
}

/// Whoever answers messages: what a surface knows of the rest of the program.
public protocol Responder: Sendable {
  /// One reply to one message. Throws `MessageFault`; whatever was asked for is then either wholly done or not at all.
  func reply(to message: Message) throws -> Reply
  /// For completion in a terminal: what may stand at the end of this half-typed line, best first.
  func completions(of line: String, from: String) -> [String]
  /// What was not delivered yet, the oldest first: to one login, or to everybody. What falls due at `now` (nil: the
  /// system's clock) is among it.
  func pushes(to login: String?, now: Moment?) throws -> [Push]
  /// These pushes arrived and are not to be pushed again.
  func delivered(_ ids: [String], now: Moment?) throws
}

/// Why a message got no reply. The wording is the surface's.
public enum MessageFault: Error, Sendable, Hashable {
  case unknownUser(String)
  /// The same message id came before with another text.
  case idConflict(String)
  /// The database is locked, full, or not writable: what state it is in, and the remedy, as sentences.
  case storage(String)
}
