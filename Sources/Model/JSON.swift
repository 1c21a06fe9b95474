/// A JSON value whose objects keep their order, so that the same meaning is the same text.
public indirect enum JSON: Hashable, Sendable, Codable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  public struct Member: Hashable, Sendable, Codable {
    public let key: String
    public let value: JSON
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0.0, $0.1) }) }

  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// One line, no spaces; control characters and bidirectional overrides escaped, everything else as it is.
  public var text: String {
    var output: [UInt8] = []
    output.reserveCapacity(256)
    write(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The text as UTF-8.
  public func write(into output: inout [UInt8]) {
    switch self {
    case .null: output += "null".utf8
    case .boolean(let value): output += (value ? "true" : "false").utf8
    case .integer(let value): output += String(value).utf8
    case .number(let value): output += (value.isFinite ? JSON.plain(value) : "null").utf8
    case .string(let value): JSON.quote(value, into: &output)
    case .array(let items):
      output.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        item.write(into: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        JSON.quote(member.key, into: &output)
        output.append(UInt8(ascii: ":"))
        member.value.write(into: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  /// A whole number without a fraction part.
  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
  }

  /// A string between quotation marks, as UTF-8.
  public static func quote(_ text: String, into output: inout [UInt8]) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        let length = escapedLength(bytes, index)
        if length > 0 {
          output += UnsafeBufferPointer(rebasing: bytes[start..<index])
          escape(UnsafeBufferPointer(rebasing: bytes[index..<index + length]), into: &output)
          start = index + length
        }
        index += max(1, length)
      }
      output += UnsafeBufferPointer(rebasing: bytes[start...])
    }
    output.append(UInt8(ascii: "\""))
  }

  /// How many bytes the character at a place has if it must be escaped, or 0: controls (also U+0080 to U+009F),
  /// U+2028 to U+202E, the quotation mark and the backslash.
  @inline(__always) private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x22, 0x5C, 0..<0x20, 0x7F: 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: 2
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && 0xA8...0xAE ~= bytes[index + 2]: 3
    default: 0
    }
  }

  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    switch bytes[0] {
    case UInt8(ascii: "\""): output += "\\\"".utf8
    case UInt8(ascii: "\\"): output += "\\\\".utf8
    case UInt8(ascii: "\n"): output += "\\n".utf8
    case UInt8(ascii: "\r"): output += "\\r".utf8
    case UInt8(ascii: "\t"): output += "\\t".utf8
    default:
      let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0
      let hex = String(scalar, radix: 16)
      output += ("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex).utf8
    }
  }
}
