import Conversation
import Values

/// Who speaks at a surface that has one speaker, where, and by which clock.
public struct Seat: Sendable {
  /// A login.
  public let from: String
  public let conversation: String
  /// What faults are said in.
  public let language: LanguageCode
  /// nil for the system's clock.
  public let now: Moment?

  public init(from: String, conversation: String, language: LanguageCode = .english, now: Moment? = nil) {
    self.from = from
    self.conversation = conversation
    self.language = language
    self.now = now
  }

  /// - Parameter other: who speaks instead.
  func message(_ text: String, from other: String? = nil) -> Message {
    Message(conversation: conversation, from: other ?? from, text: text, now: now)
  }
}
