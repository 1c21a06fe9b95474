/// A business card as phones exchange it: version 3.0 (RFC 2426), which all of them open, and what can be read of others.
public struct VCard: Sendable, Hashable {
  public var name = ""
  public var company = ""
  public var title = ""
  public var email = ""
  public var phones: [String] = []
  public var address = ""

  public init() {}

  /// The first card of a file; nil where there is none with a name.
  public init?(_ text: String) {
    var isInside = false
    for line in VCard.unfolded(text) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = line[..<colon].uppercased()
      let name = key.split(separator: ";").first.map { $0.split(separator: ".").last.map(String.init) ?? "" } ?? ""
      let value = String(line[line.index(after: colon)...])
      switch name {
      case "BEGIN": isInside = true
      case "END":
        if isInside, !self.name.isEmpty { return }
      case "FN": self.name = VCard.plain(value)
      case "N" where self.name.isEmpty:
        let parts = VCard.parts(value)
        self.name = [parts.dropFirst().first, parts.first].compactMap(\.self).filter { !$0.isEmpty }.joined(
          separator: " ")
      case "ORG": company = VCard.parts(value).first ?? ""
      case "TITLE": title = VCard.plain(value)
      case "EMAIL" where email.isEmpty: email = VCard.plain(value)
      case "TEL": phones.append(VCard.plain(value.lowercased().hasPrefix("tel:") ? String(value.dropFirst(4)) : value))
      case "ADR" where address.isEmpty:
        address = VCard.parts(value).filter { !$0.isEmpty }.joined(separator: ", ")
      default: break
      }
    }
    if name.isEmpty || !isInside { return nil }
  }

  public var text: String {
    var lines = ["BEGIN:VCARD", "VERSION:3.0"]
    let words = name.split(separator: " ")
    let isChinese = words.count == 1
    let family = isChinese ? name : words.last.map(String.init) ?? name
    let given = isChinese ? "" : words.dropLast().joined(separator: " ")
    lines.append("N:\(VCard.escaped(family));\(VCard.escaped(given));;;")
    lines.append("FN:\(VCard.escaped(name))")
    if !company.isEmpty { lines.append("ORG:\(VCard.escaped(company))") }
    if !title.isEmpty { lines.append("TITLE:\(VCard.escaped(title))") }
    if !email.isEmpty { lines.append("EMAIL;TYPE=INTERNET:\(VCard.escaped(email))") }
    for phone in phones { lines.append("TEL;TYPE=WORK,VOICE:\(VCard.escaped(phone))") }
    if !address.isEmpty { lines.append("ADR;TYPE=WORK:;;\(VCard.escaped(address));;;;") }
    lines.append("END:VCARD")
    return lines.flatMap(VCard.folded).joined(separator: "\r\n") + "\r\n"
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\", ";", ",": "\\\(character)"
      case "\n", "\r\n", "\r": "\\n"
      default: String(character)
      }
    }.joined()
  }

  private static func plain(_ text: String) -> String { parts(text, isWhole: true).first ?? "" }

  /// The components between semicolons, unescaped.
  private static func parts(_ text: String, isWhole: Bool = false) -> [String] {
    var result = [""]
    var isEscaped = false
    for character in text {
      if isEscaped {
        result[result.count - 1].append(character == "n" || character == "N" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == ";", !isWhole {
        result.append("")
      } else if !character.isNewline {
        result[result.count - 1].append(character)
      }
    }
    return result
  }

  /// A line that goes on begins with a space.
  private static func unfolded(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if line.first == " " || line.first == "\t", let last = lines.popLast() {
        lines.append(last + line.dropFirst())
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  /// At most 75 bytes a line, never inside a character.
  private static func folded(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for character in line {
      if current.utf8.count + String(character).utf8.count > 74 {
        lines.append(current)
        current = " "
      }
      current.append(character)
    }
    return lines + [current]
  }
}
