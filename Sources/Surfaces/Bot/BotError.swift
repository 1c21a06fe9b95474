import Model

/// Why a line got no reply, as the protocol has it.
struct BotError: Error {
  enum Code: String, CaseIterable {
    case parseError = "parse_error"
    case invalidMessage = "invalid_message"
    case unknownType = "unknown_type"
    case unsupportedVersion = "unsupported_version"
    case tooLarge = "too_large"
    case idConflict = "id_conflict"
    case unknownUser = "unknown_user"
    case busy
    case storageLocked = "storage_locked"
    case shuttingDown = "shutting_down"
    case `internal`

    /// The same line may be answered later.
    var isRetryable: Bool {
      switch self {
      case .busy, .storageLocked, .shuttingDown, .internal: true
      default: false
      }
    }
  }

  let code: Code
  let message: String
  /// As far as the line could be read.
  var inReplyTo: String?
  var conversation: String?
  /// Under which the log has it.
  var reference: String?

  init(_ code: Code, _ message: String, inReplyTo: String? = nil, conversation: String? = nil) {
    self.code = code
    self.message = message
    self.inReplyTo = inReplyTo
    self.conversation = conversation
  }

  var json: JSON {
    var members: [JSON.Member] = [.init("v", 1), .init("type", "error")]
    if let inReplyTo { members.append(.init("in_reply_to", .string(inReplyTo))) }
    if let conversation { members.append(.init("conversation", ["id": .string(conversation)])) }
    members += [
      .init("code", .string(code.rawValue)), .init("message", .string(message)),
      .init("retryable", .boolean(code.isRetryable)),
    ]
    if let reference { members.append(.init("reference", .string(reference))) }
    return .object(members)
  }
}
