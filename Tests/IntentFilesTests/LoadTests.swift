import IntentFiles
import Language
import Model
import Testing
import Values

struct LoadTests {
  static let move = """
    intent: deal.move
    effect: write
    acts: [command, report]
    slots:
      deal: {type: record/deal, required: true, prefers: open}
      day: {type: value/date, past: true}
    en:
      sentences: ["move {deal} [on {day}]"]
      ask: {deal: "Which deal?"}
      reply: {done: "Moved."}
      help: moves a deal
      examples: [move it]
      tests: [{say: "move Acme", slots: {deal: Acme}}]
      not: ["move on"]
    """

  @Test func anIntentFileBecomesADefinition() throws {
    let folder = try Folder(["deals/move.yaml": Self.move])
    let (catalogue, problems) = IntentFiles.load(folder.path)
    #expect(problems == [])
    let intent = try #require(catalogue.intents.first)
    #expect(intent.id == "deal.move")
    #expect(intent.effect == .write)
    #expect(intent.acts == [.command, .report])
    #expect(
      intent.slots == [
        SlotDefinition(name: "deal", kind: .record("deal"), isRequired: true, prefers: "open"),
        SlotDefinition(name: "day", kind: .value("date"), isRequired: false, isPast: true),
      ])
    let texts = try #require(intent.texts(.english))
    #expect(
      texts.sentences == [
        .sequence([.words("move"), .slot("deal"), .optional(.sequence([.words("on"), .slot("day")]))])
      ])
    #expect(texts.tests == [.init(say: "move Acme", slots: ["deal": "Acme"])])
    #expect(texts.not == ["move on"])
  }

  @Test func vocabularyHasPluralsAndForms() throws {
    let folder = try Folder([
      "deals/_vocabulary.yaml": #"""
      kinds: {deal: {en: ["(opp|opportunity)", person/people, news/], zh: [商机]}}
      nouns: {"deal[filter=won,type=big]": {en: [win]}}
      fields: {deal.amount: {en: ["f\\/u", worth/]}}
      values: {"deal.source=web|官网": {en: [web site], zh: [官网]}}
      events: {deal.won: {en: [won]}}
      filters: {deal.open: {en: [open]}}
      measures: {deal.win_rate: {en: [win rate]}}
      """#
    ])
    let (catalogue, problems) = IntentFiles.load(folder.path)
    #expect(problems == [])
    let nouns = catalogue.vocabulary.filter { $0.meaning == .noun("deal", []) }
    #expect(nouns.map(\.phrase) == ["opp", "opps", "opportunity", "opportunities", "person", "people", "news", "商机"])
    let wins = catalogue.vocabulary.filter { $0.meaning == .noun("deal", [.filter("won"), .value("type", "big")]) }
    #expect(wins.map(\.phrase) == ["win", "wins"])
    let amounts = catalogue.vocabulary.filter { $0.meaning == .field("deal", "amount") }
    #expect(amounts.map(\.phrase) == ["f/u", "f/us", "worth"])
    #expect(catalogue.vocabulary.filter { $0.meaning == .value("deal", "source", ["web", "官网"]) }.count == 2)
    #expect(catalogue.vocabulary.contains { $0.meaning == .event("deal", "won") && $0.phrase == "won" })
    #expect(catalogue.vocabulary.contains { $0.meaning == .measure("deal", "win_rate") })
  }

  @Test func grammarRulesAndCuesAreRead() throws {
    let folder = try Folder([
      "_language/en.yaml": #"""
      grammar: {greater: [more than, \>], no: [no], yes: [yes]}
      rules: {move: "(move|shift)", moved: "<move>[ed]"}
      cues: {question: ["should i"]}
      """#
    ])
    let (catalogue, problems) = IntentFiles.load(folder.path)
    #expect(problems == [])
    let english = try #require(catalogue.languages.first)
    #expect(english.grammar == [.greater: ["more than", ">"], .no: ["no"], .yes: ["yes"]])
    #expect(english.rules["move"] == .oneOf([.words("move"), .words("shift")]))
    #expect(english.cues == [.question: ["should i"]])
  }

  @Test func theCompiledTextGivesTheSameCatalogue() throws {
    let folder = try Folder([
      "deals/move.yaml": Self.move,
      "deals/_vocabulary.yaml": #"""
      kinds: {deal: {en: [deal], zh: [商机]}}
      nouns: {"deal[filter=won,type=big]": {en: [win]}}
      values: {"deal.source=web|官网": {en: [web site], zh: [官网]}}
      fields: {deal.amount: {en: ["a\tb", 'c\\d']}}
      events: {deal.won: {en: [won]}}
      filters: {deal.open: {en: [open]}}
      measures: {deal.win_rate: {en: [win rate]}}
      """#,
      "_language/en.yaml": "grammar: {yes: [yes]}\nrules: {a: \"(x;y)\"}\ncues: {question: [should i]}",
    ])
    let (catalogue, problems) = IntentFiles.load(folder.path)
    #expect(problems == [])
    #expect(try Catalogue(text: catalogue.text) == catalogue)
  }

  @Test func damagedTextNamesItsLine() {
    for (text, line) in [("wa\n+0 7\n", 2), ("Zwhat\n", 1), ("wa\nT0\n", 2)] {
      #expect { try Catalogue(text: text) } throws: { ($0 as? CatalogueTextError)?.line == line }
    }
  }

  @Test func anOverlayReplacesIntentsAndAddsWords() {
    let intent = { (effect: IntentDefinition.Effect) in
      IntentDefinition(id: "a.b", effect: effect, acts: [.command], slots: [], texts: [])
    }
    let word = { VocabularyEntry(language: .english, phrase: $0, meaning: .filter("deal", "open")) }
    let base = Catalogue(
      intents: [intent(.read)], vocabulary: [word("open")],
      languages: [LanguageWords(language: .english, grammar: [.yes: ["yes"]])])
    let own = Catalogue(
      intents: [intent(.write)], vocabulary: [word("open"), word("live")],
      languages: [LanguageWords(language: .english, grammar: [.yes: ["yes", "aye"]])])
    let both = base.overlaying(own)
    #expect(both.intents == [intent(.write)])
    #expect(both.vocabulary == [word("open"), word("live")])
    #expect(both.languages.first?.grammar[.yes] == ["yes", "aye"])
  }
}
