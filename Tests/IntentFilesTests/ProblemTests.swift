import IntentFiles
import Model
import Testing

struct ProblemTests {
  /// Of one intent file: `LINE:COLUMN message` each.
  private func problems(_ text: String, name: String = "deals/move.yaml") throws -> [String] {
    let folder = try Folder([name: text])
    return IntentFiles.load(folder.path).1.map { "\($0.line):\($0.column) \($0.message)" }
  }

  @Test func anUnknownSlotIsFoundAtItsColumn() throws {
    let found = try problems(
      """
      intent: deal.move
      effect: write
      slots: {deal: record/deal}
      en:
        sentences: ["move {deal} \\"to\\" {stag}"]
      """)
    #expect(found == ["5:35 the intent has no slot “stag”."])
  }

  @Test func anUnbalancedBracketIsFoundAtItsColumn() throws {
    let found = try problems(
      """
      intent: deal.move
      effect: write
      zh:
        sentences:
          - 推进(商机
      """)
    #expect(found == ["5:9 this “(” is never closed."])
  }

  @Test func whatIsMisspeltIsNamedWithTheNearest() throws {
    let folder = try Folder(["deals/move.yaml": "intent: deal.move\nefect: write\neffect: wirte\n"])
    let found = IntentFiles.load(folder.path).1
    #expect(found.map(\.line) == [2, 3])
    #expect(found.map(\.remedy) == ["Did you mean “effect”?", "There are: read, write, delete."])
  }

  @Test func rulesThatAreUnknownOrRunInCirclesAreFound() throws {
    let found = try problems("rules: {a: \"<b>\", b: \"x <a>\", c: \"<d>\"}", name: "_language/en.yaml")
    #expect(found.count == 3)
    #expect(found.contains("1:35 there is no rule “d” in en."))
    #expect(found.contains("1:12 the rule “a” leads back to itself."))
  }

  @Test func aSlotThatNoSentenceFillsIsFound() throws {
    let found = try problems(
      "intent: a.b\neffect: read\nslots:\n  deal: record/deal\n  day: value/date\nen: {sentences: [\"show {deal}\"]}\n")
    #expect(found == ["5:3 no sentence has the slot “day”."])
  }

  @Test func wrongTypesActsAndGrammarWordsAreFound() throws {
    let intent = try problems("intent: a.b\neffect: read\nacts: [comand]\nslots: {a: value/dat, b: thing}\n")
    #expect(
      intent == [
        "3:8 “comand” is no speech act.", "4:18 “dat” is no type of value.", "4:26 “thing” is no slot type.",
      ])
    #expect(
      try problems("grammar: {skipp: [a]}", name: "_language/en.yaml") == ["1:11 “skipp” is no grammar word."])
    #expect(
      try problems("kinds: {Deal: {en: [a]}}", name: "a/_vocabulary.yaml") == ["1:9 “Deal” is not how kinds are named."]
    )
  }

  @Test func brokenYAMLAndDoubleKeysAreFound() throws {
    #expect(try problems("intent: [a\n").first?.contains("this is not YAML") == true)
    #expect(
      try problems("intent: a\neffect: read\neffect: write\n").first?.contains("“effect” stands here twice.") == true)
  }

  @Test func anIntentInTwoFilesIsFound() throws {
    let text = "intent: a.b\neffect: read\n"
    let folder = try Folder(["a/one.yaml": text, "a/two.yaml": text])
    let found = IntentFiles.load(folder.path).1
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("the intent “a.b” is also in ") == true)
  }

  @Test func vocabularyIsHeldAgainstTheSchema() throws {
    let schema = Schema([
      KindSchema(
        "deal", file: "deals", code: "D", name: "name",
        fields: [Field("name", .text), Field("size", .choice(["big"]))],
        filters: [NamedFilter("open", .always)], naturalKey: ["name"])
    ])
    let folder = try Folder([
      "deals/_vocabulary.yaml": """
      kinds: {deal: {en: [deal]}, dael: {en: [a]}}
      fields: {deal.name: {en: [name]}, deal.nam: {en: [b]}}
      filters: {deal.open: {en: [open]}, deal.shut: {en: [shut]}}
      values: {deal.size=big: {en: [big]}, deal.size=huge: {en: [huge]}}
      """
    ])
    #expect(
      IntentFiles.load(folder.path, schema: schema).1.map(\.message) == [
        "there is no kind “dael”.", "a deal has no field “nam”.", "a deal has no filter “shut”.",
        "“huge” is none of big.",
      ])
  }

  @Test func theCaretStandsBelowItsCharacter() {
    let problem = Problem(
      path: "a.yaml", line: 3, column: 4, message: "no.", remedy: "Mend it.", excerpt: "推进({x")
    #expect(problem.description == "a.yaml:3:4: error: no.\n  推进({x\n       ^\n  Mend it.")
  }
}
