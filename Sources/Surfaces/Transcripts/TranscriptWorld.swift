import Conversation
import Values

/// Where transcripts are played: the composition root makes databases for them, and looks into them.
public protocol TranscriptWorld: Sendable {
  /// A fresh database file: its path.
  ///
  /// - Parameters:
  ///   - data: `demo`, or nil for no records.
  ///   - users: the logins that speak; with no records they are to be made.
  func make(data: String?, users: [String], clock: Moment) throws -> String

  /// Opens a database that `make` made. It is opened again after `[restart]`; the one before is let go first.
  func responder(at path: String, language: LanguageCode?) throws -> any Responder

  /// The fields of one record as people write them (`stage`: `won`, `amount`: `12500.00`), by the names that a
  /// transcript may use; nil where there is no such record.
  func check(at path: String, kind: String, name: String, now: Moment) throws -> [String: String]?

  /// How many records of a kind there are.
  func count(at path: String, kind: String, now: Moment) throws -> Int

  /// Deletes the database.
  func discard(_ path: String)
}
