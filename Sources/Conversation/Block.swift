import Values

/// A part of a reply as people read it; a surface lays it out for its width and means.
public enum Block: Sendable, Hashable, Codable {
  /// A paragraph; may contain newlines.
  case text(String)
  /// One record: its title line and labelled fields.
  case record(Card)
  /// Rows under headings.
  case table(Grid)
  /// Numbered lines, from `first`: what "the second one" picks from.
  case list(Numbered)

  public struct Card: Sendable, Hashable, Codable {
    public let title: String
    public let fields: [Line]
    public struct Line: Sendable, Hashable, Codable {
      public let label: String
      public let value: String
      public init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
      }
    }
    public init(title: String, fields: [Line]) {
      self.title = title
      self.fields = fields
    }
  }

  public struct Grid: Sendable, Hashable, Codable {
    public enum Alignment: String, Sendable, Codable { case left, right }
    public struct Column: Sendable, Hashable, Codable {
      public let title: String
      public let alignment: Alignment
      public init(_ title: String, _ alignment: Alignment = .left) {
        self.title = title
        self.alignment = alignment
      }
    }
    public let title: String?
    public let columns: [Column]
    /// As many cells a row as there are columns.
    public let rows: [[String]]
    /// Under the table: totals, "12 of 40, say more".
    public let footer: [String]
    /// Number rows from here in an extra first column; nil for none.
    public let first: Int?

    public init(title: String?, columns: [Column], rows: [[String]], footer: [String] = [], first: Int? = nil) {
      self.title = title
      self.columns = columns
      self.rows = rows
      self.footer = footer
      self.first = first
    }

    /// With one more column behind the first; as many cells as there are rows.
    public func adding(_ title: String, _ cells: [String]) -> Grid {
      Grid(
        title: self.title, columns: columns.prefix(1) + [Column(title)] + columns.dropFirst(),
        rows: zip(rows, cells).map { $0.prefix(1) + [$1] + $0.dropFirst() }, footer: footer,
        first: first)
    }
  }

  public struct Numbered: Sendable, Hashable, Codable {
    public let title: String?
    public let items: [String]
    public let first: Int
    public init(title: String?, items: [String], first: Int = 1) {
      self.title = title
      self.items = items
      self.first = first
    }
  }
}
