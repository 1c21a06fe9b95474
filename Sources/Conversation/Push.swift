import Model
import Values

/// What a person is told without having asked, worded for them.
public struct Push: Sendable, Hashable {
  /// Stays the same until it is delivered, whatever happens in between.
  public let id: String
  /// The login.
  public let to: String
  /// `reminder`, `assigned`, …
  public let kind: String
  public let text: String
  /// What it is about, as data: the record's kind, code and name.
  public let about: JSON?

  public init(id: String, to: String, kind: String, text: String, about: JSON? = nil) {
    self.id = id
    self.to = to
    self.kind = kind
    self.text = text
    self.about = about
  }
}

extension Responder {
  public func pushes(to login: String?, now: Moment?) throws -> [Push] { [] }
  public func delivered(_ ids: [String], now: Moment?) throws {}
}
