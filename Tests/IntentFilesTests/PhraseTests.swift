import IntentFiles
import Testing

@testable import Language

struct PhraseTests {
  /// Most phrases are cut by a fast way; it must cut them as sentences are cut.
  @Test func thePhrasesOfTheFilesAreCutAsSentencesAre() {
    let (catalogue, _) = IntentFiles.load(BuiltinTests.folder)
    let phrases = catalogue.vocabulary.map(\.phrase) + catalogue.languages.flatMap { $0.grammar.values.flatMap { $0 } }
    var words = WordNumbers()
    var fast = 0
    for phrase in phrases {
      var numbers: [Int32] = []
      guard words.number(simple: phrase, into: &numbers) else { continue }
      fast += 1
      #expect(numbers == Sentence(phrase).tokens.map { words.find($0.text) }, "\(phrase)")
    }
    #expect(fast * 10 > phrases.count * 8)
  }

  @Test(arguments: ["Café", "naïve", "IT", "follow-up", "a\tb", "ｅｆ", "，", "x́"])
  func whatNeedsFoldingIsLeftToTheSlowWay(phrase: String) {
    var words = WordNumbers()
    var numbers: [Int32] = []
    #expect(!words.number(simple: phrase, into: &numbers))
  }

  @Test func aWordKeepsItsNumberHoweverManyThereAre() {
    var words = WordNumbers()
    let all = (0..<20_000).map { "w\($0)x" }
    let numbers = all.map { words.number($0) }
    #expect(Set(numbers).count == all.count)
    #expect(all.map { words.find($0) } == numbers)
    #expect(words.find("unknown") == -1)
    #expect(Array(words.words) == all)
  }

  @Test func phrasesAreFoundWithAllTheirMeaningsInOrder() {
    var words = WordNumbers()
    let hyphen = words.number("-")
    var table = PhraseTable()
    for (number, phrase) in ["follow-up", "follow up", "follow", "预计成交", "成交"].enumerated() {
      table.add(phrase, Int32(number), words: &words)
    }
    let trie = table.trie
    let find = { (text: String) -> [[Int]] in
      let tokens = Sentence(text).tokens.map { words.find($0.text) }
      return tokens.indices.map { start in
        var found: [Int] = []
        trie.forEach(in: tokens, hyphen: hyphen, from: start) { found += [$0, Int($1)] }
        return found
      }
    }
    #expect(find("follow-up")[0] == [1, 2, 3, 0, 3, 1])
    #expect(find("followup") == [[1, 0]])
    #expect(find("预计成交")[0] == [4, 3])
    #expect(find("预计成交")[2] == [4, 4])
  }
}
