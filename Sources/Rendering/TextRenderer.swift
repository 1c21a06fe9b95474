import Conversation
import Values

/// A reply as text that is complete on its own: for a terminal, with colours, or for a chat, plain.
public struct TextRenderer: Sendable {
  /// Tables are fitted to this many columns; text is wrapped to it. nil where the other side wraps by itself: text is
  /// then left alone and tables take at most 100.
  public let width: Int?
  /// The whole text takes at most this many bytes; nil for no limit.
  public let maxBytes: Int?
  /// An empty line stands between blocks.
  public let hasSpacing: Bool
  let style: Style

  public init(width: Int? = nil, maxBytes: Int? = nil, hasColor: Bool = false, hasSpacing: Bool = false) {
    self.width = width.map { max(20, $0) }
    self.maxBytes = maxBytes.map { max(16, $0) }
    self.hasSpacing = hasSpacing
    style = Style(isOn: hasColor)
  }

  /// Where little fits, tables become one line a row.
  private var isCompact: Bool { (width ?? 80) < 40 || (maxBytes ?? .max) < 1000 }

  /// Lines without a newline at the end; empty for a silent reply.
  public func text(of reply: Reply) -> String {
    var parts = reply.blocks.map { lines(of: $0, reply) }.filter { !$0.isEmpty }
    if let choices = choices(of: reply) { parts.append(choices) }
    let isAiry = hasSpacing && parts.contains { $0.count > 1 }
    var output = Array(parts.joined(separator: isAiry ? [""] : []))
    output += suggestions(of: reply, in: output)
    return ByteLimit(maxBytes, Wording(language: reply.language)).text(of: output)
  }

  private func lines(of block: Block, _ reply: Reply) -> [String] {
    let wording = Wording(language: reply.language)
    let colon = wording.colon
    switch block {
    case .text(let text): return text.isEmpty ? [] : paragraphs(text.safe)
    case .record(let card): return lines(of: card, colon)
    case .table(let grid):
      let rows =
        isCompact ? compact(grid) : TableLayout(grid: grid, width: width ?? 100, style: style, wording: wording).lines()
      return title(grid.title) + (grid.rows.isEmpty ? [] : rows) + grid.footer.flatMap { wrap($0.safe).map(style.dim) }
    case .list(let list):
      return title(list.title) + numbered(list.items, from: list.first)
    }
  }

  private func title(_ title: String?) -> [String] {
    title.map { wrap($0.safeLine).map(style.bold) } ?? []
  }

  private func wrap(_ text: String, indent: String = "") -> [String] {
    guard let width else { return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    return text.wrapped(to: width, indent: indent)
  }

  /// What goes on from an indented line is indented further.
  private func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      let indent = line.prefix { $0 == " " }
      return wrap(String(line), indent: indent.isEmpty ? "" : indent + "  ")
    }
  }

  private func lines(of card: Block.Card, _ colon: String) -> [String] {
    let label = min(24, card.fields.map(\.label.safeLine.columns).max() ?? 0)
    let fields = card.fields.flatMap { field -> [String] in
      let value = field.value.safe
      if isCompact { return wrap(field.label.safeLine + colon + value.safeLine) }
      let head = "  " + field.label.safeLine.padded(to: label) + "  "
      let indent = String(repeating: " ", count: head.columns)
      let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
      let whole = head + lines.joined(separator: "\n" + indent)
      return wrap(whole, indent: indent)
    }
    return title(card.title) + fields
  }

  private func numbered(_ items: [String], from first: Int) -> [String] {
    let room = String(first + max(0, items.count - 1)).count
    return items.enumerated().flatMap { index, item in
      let number = String(first + index).padded(to: room, .right) + ". "
      return wrap(number + item.safeLine, indent: String(repeating: " ", count: number.count))
    }
  }

  private func compact(_ grid: Block.Grid) -> [String] {
    grid.rows.enumerated().flatMap { index, row -> [String] in
      let number = grid.first.map { "\($0 + index). " } ?? ""
      let cells = row.map(\.safeLine).filter { !$0.isEmpty }.joined(separator: " · ")
      return wrap(number + cells, indent: String(repeating: " ", count: number.count))
    }
  }

  /// The choices of a question, unless a numbered block shows them already.
  private func choices(of reply: Reply) -> [String]? {
    let isShown = reply.blocks.contains {
      switch $0 {
      case .list: true
      case .table(let grid): grid.first != nil
      case .text, .record: false
      }
    }
    return reply.choices.isEmpty || isShown ? nil : numbered(reply.choices.map(\.title), from: 1)
  }

  /// What to say instead, where nothing was done and the text does not say it yet.
  private func suggestions(of reply: Reply, in lines: [String]) -> [String] {
    guard [.notUnderstood, .notFound, .denied].contains(reply.status) else { return [] }
    let wording = Wording(language: reply.language)
    let said = lines.joined(separator: " ")
    let sends = reply.suggestions.map(\.send.safeLine).filter { !said.contains($0) }
    guard !sends.isEmpty else { return [] }
    return wrap(wording.suggestion + sends.map(wording.quoted).joined(separator: wording.comma))
  }
}
