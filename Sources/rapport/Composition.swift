import Conversation

extension Program {
  /// The program as it ships.
  static let live = Program(
    open: { settings in
      Desk(
        responder: Echo(), login: settings.login, company: nil, userName: settings.login,
        language: settings.language ?? .english)
    },
    importFiles: { _, _, _ in throw ProgramFault("Import is not connected yet.") },
    export: { _, _ in throw ProgramFault("Export is not connected yet.") },
    backup: { _, _ in throw ProgramFault("Backup is not connected yet.") },
    doctor: { _ in throw ProgramFault("The doctor is not connected yet.") },
    checkIntents: { _ in throw ProgramFault("Check is not connected yet.") },
    values: { _, _ in throw ProgramFault("Values are not connected yet.") },
    transcriptWorld: { _ in throw ProgramFault("Transcripts are not connected yet.") })
}

/// Repeats what it is told; stands in until the assistant is connected.
struct Echo: Responder {
  func reply(to message: Message) -> Reply {
    Reply(.notUnderstood, language: .english, blocks: [.text("You said \"\(message.text)\".")])
  }

  func completions(of line: String, from: String) -> [String] { ["show my deals", "show the pipeline"] }
}
