/// One row of a delimited file.
public struct CSVRow: Sendable, Hashable {
  /// The physical line of the file on which the row begins, from 1.
  public let line: Int
  public let cells: [String]
}

/// Reads delimited text as RFC 4180 has it, leniently: any line end, a separator that is found out, quotes inside
/// unquoted cells taken as they are. Empty lines are left out.
public struct CSVReader: Sendable {
  public let rows: [CSVRow]
  /// One of `, ; tab |`.
  public let separator: UInt8
  /// The line of a quote that is never closed, so that all that follows is one cell.
  public let unclosedQuote: Int?

  public init(_ text: String) {
    let bytes = Array(text.utf8)
    separator = CSVReader.separator(of: bytes)
    var scanner = Scanner(bytes: bytes, separator: separator)
    rows = scanner.rows()
    unclosedQuote = scanner.unclosedQuote
  }

  /// What stands most often, outside quotes, in the first line; a comma where none of them does.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 34 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 10 || byte == 13 { break }
      if [44, 59, 9, 124].contains(byte) { counts[byte, default: 0] += 1 }
    }
    return ([44, 59, 9, 124] as [UInt8]).max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 44
  }

  private struct Scanner {
    let bytes: [UInt8]
    let separator: UInt8
    var position = 0
    var line = 1
    var unclosedQuote: Int?

    init(bytes: [UInt8], separator: UInt8) {
      self.bytes = bytes
      self.separator = separator
    }

    mutating func rows() -> [CSVRow] {
      var rows: [CSVRow] = []
      while position < bytes.count {
        let start = line
        var cells: [String] = []
        repeat { cells.append(cell()) } while takeSeparator()
        takeLineEnd()
        if cells.count > 1 || !cells[0].isEmpty { rows.append(CSVRow(line: start, cells: cells)) }
      }
      return rows
    }

    private mutating func takeSeparator() -> Bool {
      guard position < bytes.count, bytes[position] == separator else { return false }
      position += 1
      return true
    }

    private mutating func takeLineEnd() {
      guard position < bytes.count else { return }
      if bytes[position] == 13 {
        position += 1
        if position < bytes.count, bytes[position] == 10 { position += 1 }
      } else if bytes[position] == 10 {
        position += 1
      }
      line += 1
    }

    private mutating func cell() -> String {
      if position < bytes.count, bytes[position] == 34 { return quoted() }
      let start = position
      while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 10 || byte == 13 }

    private mutating func quoted() -> String {
      let start = line
      position += 1
      var content: [UInt8] = []
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == 34 {
          guard position < bytes.count, bytes[position] == 34 else { return closed(content) }
          position += 1
        } else if byte == 10 || (byte == 13 && !(position < bytes.count && bytes[position] == 10)) {
          line += 1
        }
        content.append(byte)
      }
      unclosedQuote = unclosedQuote ?? start
      return String(decoding: content, as: UTF8.self)
    }

    /// What stands between a closing quote and the next separator belongs to the cell.
    private mutating func closed(_ content: [UInt8]) -> String {
      let start = position
      while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
      return String(decoding: content + bytes[start..<position], as: UTF8.self)
    }
  }
}
