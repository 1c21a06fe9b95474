import Conversation

/// How a command prints replies.
public enum ReplyFormat: String, Sendable, CaseIterable {
  case text, markdown, json, csv
}

/// A format with what it needs to know of the place it is printed to.
public struct ReplyPrinter: Sendable {
  public let format: ReplyFormat
  public let renderer: TextRenderer

  public init(_ format: ReplyFormat, _ renderer: TextRenderer) {
    self.format = format
    self.renderer = renderer
  }

  /// The reply with a newline at its end; empty where there is nothing to say.
  public func text(of reply: Reply) -> String {
    let text = lines(of: reply)
    return text.isEmpty || text.last == "\n" ? text : text + "\n"
  }

  /// The reply without a newline at its end, except in CSV.
  public func lines(of reply: Reply) -> String {
    switch format {
    case .text: renderer.text(of: reply)
    case .markdown: MarkdownRenderer(maxBytes: renderer.maxBytes).text(of: reply)
    case .json: ReplyDocument(reply, text: TextRenderer().text(of: reply)).json.text
    case .csv: CSVRenderer().text(of: reply)
    }
  }
}
