import Conversation

/// Lays a table out for a width: aligned columns where they fit, the widest texts shortened where they nearly do, and
/// one labelled card a row where they cannot.
struct TableLayout {
  let grid: Block.Grid
  let width: Int
  let style: Style
  let colon: String

  /// A text column is not made narrower than this.
  private static let narrowest = 10
  /// A shortened cell takes this many lines, and ends in … if that is not enough.
  private static let cellLines = 2
  private static let gap = "  "

  func lines() -> [String] {
    let columns = allColumns
    let rows = allRows
    let natural = columns.indices.map { index in
      rows.reduce(columns[index].title.columns) { max($0, index < $1.count ? $1[index].columns : 0) }
    }
    guard let widths = fitted(natural, columns) else { return cards() }
    var output = [
      style.bold(join(zip(columns, widths).map { ($0.0.title.truncated(to: $0.1), $0.1, $0.0.alignment) })),
      style.dim(widths.map { String(repeating: "─", count: $0) }.joined(separator: TableLayout.gap)),
    ]
    for row in rows { output += self.lines(of: row, columns, widths) }
    return output
  }

  private var allColumns: [Block.Grid.Column] {
    let columns = grid.columns.map { Block.Grid.Column($0.title.safeLine, $0.alignment) }
    return grid.first == nil ? columns : [Block.Grid.Column("#", .right)] + columns
  }

  private var allRows: [[String]] {
    grid.rows.enumerated().map { index, row in
      let cells = row.map(\.safeLine)
      return grid.first.map { [String($0 + index)] + cells } ?? cells
    }
  }

  /// The columns' widths within the whole width, the widest text columns narrowed first; nil where that cannot be.
  private func fitted(_ natural: [Int], _ columns: [Block.Grid.Column]) -> [Int]? {
    var widths = natural
    var excess = widths.reduce(0, +) + TableLayout.gap.count * (widths.count - 1) - width
    while excess > 0 {
      let shrinkable = widths.indices.filter { columns[$0].alignment == .left && widths[$0] > TableLayout.narrowest }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      let next = shrinkable.filter { widths[$0] < widths[widest] }.map { widths[$0] }.max() ?? TableLayout.narrowest
      let step = max(1, min(excess, widths[widest] - max(next, TableLayout.narrowest)))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  private func lines(of row: [String], _ columns: [Block.Grid.Column], _ widths: [Int]) -> [String] {
    let cells = widths.indices.map { index -> [String] in
      let text = index < row.count ? row[index] : ""
      let wrapped = text.wrapped(to: widths[index])
      guard wrapped.count > TableLayout.cellLines else { return wrapped }
      let kept = wrapped.prefix(TableLayout.cellLines - 1)
      return kept + [wrapped.dropFirst(kept.count).joined(separator: " ").truncated(to: widths[index])]
    }
    return (0..<(cells.map(\.count).max() ?? 1)).map { line in
      join(widths.indices.map { (line < cells[$0].count ? cells[$0][line] : "", widths[$0], columns[$0].alignment) })
    }
  }

  private func join(_ cells: [(text: String, width: Int, alignment: Block.Grid.Alignment)]) -> String {
    var line = cells.map { $0.text.padded(to: $0.width, $0.alignment) }.joined(separator: TableLayout.gap)
    while line.last == " " { line.removeLast() }
    return line
  }

  /// One card a row: its first cell as the title, the others under it with their headings; empty cells left out.
  private func cards() -> [String] {
    grid.rows.enumerated().flatMap { index, row -> [String] in
      let number = grid.first.map { "\($0 + index). " } ?? ""
      let indent = String(repeating: " ", count: max(2, number.count))
      let title = (number + (row.first ?? "").safeLine).wrapped(to: width, indent: indent).map(style.bold)
      return title
        + zip(grid.columns, row).dropFirst().filter { !$0.1.isEmpty }.flatMap { column, cell in
          (indent + column.title.safeLine + colon + cell.safeLine).wrapped(to: width, indent: indent + "  ")
        }
    }
  }
}
