import Conversation

/// Lays a table out for a width: aligned columns where they fit, the widest texts shortened where they nearly do, and
/// one labelled card a row where they cannot.
struct TableLayout {
  let grid: Block.Grid
  let width: Int
  let style: Style
  let wording: Wording

  private var colon: String { wording.colon }

  /// A shortened cell takes this many lines, and ends in … if that is not enough.
  private static let cellLines = 3

  func lines() -> [String] {
    let columns = allColumns
    let rows = allRows
    let fit = ColumnFit(columns: columns, rows: rows, leading: grid.first == nil ? 1 : 2, width: width)
    guard let fitted = fit.fitted() else { return cards() }
    let gap = String(repeating: " ", count: fitted.gap)
    let headings = zip(fitted.shown, fitted.widths).map { index, width in
      (columns[index].title.truncated(to: width), width, columns[index].alignment)
    }
    var output = [
      style.bold(join(headings, gap)),
      style.dim(fitted.widths.map { String(repeating: "─", count: $0) }.joined(separator: gap)),
    ]
    for row in rows {
      output += lines(
        of: fitted.shown.map { $0 < row.count ? row[$0] : "" }, fitted.shown.map { columns[$0] }, fitted.widths, gap)
    }
    return output + left(out: columns.indices.filter { !fitted.shown.contains($0) }, columns, rows)
  }

  /// What there was no room for. A column that says the same in all rows is said in one line.
  private func left(out: [Int], _ columns: [Block.Grid.Column], _ rows: [[String]]) -> [String] {
    var same: [String] = []
    var missing: [String] = []
    for index in out {
      let cells = rows.map { index < $0.count ? $0[index] : "" }
      if cells.count > 1, let first = cells.first, cells.allSatisfy({ $0 == first }) {
        same.append(columns[index].title + colon + first)
      } else {
        missing.append(columns[index].title)
      }
    }
    return [same.isEmpty ? nil : wording.inAllRows(same), missing.isEmpty ? nil : wording.leftOut(missing)]
      .compactMap(\.self).flatMap { $0.wrapped(to: width).map(style.dim) }
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

  private func lines(of row: [String], _ columns: [Block.Grid.Column], _ widths: [Int], _ gap: String) -> [String] {
    let cells = widths.indices.map { index -> [String] in
      let text = index < row.count ? row[index] : ""
      let wrapped = text.fitting(widths[index]).wrapped(to: widths[index])
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
