import Conversation
import IntentFiles
import Model
import Surfaces
import Values

/// What the commands need of the rest of the program: one closure each. `Composition.swift` makes `Program.live`.
///
/// A closure throws `ProgramFault` for whatever the person should read; any other error is printed as it describes
/// itself. Both end the command with exit code 3, or the fault's own.
struct Program: Sendable {
  /// Opens the database and says who speaks.
  var open: @Sendable (Settings) throws -> Desk
  /// Reports progress and problems as they come; has written everything, or with `isAllOrNothing` nothing, when it
  /// returns.
  var importFiles: @Sendable (Settings, ImportRequest, ImportObserver) throws -> ImportOutcome
  /// Writes one CSV file per kind into a folder that exists; the files' names and their numbers of rows.
  var export: @Sendable (Settings, _ folder: String) throws -> [(file: String, rows: Int)]
  /// A copy of the database, consistent while others write.
  var backup: @Sendable (Settings, _ file: String) throws -> Void
  /// Integrity, schema version, permissions, settings.
  var doctor: @Sendable (Settings) throws -> [Finding]
  /// The problems of the intent files, each as `PATH:LINE:COLUMN: error: …` with its excerpt; empty where all is well.
  var checkIntents: @Sendable (Settings) throws -> [Problem]
  /// Says every template so many times by chance; the same seed makes the same sentences.
  var playIntents: @Sendable (Settings, _ amount: Int, _ seed: UInt64) throws -> ExpansionCheck.Report
  /// Finds the values of one sentence, as the protocol's JSON array. Made once, called once a line.
  var values: @Sendable (LanguageCode, Moment) throws -> @Sendable (String) -> String
  /// A database of its own with the demo company: its path.
  var makeDemo: @Sendable (Settings) throws -> String
  /// Deletes such a database.
  var discard: @Sendable (_ path: String) -> Void
  /// Where transcripts are played.
  var transcriptWorld: @Sendable (Settings) throws -> any TranscriptWorld
}

extension Program {
  /// What stands before the command's own arguments in every command.
  struct Settings: Sendable {
    /// A path, or `:memory:`; the file exists, perhaps empty.
    let database: String
    /// Who speaks, where `--as` says so.
    var login: String?
    let language: LanguageCode?
    /// A clock that stands still; nil for the system's.
    let now: Moment?
    /// Folders of intent files to lay over the built-in ones.
    let intents: [String]
  }

  /// The program's brain, and who speaks to it.
  struct Desk: Sendable {
    let responder: any Responder
    /// `--as`, else the speaker of the set-up, else the only user; nil where there are several, or none yet.
    let login: String?
    /// For the greeting; nil on an empty database.
    let company: String?
    let userName: String?
    let language: LanguageCode
    /// Closes the database: for a command that ends the process at once.
    var close: @Sendable () -> Void = {}
  }

  struct ImportRequest: Sendable {
    let paths: [String]
    /// The field (`contact.email`, `email`) that a column goes into, by the column's heading.
    let fields: [(column: String, field: String)]
    let isAllOrNothing: Bool
  }

  struct ImportObserver: Sendable {
    let progress: @Sendable (_ file: String, _ done: Int, _ total: Int) -> Void
    let problem: @Sendable (ImportProblem) -> Void
  }

  /// A row, or a cell of it, that was not taken as it stands.
  struct ImportProblem: Sendable {
    let file: String
    /// From 1, the heading's line included; nil for the whole file.
    let line: Int?
    /// A sentence.
    let why: String
  }

  struct ImportOutcome: Sendable {
    var created = 0
    var updated = 0
    var unchanged = 0
    /// Rows left out.
    var rejected = 0
  }

  /// One thing that was looked into.
  struct Finding: Sendable {
    let subject: String
    let state: String
    let isFine: Bool
  }
}

/// Why a command could not do its work, as sentences for whoever runs it: what, what state the data is in, the remedy.
struct ProgramFault: Error, CustomStringConvertible {
  let description: String
  let outcome: Say.Outcome

  init(_ description: String, _ outcome: Say.Outcome = .fault) {
    self.description = description
    self.outcome = outcome
  }
}
