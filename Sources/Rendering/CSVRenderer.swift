import Conversation
import Model

/// A reply's records, groups or tables as CSV (RFC 4180) with newlines as line ends. A cell that a spreadsheet would
/// take for a formula gets a `'` before it, unless it is a number.
public struct CSVRenderer: Sendable {
  public init() {}

  /// With a newline at the end of each row; rows of text only where the reply holds no rows of any kind.
  public func text(of reply: Reply) -> String {
    let rows = reply.data.flatMap(rows(of:)) ?? reply.blocks.flatMap(rows(of:))
    return rows.map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
  }

  private func rows(of data: JSON) -> [[String]]? {
    if case .array(let records)? = data["records"], !records.isEmpty { return table(records) }
    if case .array(let groups)? = data["groups"], !groups.isEmpty { return table(groups) }
    return nil
  }

  /// The members of all objects as columns, in the order they first appear.
  private func table(_ objects: [JSON]) -> [[String]] {
    let rows = objects.map(columns(of:))
    var names: [String] = []
    var known: Set<String> = []
    for (name, _) in rows.joined() where known.insert(name).inserted { names.append(name) }
    return [names] + rows.map { row in names.map { name in row.first { $0.0 == name }?.1 ?? "" } }
  }

  private func columns(of object: JSON) -> [(String, String)] {
    guard case .object(let members) = object else { return [("value", text(of: object))] }
    return members.flatMap { member -> [(String, String)] in
      if let amount = member.value["amount"], let currency = member.value["currency"] {
        return [(member.key, text(of: amount)), ("\(member.key)_currency", text(of: currency))]
      }
      if case .object(let totals) = member.value, member.key == "totals" {
        return totals.map { ($0.key, text(of: $0.value)) }
      }
      return [(member.key, text(of: member.value))]
    }
  }

  private func text(of value: JSON) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .array(let items): items.map(text(of:)).joined(separator: "; ")
    case .object: value["name"].map(text(of:)) ?? value["id"].map(text(of:)) ?? value.text
    case .boolean, .integer, .number: value.text
    }
  }

  private func rows(of block: Block) -> [[String]] {
    switch block {
    case .text(let text): [[text]]
    case .record(let card): [["field", "value"]] + card.fields.map { [$0.label, $0.value] }
    case .table(let grid): [grid.columns.map(\.title)] + grid.rows
    case .list(let list): list.items.map { [$0] }
    }
  }

  private func cell(_ text: String) -> String {
    var text = text.safe
    if let first = text.first, "=+-@\t\r＝＋－＠".contains(first), Double(text) == nil { text = "'" + text }
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" }) || text.first == " " || text.last == " "
    else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
