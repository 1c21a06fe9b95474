import Conversation

/// Lays a table out for a width: aligned columns where they fit, the widest texts shortened where they nearly do, and
/// one labelled card a row where they cannot.
struct TableLayout {
  let grid: Block.Grid
  let width: Int
  let style: Style
  let colon: String

  /// A text column is not made narrower than its longest word, as far as that has this many columns.
  private static let longWord = 12
  /// A shortened cell takes this many lines, and ends in … if that is not enough.
  private static let cellLines = 3

  func lines() -> [String] {
    let columns = allColumns
    let rows = allRows
    guard let (widths, gap) = fitted(columns, rows, gap: 2) ?? fitted(columns, rows, gap: 1) else { return cards() }
    let headings = zip(columns, widths).map { ($0.0.title.truncated(to: $0.1), $0.1, $0.0.alignment) }
    var output = [
      style.bold(join(headings, gap)),
      style.dim(widths.map { String(repeating: "─", count: $0) }.joined(separator: gap)),
    ]
    for row in rows { output += self.lines(of: row, columns, widths, gap) }
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

  /// The columns' widths within the whole width, the widest text columns narrowed first, and what stands between them;
  /// nil where that cannot be.
  private func fitted(_ columns: [Block.Grid.Column], _ rows: [[String]], gap: Int) -> ([Int], String)? {
    var widths = columns.indices.map { index in
      rows.reduce(columns[index].title.columns) { max($0, index < $1.count ? $1[index].columns : 0) }
    }
    let least = columns.indices.map { index in
      columns[index].alignment == .right ? widths[index] : longestWord(of: index, columns, rows)
    }
    var excess = widths.reduce(0, +) + gap * (widths.count - 1) - width
    while excess > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      let next = shrinkable.map { widths[$0] }.filter { $0 < widths[widest] }.max() ?? 0
      let step = max(1, min(excess, widths[widest] - max(next, least[widest])))
      widths[widest] -= step
      excess -= step
    }
    return (widths, String(repeating: " ", count: gap))
  }

  private func longestWord(of index: Int, _ columns: [Block.Grid.Column], _ rows: [[String]]) -> Int {
    let cells = [columns[index].title] + rows.map { index < $0.count ? $0[index] : "" }
    var longest = 0
    for cell in cells {
      for word in cell.utf8.split(separator: 0x20).map({ Substring($0) }) where word.utf8.count > longest {
        // Between wide characters a line may end anywhere.
        let isWide = word.utf8.contains { $0 >= 0x80 } && word.contains { $0.columns == 2 }
        longest = max(longest, isWide ? min(word.columns, 6) : word.columns)
      }
    }
    return min(TableLayout.longWord, longest)
  }

  private func lines(of row: [String], _ columns: [Block.Grid.Column], _ widths: [Int], _ gap: String) -> [String] {
    let cells = widths.indices.map { index -> [String] in
      let text = index < row.count ? row[index] : ""
      let wrapped = text.wrapped(to: widths[index])
      guard wrapped.count > TableLayout.cellLines else { return wrapped }
      let kept = wrapped.prefix(TableLayout.cellLines - 1)
      return kept + [rejoined(wrapped.dropFirst(kept.count)).truncated(to: widths[index])]
    }
    return (0..<(cells.map(\.count).max() ?? 1)).map { line in
      join(
        widths.indices.map { (line < cells[$0].count ? cells[$0][line] : "", widths[$0], columns[$0].alignment) }, gap)
    }
  }

  /// Lines as one again: with a space, except between wide characters, where the break took none away.
  private func rejoined(_ lines: ArraySlice<String>) -> String {
    lines.reduce(into: "") { text, line in
      let isInside = text.last?.columns == 2 && line.first?.columns == 2
      text += (text.isEmpty || isInside ? "" : " ") + line
    }
  }

  private func join(_ cells: [(text: String, width: Int, alignment: Block.Grid.Alignment)], _ gap: String) -> String {
    var line = cells.map { $0.text.padded(to: $0.width, $0.alignment) }.joined(separator: gap)
    while line.last == " " { line.removeLast() }
    return line
  }

  /// One card a row: its first cell as the title, the others under it with their headings, as many on a line as fit;
  /// empty cells left out.
  private func cards() -> [String] {
    grid.rows.enumerated().flatMap { index, row -> [String] in
      let number = grid.first.map { "\($0 + index). " } ?? ""
      let indent = String(repeating: " ", count: max(2, number.count))
      let title = (number + (row.first ?? "").safeLine).wrapped(to: width, indent: indent).map(style.bold)
      let fields = zip(grid.columns, row).dropFirst().filter { !$0.1.isEmpty }.map {
        $0.0.title.safeLine + colon + $0.1.safeLine
      }
      return title + flow(fields, indent)
    }
  }

  private func flow(_ fields: [String], _ indent: String) -> [String] {
    var lines: [String] = []
    for field in fields {
      let longer = (lines.last ?? "") + " · " + field
      if !lines.isEmpty, longer.columns <= width {
        lines[lines.count - 1] = longer
      } else {
        lines += (indent + field).wrapped(to: width, indent: indent + "  ")
      }
    }
    return lines
  }
}
