import BuiltinIntents
import Language
import Model
import Testing

/// The same sentence over the same data means the same, in every process.
struct SamenessTests {
  /// Processes differ in how they order sets and dictionaries; nothing of that may show.
  @Test func sentencesAreUnderstoodAlikeByEveryProcess() throws {
    let folder = try TemporaryFolder()
    let database = folder.file("demo.db")
    try Program.run(["say", "--db", database, "--as", "alex", "load the demo"])
    let texts = try Catalogue(text: BuiltinIntents.text).intents.flatMap(\.texts)
    let sentences = texts.flatMap { texts in
      texts.tests.map { (login: texts.language == .chinese ? "mei" : "dana", say: $0.say) }
    }
    let bots = try (0..<2).map { _ in try BotProcess(database: database) }
    var differing: [String] = []
    for (number, sentence) in sentences.enumerated() {
      for bot in bots {
        try bot.send(sentence.say, id: "m\(number)", as: sentence.login, in: "same", isExplain: true)
      }
      let understood = try bots.map { try $0.answer()["understood"]?.text }
      if Set(understood).count > 1 { differing.append("\(sentence.say): \(understood.compactMap { $0 })") }
    }
    #expect(differing.isEmpty, "\(differing.count) sentences:\n\(differing.joined(separator: "\n"))")
  }
}
