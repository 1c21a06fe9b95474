import Conversation
import Values

/// A reply as GitHub-flavoured Markdown.
public struct MarkdownRenderer: Sendable {
  private let maxBytes: Int?

  /// - Parameter maxBytes: the whole text takes at most so many.
  public init(maxBytes: Int? = nil) { self.maxBytes = maxBytes }

  /// Blocks with an empty line between them; no newline at the end.
  public func text(of reply: Reply) -> String {
    var parts = reply.blocks.map { lines(of: $0).joined(separator: "\n") }.filter { !$0.isEmpty }
    let isNumbered = reply.blocks.contains { if case .list = $0 { true } else { false } }
    if !reply.choices.isEmpty, !isNumbered {
      parts.append(numbered(reply.choices.map(\.title), from: 1).joined(separator: "\n"))
    }
    let output = parts.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
    return ByteLimit(maxBytes, Wording(language: reply.language)).text(of: output.map(String.init))
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .text(let text):
      // Two spaces at the end keep a line break.
      return [text.safe.split(separator: "\n", omittingEmptySubsequences: false).map(escaped).joined(separator: "  \n")]
    case .record(let card):
      let fields = card.fields.map { "- **\(escaped($0.label.safeLine)):** \(escaped($0.value.safeLine))" }
      return title(card.title) + fields
    case .table(let grid): return lines(of: grid)
    case .list(let list): return title(list.title) + numbered(list.items, from: list.first)
    }
  }

  private func lines(of grid: Block.Grid) -> [String] {
    var columns = grid.columns
    if grid.first != nil { columns.insert(Block.Grid.Column("#", .right), at: 0) }
    let rows = grid.rows.enumerated().map { index, row in
      line(of: grid.first.map { [String($0 + index)] + row } ?? row)
    }
    let table = [
      line(of: columns.map(\.title)), "|" + columns.map { $0.alignment == .right ? "---:|" : "---|" }.joined(),
    ]
    let footer = grid.footer.isEmpty ? [] : [""] + grid.footer.map { escaped($0.safeLine) + "  " }
    return title(grid.title) + (grid.rows.isEmpty ? [] : table + rows) + footer
  }

  private func line(of cells: [String]) -> String {
    "| " + cells.map { escaped($0.safeLine) }.joined(separator: " | ") + " |"
  }

  private func title(_ title: String?) -> [String] { title.map { ["**\(escaped($0.safeLine))**", ""] } ?? [] }

  private func numbered(_ items: [String], from first: Int) -> [String] {
    items.enumerated().map { "\(first + $0.offset). \(escaped($0.element.safeLine))" }
  }

  /// With a backslash before what Markdown or HTML would take for markup.
  private func escaped(_ text: some StringProtocol) -> String {
    var output = ""
    for character in text {
      if "\\`*_[]<>|#~".contains(character) { output.append("\\") }
      output.append(character)
    }
    return output
  }
}
