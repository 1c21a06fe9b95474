import Conversation
import Synchronization
import Values

/// Answers as it was told to, and remembers what it was asked.
final class ScriptedResponder: Responder {
  struct Breakdown: Error {}

  let heard = Mutex<[Message]>([])
  private let script: @Sendable (Message) throws -> Reply

  init(_ script: @escaping @Sendable (Message) throws -> Reply = { .saying("You said: \($0.text)") }) {
    self.script = script
  }

  func reply(to message: Message) throws -> Reply {
    heard.withLock { $0.append(message) }
    return try script(message)
  }

  func completions(of line: String, from: String) -> [String] { [] }
}

extension Reply {
  static func saying(_ text: String, _ status: Status = .ok) -> Reply {
    Reply(status, language: .english, blocks: [.text(text)])
  }
}
