import Model
import Testing

@Suite struct JSONParserTests {
  private static let readable: [(String, JSON)] = [
    ("null", JSON.null), (" true ", true), ("-0", 0), ("12", 12), ("9223372036854775807", .integer(.max)),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.5e3", .number(1500)), ("\"\"", ""),
    (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u4f60\ud83d\ude00""#, "你😀"), ("\"你😀\"", "你😀"),
    ("[]", []), ("[1, [2], {}]", [1, [2], [:]]), (#"{"a":{"b":[null]}, "c" : 1}"#, ["a": ["b": [.null]], "c": 1]),
  ]

  @Test(arguments: readable) func readsWhatTheStandardAllows(text: String, value: JSON) throws {
    #expect(try JSONParser.parse(text) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "truex", "01", "-", "1.", ".5", "1e", "+1", "0x1", "1e999", "\"", "\"a", "\"\\x\"", "\"\\u12\"",
    "\"\\u+123\"", #""\ud83d""#, #""\ud83dx""#, #""\ude00""#, #""\ud83d\ud83d""#, "\"a\nb\"", "[", "[1", "[1,]", "[,]",
    "{", "{a:1}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{} {}", "1 2", "'a'", "NaN", "\u{FEFF}1",
  ])
  func refusesEverythingElse(text: String) {
    #expect(throws: JSONParser.Problem.self) { try JSONParser.parse(text) }
  }

  @Test func refusesInvalidUTF8() {
    #expect(throws: JSONParser.Problem.self) { try JSONParser.parse([0x22, 0xC3, 0x28, 0x22]) }
    #expect(throws: JSONParser.Problem.self) { try JSONParser.parse([0x22, 0xED, 0xA0, 0x80, 0x22]) }
  }

  @Test func deepNestingIsRefusedAndNotAStackOverflow() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(throws: Never.self) { try JSONParser.parse(deep) }
    #expect(throws: JSONParser.Problem.self) { try JSONParser.parse(String(repeating: "[", count: 1_000_000)) }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let value: JSON = ["a\u{1}\u{85}\u{202E}": ["你\n", 1, .number(0.25), .null, true], "b": [:]]
    #expect(try JSONParser.parse(value.text) == value)
    #expect(!value.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x85 || $0.value == 0x202E })
  }
}
