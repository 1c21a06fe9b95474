import Language
import Testing

@testable import IntentFiles

struct TemplateTests {
  @Test func bracketsSlotsAndRulesAreRead() throws {
    let parsed = try TemplateParser.parse("(move|shift) {deal} [over] to <stage>")
    #expect(
      parsed.template
        == .sequence([
          .oneOf([.words("move"), .words("shift")]), .slot("deal"), .optional(.words("over")), .words("to"),
          .rule("stage"),
        ]))
    #expect(parsed.slots == [.init(name: "deal", offset: 13)])
    #expect(parsed.rules == [.init(name: "stage", offset: 30)])
  }

  @Test func whatTouchesIsOneWord() throws {
    let cases: [(String, Template)] = [
      ("deal[s]", .oneOf([.words("deal"), .words("deals")])),
      ("follow[-]up", .oneOf([.words("followup"), .words("follow-up")])),
      ("[re]open it", .sequence([.oneOf([.words("open"), .words("reopen")]), .words("it")])),
      ("deal [s]", .sequence([.words("deal"), .optional(.words("s"))])),
      ("deal[ now]", .sequence([.words("deal"), .optional(.words("now"))])),
      ("把{deal}(移|改)到", .sequence([.words("把"), .slot("deal"), .oneOf([.words("移"), .words("改")]), .words("到")])),
      ("商机[列表]", .sequence([.words("商机"), .optional(.words("列表"))])),
    ]
    for (text, template) in cases { #expect(try TemplateParser.parse(text).template == template, "\(text)") }
  }

  @Test func nestedGroupsAndAnyOrder() throws {
    #expect(
      try TemplateParser.parse("({a};[for {b}])").template
        == .anyOrder([.slot("a"), .optional(.sequence([.words("for"), .slot("b")]))]))
  }

  @Test func aBackslashTakesTheMeaningAway() throws {
    #expect(try TemplateParser.parse(#"\[draft\] \<5"#).template == .words("[draft] <5"))
  }

  @Test(arguments: [
    ("move {deal", 5), ("(a|b", 0), ("a|b", 1), ("a]", 1), ("(a|)", 3), ("()", 1), ("(a|b;c)", 4), ("{de al}", 3),
    ("{}", 0), (#"a\"#, 1), ("", 0), ("a }", 2), ("[a", 0),
  ])
  func aProblemHasItsPlace(text: String, offset: Int) {
    #expect(throws: (any Error).self) { try TemplateParser.parse(text) }
    do {
      _ = try TemplateParser.parse(text)
    } catch {
      #expect(error.offset == offset, "\(text): \(error.message)")
      #expect(!error.remedy.isEmpty)
    }
  }

  @Test func aWordWithTooManyFormsIsRefused() {
    #expect(throws: TemplateProblem.self) { try TemplateParser.parse("[a][b][c][d][e][f][g][h]") }
  }
}
