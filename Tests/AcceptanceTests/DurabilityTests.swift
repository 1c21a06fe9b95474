import CRM
import Exchange
import Foundation
import Model
import Testing

/// What a bot has acknowledged is in the database, whatever happens to the bot.
struct DurabilityTests {
  private let folder: TemporaryFolder
  private var database: String { folder.file("demo.db") }

  init() throws {
    folder = try TemporaryFolder()
    try Program.run(["say", "--db", folder.file("demo.db"), "--as", "alex", "load the demo"])
  }

  /// The texts of all notes, calls and so on.
  private func activities() throws -> String {
    try #require(try Company(path: database).export().first { $0.name.hasPrefix("activit") }).text
  }

  @Test func anAcknowledgedCommandSurvivesAKill() throws {
    var acknowledged: [String] = []
    for round in 0..<5 {
      let bot = try BotProcess(database: database)
      for number in 0..<4 {
        let text = "kept \(round)-\(number)"
        let reply = try bot.ask("note on Initech: \(text)", id: text, as: "dana", in: "kill")
        try #require(reply["changed"] == true, "\(reply.text)")
        acknowledged.append(text)
      }
      try bot.send("note on Initech: cut off \(round)", id: "cut \(round)", as: "dana", in: "kill")
      bot.kill()
      let kept = try activities()
      #expect(acknowledged.filter { !kept.contains($0) } == [])
    }
    #expect(try Company(path: database).store.doctor().problems == [])
  }

  @Test func aMessageThatIsSentAgainAfterAKillIsNotDoneTwice() throws {
    let text = "note on Initech: said only once"
    let bot = try BotProcess(database: database)
    let first = try bot.ask(text, id: "m1", as: "dana", in: "kill")
    bot.kill()
    let again = try BotProcess(database: database)
    let second = try again.ask(text, id: "m1", as: "dana", in: "kill")
    #expect(second["replayed"] == true)
    #expect(second["text"] == first["text"])
    #expect(try activities().components(separatedBy: "said only once").count == 2)
  }

  @Test func twoBotsOnOneFileLoseNothing() throws {
    let bots = [try BotProcess(database: database), try BotProcess(database: database)]
    let speakers = [("dana", "Initech"), ("sam", "Umbrella Health")]
    for number in 0..<30 {
      for (bot, (login, account)) in zip(bots, speakers) {
        try bot.send("note on \(account): \(login) \(number) of 30", id: "m\(number)", as: login, in: login)
      }
    }
    for bot in bots {
      for _ in 0..<30 {
        let reply = try bot.answer()
        #expect(reply["changed"] == true, "\(reply.text)")
      }
    }
    for bot in bots { #expect(try bot.finish() == 0) }
    let kept = try activities()
    let lost = speakers.flatMap { login, _ in (0..<30).map { "\(login) \($0) of 30" } }.filter { !kept.contains($0) }
    #expect(lost == [])
  }

  @Test func oneBotSeesAtOnceWhatTheOtherHasDone() throws {
    let one = try BotProcess(database: database)
    let other = try BotProcess(database: database)
    for amount in ["75000", "76000", "77000"] {
      let change = try one.ask("change the amount of Acme rollout to \(amount)", id: amount, as: "dana", in: "one")
      #expect(change["changed"] == true, "\(change.text)")
      let seen = try other.ask("show Acme rollout", id: amount, as: "dana", in: "other")
      #expect(seen.text.contains("\"amount\":\"\(amount).00\""), "\(seen.text)")
    }
  }
}
