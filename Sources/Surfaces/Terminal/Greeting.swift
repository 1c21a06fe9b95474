import Rendering
import Values

/// What a conversation in a terminal opens with.
public struct Greeting: Sendable {
  private let company: String?
  private let user: String?
  private let language: LanguageCode

  /// - Parameters:
  ///   - company: nil on a database that nothing is known of yet.
  public init(company: String?, user: String?, language: LanguageCode) {
    self.company = company
    self.user = user
    self.language = language
  }

  /// Two lines.
  public var text: String {
    let who = user?.safeLine
    let place = company?.safeLine
    if language == .chinese {
      return "Rapport" + (place.map { " · \($0)" } ?? "") + (who.map { "。\($0)，你好！" } ?? "。你好！") + "\n"
        + "直接说话就行；输入“帮助”看看我会什么，输入“再见”离开。\n"
    }
    return "Rapport" + (place.map { " · \($0)" } ?? "") + (who.map { ". Hello, \($0)." } ?? ". Hello.") + "\n"
      + "Just say what you want; \"help\" shows what I can do, \"bye\" leaves.\n"
  }
}
