import Conversation
import Values

/// Where transcripts are played: the composition root makes databases for them, and looks into them.
public protocol TranscriptWorld: Sendable {
  /// A fresh database with these records in it (`demo`, or nil for none): its path.
  func make(data: String?, clock: Moment) throws -> String

  /// Opens a database that `make` made. It is opened again after `[restart]`; the one before is let go first.
  func responder(at path: String) throws -> any Responder

  /// The fields of one record as people write them (`stage`: `won`, `amount`: `12500.00`); nil where there is none.
  func check(at path: String, kind: String, name: String) throws -> [String: String]?

  /// How many records of a kind there are.
  func count(at path: String, kind: String) throws -> Int

  /// Deletes the database.
  func discard(_ path: String)
}
