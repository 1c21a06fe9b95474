import Values

/// A written conversation with the replies it should get (`*.chat`).
struct Transcript {
  /// What stands above `---`.
  struct Header: Equatable {
    var clock: Moment
    var zone: Zone
    /// `demo`, or nil for an empty database.
    var data: String?
    var users: [String] = []
    var language: LanguageCode?
    /// A folder beside the transcript, whose files lie in the database's folder when it begins.
    var files: String?
  }

  /// One thing that happens, or that is expected of the reply before it.
  struct Step: Equatable {
    /// Its lines in the file, from 0.
    let lines: Range<Int>
    let action: Action
  }

  enum Action: Equatable {
    case say(Speech)
    /// The whole text, line by line.
    case reply([String])
    /// Each is somewhere in the text.
    case has([String])
    /// None is anywhere in the text.
    case lacks([String])
    case status(String)
    /// Somebody was told this without having asked.
    case push(to: String, [String])
    /// Somebody was told nothing that is not written here already.
    case noPush(to: String)
    case check(StateCheck)
    /// The last message once more, under the same id.
    case again
    case clock(ClockChange)
    /// The database is closed and opened again.
    case restart
  }

  struct Speech: Equatable {
    let from: String
    let conversation: String
    let text: String
  }

  enum ClockChange: Equatable {
    case to(LocalTime)
    case by(seconds: Int)
    /// The same time of day so many days on.
    case days(Int)
  }

  let path: String
  /// The file as it is written, for blessing.
  let lines: [String]
  let header: Header
  let steps: [Step]
}

/// What a record, or a kind of records, should look like now.
struct StateCheck: Equatable {
  enum Expected: Equatable {
    case fields([Field])
    case gone
    case count(Int)
  }

  struct Field: Equatable {
    let name: String
    let value: String
  }

  let kind: String
  /// Empty for a count.
  let name: String
  let expected: Expected
}

/// Why a transcript cannot be played.
struct TranscriptProblem: Error, CustomStringConvertible {
  let path: String
  /// From 1.
  let line: Int
  let reason: String
  var description: String { "\(path):\(line): \(reason)" }
}
