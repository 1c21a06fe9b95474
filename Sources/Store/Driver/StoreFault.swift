import GRDB

/// What went wrong with the database itself, and what state the data is in.
public struct StoreFault: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    /// Another process holds the database longer than we wait.
    case locked
    case diskFull
    case notWritable
    case corrupt
    /// A database of some other program.
    case foreign
    /// Written by a later version, whose schema this one does not know.
    case newer(found: Int, known: Int)
    case cannotOpen
    /// A mistake of ours: SQLite's own words.
    case broken(String)
  }

  public let kind: Kind
  /// The file.
  public let place: String

  public init(_ kind: Kind, at place: String) {
    self.kind = kind
    self.place = place
  }

  init(_ error: DatabaseError, at place: String) {
    let kind: Kind =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_FULL: .diskFull
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .notWritable
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt
      case .SQLITE_CANTOPEN: .cannotOpen
      default: .broken("error \(error.extendedResultCode.rawValue)" + (error.message.map { ": \($0)" } ?? ""))
      }
    self.init(kind, at: place)
  }

  public var what: String {
    switch kind {
    case .locked: "The database is locked by another program."
    case .diskFull: "The disk is full."
    case .notWritable: "The database cannot be written by this user."
    case .corrupt: "The file is damaged, or is no database."
    case .foreign: "The file is a database of another program."
    case .newer(let found, let known):
      "The database is of version \(found); this program knows versions up to \(known)."
    case .cannotOpen: "The database cannot be opened."
    case .broken(let detail): "The database refused a statement of ours (\(detail))."
    }
  }

  /// What has happened to the data.
  public var state: String {
    switch kind {
    case .corrupt: "Nothing was changed now; what was in it before may be lost."
    default: "Nothing was changed; all that was acknowledged before is there."
    }
  }

  public var remedy: String {
    switch kind {
    case .locked: "Try again, or end the program that holds it."
    case .diskFull: "Free some space and say it again."
    case .notWritable: "Give this user the right to write the file and its folder."
    case .corrupt: "Restore a backup; \"rapport doctor\" says more."
    case .foreign: "Name another file."
    case .newer: "Use the newer program, or open another database."
    case .cannotOpen: "Check that the folder exists and may be read and written."
    case .broken: "This is a mistake in the program: please report it."
    }
  }

  public var description: String { "\(place): \(what) \(state) \(remedy)" }
}
