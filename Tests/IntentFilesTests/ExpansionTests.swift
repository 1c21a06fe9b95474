import CRM
import IntentFiles
import Language
import Testing
import Values

struct ExpansionTests {
  private func intent(
    _ id: String, _ effect: IntentDefinition.Effect, _ sentences: [Template], _ tests: [String: String]
  )
    -> IntentDefinition
  {
    IntentDefinition(
      id: id, effect: effect, acts: [.command],
      slots: [SlotDefinition(name: "deal", kind: .record("deal"), isRequired: true)],
      texts: [
        IntentTexts(
          language: .english, sentences: sentences, tests: [.init(say: "", slots: tests)])
      ])
  }

  private func report(_ intents: [IntentDefinition], amount: Int = 20, seed: UInt64 = 1) throws -> ExpansionCheck.Report
  {
    let catalogue = Catalogue(
      intents: intents, vocabulary: [VocabularyEntry(language: .english, phrase: "deal", meaning: .noun("deal", []))],
      languages: [LanguageWords(language: .english, grammar: [.skip: ["the"], .yes: ["yes"]])])
    return try ExpansionCheck(catalogue, schema: CRMSchema.all).run(amount: amount, seed: seed)
  }

  private let celebrate: Template = .sequence([
    .oneOf([.words("celebrate"), .words("announce")]), .slot("deal"), .optional(.words("loudly")),
  ])

  @Test func whatATemplateSaysIsReadAsItsIntent() throws {
    let report = try report([intent("deal.celebrate", .write, [celebrate], ["deal": "Acme rollout"])])
    let line = try #require(report.lines.first)
    #expect(line.sentences == 20 && line.kept == 20 && line.intents == 1)
    #expect(line.mutants == 20 && line.mended > 15)
  }

  @Test func aStolenSentenceIsFoundWithItsThief() throws {
    let thief = intent(
      "deal.announce", .write, [.sequence([.words("announce"), .slot("deal")])], ["deal": "Acme rollout"])
    let report = try report([thief, intent("deal.celebrate", .write, [celebrate], ["deal": "Acme rollout"])])
    #expect(
      report.thefts.contains { $0.owner == "deal.celebrate" && $0.thief == "deal.announce" && !$0.isMutant }
        || report.thefts.contains { $0.owner == "deal.announce" && $0.thief == "deal.celebrate" && !$0.isMutant })
    #expect(report.text(showing: 5).contains(" is read as "))
  }

  @Test func theSameSeedMakesTheSameSentences() throws {
    let two = [
      intent("deal.announce", .write, [.sequence([.words("announce"), .slot("deal")])], ["deal": "Acme rollout"]),
      intent("deal.celebrate", .write, [celebrate], ["deal": "Acme rollout"]),
    ]
    #expect(try report(two, seed: 7) == report(two, seed: 7))
    #expect(try report(two, seed: 7).thefts.map(\.sentence) != report(two, amount: 40, seed: 8).thefts.map(\.sentence))
  }

  @Test func aSlotWithoutASampleIsPassedOver() throws {
    let report = try report([intent("deal.celebrate", .write, [celebrate], [:])])
    #expect(report.lines.first?.skipped == 20)
  }
}
