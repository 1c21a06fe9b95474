/// Reads one JSON text (RFC 8259), strictly: no comments, no trailing commas, nothing after the value, valid UTF-8 only,
/// no lone surrogates. A bot reads one line per message, so this costs microseconds and nothing at start-up.
public struct JSONParser {
  /// What is wrong and where, in bytes from the start.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    public let reason: String
    public let offset: Int
    public var description: String { "\(reason) at byte \(offset + 1)" }
  }

  /// Deeper nesting is refused, so that no input can exhaust the stack.
  public static let deepest = 64

  private let bytes: [UInt8]
  private var at = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that the whole of `bytes` is. A whole number that fits is an `integer`, any other a `number`; of two
  /// members of one name, subscripts find the first.
  public static func parse(_ bytes: [UInt8]) throws(Problem) -> JSON {
    var parser = JSONParser(bytes)
    parser.skipSpace()
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.at == bytes.count else { throw parser.problem("something follows the value") }
    return value
  }

  public static func parse(_ text: String) throws(Problem) -> JSON { try parse(Array(text.utf8)) }

  private func problem(_ reason: String) -> Problem { Problem(reason: reason, offset: at) }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  /// Steps over `byte` if it is next.
  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(Problem) -> JSON {
    guard depth <= JSONParser.deepest else { throw problem("nested too deeply") }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"): return try number()
    case let byte? where 0x30...0x39 ~= byte: return try number()
    case nil: throw problem("the text ends where a value should be")
    default: throw problem("no value begins like this")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(Problem) -> JSON {
    for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) {
      throw problem("this is neither true, false nor null")
    }
    return value
  }

  private mutating func object(depth: Int) throws(Problem) -> JSON {
    var members: [JSON.Member] = []
    at += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      guard next == UInt8(ascii: "\"") else { throw problem("a member begins with its name in quotes") }
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw problem("a colon should follow the name") }
      skipSpace()
      members.append(JSON.Member(key, try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw problem("a comma or } should follow") }
      skipSpace()
    }
  }

  private mutating func array(depth: Int) throws(Problem) -> JSON {
    var items: [JSON] = []
    at += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw problem("a comma or ] should follow") }
      skipSpace()
    }
  }

  private mutating func digits() throws(Problem) {
    let start = at
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { at += 1 }
    guard at > start else { throw problem("a digit is missing") }
  }

  private mutating func number() throws(Problem) -> JSON {
    let start = at
    var isWhole = true
    _ = take(UInt8(ascii: "-"))
    let leadsWithZero = next == UInt8(ascii: "0")
    let first = at
    try digits()
    if leadsWithZero, at > first + 1 { throw problem("a number does not begin with 0") }
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw problem("this number is too large") }
    return .number(number)
  }

  /// The string at the opening quote.
  private mutating func string() throws(Problem) -> String {
    at += 1
    var pieces: [UInt8] = []
    var start = at
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        pieces += bytes[start..<at]
        at += 1
        guard let text = String(validating: pieces, as: UTF8.self) else { throw problem("this is not UTF-8") }
        return text
      case UInt8(ascii: "\\"):
        pieces += bytes[start..<at]
        at += 1
        pieces += Array(String(Character(try escaped())).utf8)
        start = at
      case 0..<0x20: throw problem("a control character stands in a string")
      default: at += 1
      }
    }
    throw problem("a string is not closed")
  }

  private mutating func escaped() throws(Problem) -> Unicode.Scalar {
    guard let byte = next else { throw problem("a string is not closed") }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw problem("no such escape")
    }
    var code = try codeUnit()
    if 0xD800...0xDBFF ~= code, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let low = try codeUnit()
      guard 0xDC00...0xDFFF ~= low else { throw problem("half a surrogate pair") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw problem("half a surrogate pair") }
    return scalar
  }

  private mutating func codeUnit() throws(Problem) -> UInt32 {
    guard at + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
      bytes[at] != UInt8(ascii: "+")
    else { throw problem("four hexadecimal digits should follow \\u") }
    at += 4
    return code
  }
}
