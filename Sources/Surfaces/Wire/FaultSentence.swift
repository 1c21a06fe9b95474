import Conversation
import Values

/// A fault as sentences for the person who spoke.
public struct FaultSentence: Sendable {
  public let language: LanguageCode

  public init(language: LanguageCode) { self.language = language }

  private var isChinese: Bool { language == .chinese }

  public func text(of fault: MessageFault) -> String {
    switch fault {
    case .unknownUser(let login):
      isChinese
        ? "我不认识用户“\(login)”。请管理员先添加这个用户，或用 --as 换一个登录名。"
        : "I know no user \"\(login)\". An admin can add one, or name another login with --as."
    case .idConflict(let id):
      isChinese
        ? "消息编号“\(id)”之前用于另一句话，这次什么都没有做。"
        : "The message id \"\(id)\" came before with another text, so nothing was done."
    case .storage(let state): state
    }
  }

  /// For a fault that is ours; the log has the rest under the reference.
  public func unexpected(reference: String) -> String {
    isChinese
      ? "出了故障，什么都没有改动。日志中的编号：\(reference)。"
      : "Something went wrong on my side and nothing was changed. The log has it as \(reference)."
  }

  public func tooLong(limit: Int) -> String {
    isChinese ? "这一行超过了 \(limit) 字节，没有处理。" : "This line is longer than \(limit) bytes, so I did not read it."
  }
}
