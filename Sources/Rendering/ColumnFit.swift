import Conversation

/// How a table's columns share a width. Where they do not fit as they are, in this order: a column whose rows all say the
/// same goes; texts take two lines, broken between words; the last columns go; a long word is cut, with …. What is gone is
/// said under the table.
struct ColumnFit {
  struct Column {
    let title: String
    let alignment: Block.Grid.Alignment
    /// As wide as its widest cell.
    let natural: Int
    /// As narrow as its cells allow in two lines, amounts in one line each, without breaking a word.
    let wrapped: Int
    let isConstant: Bool
  }

  /// The places of the columns that are shown, and how wide each is.
  struct Fitted {
    let shown: [Int]
    let widths: [Int]
    let gap: Int
  }

  /// What a record is called stays on one line up to this width.
  private static let name = 18
  /// How narrow a text column may be made by cutting words.
  private static let leastCut = 14

  let columns: [Column]
  /// The columns at the beginning that are always shown: the number and the name.
  let leading: Int
  let width: Int

  init(columns: [Block.Grid.Column], rows: [[String]], leading: Int, width: Int) {
    self.leading = leading
    self.width = width
    self.columns = columns.indices.map { index in
      let cells = rows.map { index < $0.count ? $0[index] : "" }
      let isText = columns[index].alignment == .left
      var natural = columns[index].title.columns
      var wrapped = natural
      for cell in cells {
        natural = max(natural, cell.columns)
        wrapped = max(wrapped, isText ? ColumnFit.twoLines(cell) : ColumnFit.longestAmount(cell))
      }
      if index == leading - 1 { wrapped = max(wrapped, min(natural, ColumnFit.name)) }
      return Column(
        title: columns[index].title, alignment: columns[index].alignment, natural: natural, wrapped: wrapped,
        isConstant: rows.count > 1 && cells.allSatisfy { $0 == cells.first })
    }
  }

  /// nil where even the least does not fit.
  func fitted() -> Fitted? {
    var shown = Array(columns.indices)
    if let all = share(shown, least: \.natural) { return all }
    while let constant = shown.last(where: { $0 >= leading && columns[$0].isConstant }) {
      shown.removeAll { $0 == constant }
      if let found = share(shown, least: \.natural) { return found }
    }
    // A table of which less than half would be left is better told as cards.
    let least = max(leading + 1, leading + (columns.count - leading + 1) / 2)
    while shown.count >= least {
      if let found = share(shown, least: \.wrapped) { return found }
      if shown.count == least { break }
      shown.removeLast()
    }
    return share(shown) { $0.alignment == .left ? min($0.wrapped, Self.leastCut) : $0.wrapped }
  }

  /// The widest text columns are narrowed first, none below its least.
  private func share(_ shown: [Int], least: (Column) -> Int) -> Fitted? {
    let least = shown.map { least(columns[$0]) }
    for gap in [2, 1] {
      let room = width - gap * (shown.count - 1)
      guard least.reduce(0, +) <= room else { continue }
      var widths = shown.map { columns[$0].natural }
      var excess = widths.reduce(0, +) - room
      while excess > 0 {
        guard let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: { widths[$0] < widths[$1] }) else {
          break
        }
        let next = widths.indices.filter { widths[$0] > least[$0] && widths[$0] < widths[widest] }.map { widths[$0] }
          .max()
        let step = max(1, min(excess, widths[widest] - max(next ?? 0, least[widest])))
        widths[widest] -= step
        excess -= step
      }
      return Fitted(shown: shown, widths: widths, gap: gap)
    }
    return nil
  }

  // MARK: Cells

  /// The least width in which a text takes two lines, no word of it broken.
  private static func twoLines(_ cell: String) -> Int {
    let words = cell.split(separator: " ").map(\.columns)
    let total = words.reduce(0, +) + max(0, words.count - 1)
    // Between wide characters a line may end anywhere.
    guard !isDated(cell) else { return total }
    guard !cell.utf8.contains(where: { $0 >= 0xE3 }) else { return total <= 8 ? total : total / 2 + 2 }
    var least = total
    var first = 0
    for (index, word) in words.enumerated().dropLast() {
      first += word + (index == 0 ? 0 : 1)
      least = min(least, max(first, total - first - 1))
    }
    return least
  }

  /// "Thu 2026-11-12 17:00" and its like stay together.
  private static func isDated(_ cell: String) -> Bool {
    let count = cell.utf8.count
    return count >= 10 && count <= 26 && cell.utf8.count { $0 == 0x2D } == 2
      && cell.utf8.count { 0x30...0x39 ~= $0 } >= 8
  }

  /// Amounts in several currencies may stand below each other.
  private static func longestAmount(_ cell: String) -> Int {
    guard cell.utf8.contains(0x2C), cell.contains(", ") else { return cell.columns }
    return cell.split(separator: " ").map(\.columns).max() ?? 0
  }
}
