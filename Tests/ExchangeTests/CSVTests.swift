import Testing

@testable import Exchange

struct CSVTests {
  @Test func linesAreCountedAsTheFileHasThem() {
    let reader = CSVReader("name,notes\n\"a\",\"one\ntwo\"\n\nb,three\r\nc,\"x\r\ny\"\nd,e")
    #expect(reader.rows.map(\.line) == [1, 2, 5, 6, 8])
    #expect(reader.rows.map(\.cells)[1] == ["a", "one\ntwo"])
    #expect(reader.rows.map(\.cells)[3] == ["c", "x\r\ny"])
  }

  @Test(arguments: [
    ("a,b;c\n1,2", 44), ("a;b\n1,5;2", 59), ("a\tb\n1,2\t3", 9), ("a|b|c\n1|2|3", 124), ("alone\n1", 44),
  ])
  func theSeparatorIsFoundInTheHeader(text: String, separator: UInt8) {
    #expect(CSVReader(text).separator == separator)
  }

  @Test func quotesAreDoubledInsideQuotesAndPlainElsewhere() {
    #expect(CSVReader("\"say \"\"hi\"\"\",5\" screen,\"\"").rows.map(\.cells) == [["say \"hi\"", "5\" screen", ""]])
  }

  @Test func aQuoteThatIsNeverClosedIsNamedByItsLine() {
    #expect(CSVReader("a,b\n1,2\n3,\"four\n5,6\n").unclosedQuote == 3)
    #expect(CSVReader("a,b\n1,\"2\"\n").unclosedQuote == nil)
  }

  @Test(arguments: [
    "plain", "", "a,b", "say \"hi\"", "two\nlines", "cr\rhere", "شركة ذات مسؤولية", "👩‍👩‍👧 family", "晨星, 科技", " edge ",
  ])
  func whatIsWrittenIsReadBack(text: String) {
    let written = CSVWriter.text([["x", "y"], [text, "end"]])
    #expect(CSVReader(written).rows.last?.cells == [text, "end"])
  }

  @Test(arguments: ["=1+1", "+cmd", "-2+3|x", "@sum", "\tx", "'=1", "''=1", "'x", "''x", "'", "'''-x", "-", "+"])
  func aGuardedFormulaComesBackAsItWas(text: String) {
    let guarded = FormulaGuard.guarded(text)
    #expect(FormulaGuard.undone(guarded) == text)
    #expect(guarded.first.map { !"=+-@\t\r".contains($0) } ?? true)
  }

  @Test(arguments: ["+1 212 555 0134", "-5.00", "64000.00", "'tis", "O'Reilly"])
  func numbersAndWordsAreLeftAlone(text: String) {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.undone(text) == text)
  }

  @Test func encodingsAreFoundOut() {
    let text = "姓名,公司\n王芳,晨星科技"
    let utf16 = Array(text.utf16)
    let little = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(TextDecoding.text(of: Array(text.utf8)) == text)
    #expect(TextDecoding.text(of: [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
    #expect(TextDecoding.text(of: [0xFF, 0xFE] + little) == text)
    #expect(TextDecoding.text(of: [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == text)
    #expect(
      TextDecoding.text(of: "name,x\nab,c".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "name,x\nab,c")
    #expect(TextDecoding.text(of: [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB9, 0xAB, 0xCB, 0xBE]) == "姓名,公司")
    #expect(
      TextDecoding.text(of: Array("name\nCaf".utf8) + [0xE9] + Array("\nM".utf8) + [0xFC] + Array("ller".utf8))
        == "name\nCafé\nMüller")
  }
}
