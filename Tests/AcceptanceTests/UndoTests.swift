import Conversation
import Exchange
import Language
import Testing

/// Whatever is said, in whatever order: undone to the end, everything is as it was.
struct UndoTests {
  /// What the intent files say that they understand and that changes something.
  private static func sentences(_ catalogue: Catalogue, except left: Set<String> = []) -> [String] {
    let changing = catalogue.intents.filter { $0.effect != .read && !left.contains($0.id) }
    return changing.flatMap { intent in intent.texts.flatMap { $0.tests.map(\.say) + $0.examples } }
  }

  /// Says a sentence and answers what is asked back: yes to a confirmation, the first of a choice, else nothing.
  private func carryOut(_ sentence: String, as login: String, _ company: Company) throws -> Reply {
    var reply = try company.say(sentence, as: login)
    for _ in 0..<3 {
      switch reply.status {
      case .confirm: reply = try company.say("yes", as: login)
      case .choose: reply = try company.say("1", as: login)
      case .ask: return try company.say("never mind", as: login)
      default: return reply
      }
    }
    return reply
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func anythingOneUserSaidIsUndoneByteForByte(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let company = try Company(files: Company.demo, folder: folder.path)
    let pool = Self.sentences(company.catalogue)
    let before = try company.export()
    var dice = Dice(seed: seed)
    var changes: [String] = []
    for _ in 0..<40 {
      let sentence = try #require(pool.randomElement(using: &dice))
      if try carryOut(sentence, as: "alex", company).changed { changes.append(sentence) }
    }
    #expect(changes.count > 10)
    #expect(difference(before, try company.export()) != nil)
    var last = try company.say("undo", as: "alex")
    for _ in changes where last.changed { last = try company.say("undo", as: "alex") }
    #expect(last.status == .denied, "\(last.said)")
    let found = difference(before, try company.export())
    #expect(found == nil, "after \(changes), ended by: \(last.said)")
  }

  @Test(arguments: [4, 5] as [UInt64])
  func whatSeveralUsersSaidIsUndoneByteForByteFromTheLastToTheFirst(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let company = try Company(files: Company.demo, folder: folder.path)
    let pool = Self.sentences(company.catalogue, except: ["talk.undo", "talk.redo", "talk.repair"])
    let before = try company.export()
    var dice = Dice(seed: seed)
    var changes: [(login: String, sentence: String)] = []
    for _ in 0..<40 {
      let sentence = try #require(pool.randomElement(using: &dice))
      let login = try #require(["alex", "dana", "mei", "priya"].randomElement(using: &dice))
      if try carryOut(sentence, as: login, company).changed { changes.append((login, sentence)) }
    }
    #expect(changes.count > 5)
    for change in changes.reversed() {
      let reply = try company.say("undo", as: change.login)
      try #require(reply.changed, "\(change.login): \(change.sentence): \(reply.said)")
    }
    let found = difference(before, try company.export())
    #expect(found == nil, "after \(changes)")
  }
}
