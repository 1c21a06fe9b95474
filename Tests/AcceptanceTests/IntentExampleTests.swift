import Conversation
import Foundation
import Language
import Testing
import Values

/// What the intent files say of themselves is true on the demo company.
struct IntentExampleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Intents").path()

  /// The file that an intent is in, below `Intents`.
  private static func files() throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.hasSuffix(".yaml") {
      let text = try String(contentsOf: URL(filePath: folder).appending(path: path), encoding: .utf8)
      guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("intent:") }) else { continue }
      files[line.dropFirst("intent:".count).trimmingCharacters(in: .whitespaces)] = path
    }
    return files
  }

  private static func speaker(_ language: LanguageCode) -> String { language == .chinese ? "mei" : "dana" }

  /// These tell the sentence in them, or the fields of the new record, in place of their slots.
  private static let toldOtherwise: Set<String> = [
    "talk.explain", "talk.help_topic", "record.create", "person.add", "contact.card", "record.view", "account.contacts",
    "account.subsidiaries",
  ]
  /// Asked by verbs of their own, and understood as the same question about records.
  private static let askedAs: [String: [String]] = [
    "record.view": ["account.view", "contact.view"], "account.contacts": ["contact.list"],
    "account.subsidiaries": ["account.list"],
  ]

  /// What is wrong with how a test's sentence is understood; nil where nothing is.
  private func fault(of test: IntentTexts.Test, _ intent: IntentDefinition, _ company: Company, _ login: String)
    -> String?
  {
    do {
      let reply = try company.say(test.say, as: login, isExplain: true)
      guard !reply.changed else { return "changed something by being explained" }
      guard let understood = reply.understood else { return reply.status.rawValue }
      if intent.id == "talk.explain" { return nil }
      guard understood.intent == intent.id || Self.askedAs[intent.id]?.contains(understood.intent) == true else {
        return understood.reading
      }
      guard !Self.toldOtherwise.contains(intent.id) else { return nil }
      let missing = test.slots.keys.filter { name in !understood.slots.contains { $0.key == name } }.sorted()
      return missing.isEmpty ? nil : "nothing for \(missing.joined(separator: ", "))"
    } catch { return "\(error)" }
  }

  @Test(arguments: [LanguageCode.english, .chinese])
  func everyTestSentenceIsUnderstoodAsItsIntentWithItsSlots(language: LanguageCode) throws {
    let company = try Company(files: Company.demo)
    let files = try Self.files()
    // What is forgotten must have been taught.
    for phrase in ["when I say hot list I mean show my open deals", "当我说热单，就是显示我的商机"] {
      _ = try company.say(phrase, as: Self.speaker(language))
    }
    var failures: [String] = []
    for intent in company.catalogue.intents {
      for test in intent.texts(language)?.tests ?? [] {
        guard let fault = fault(of: test, intent, company, Self.speaker(language)) else { continue }
        failures.append("\(files[intent.id] ?? intent.id): \(test.say) → \(fault)")
      }
    }
    #expect(failures.isEmpty, "\(failures.count) failures:\n\(failures.joined(separator: "\n"))")
  }

  /// What a counter-example did after all; nil where it did nothing of the intent's. Whatever it did is undone.
  private func harm(of sentence: String, _ intent: IntentDefinition, _ company: Company, _ login: String) -> String? {
    let conversation = "\(intent.id): \(sentence)"
    do {
      let reply = try company.say(sentence, as: login, in: conversation)
      if reply.changed { _ = try company.say("undo", as: login, in: conversation) }
      let intents = reply.understood?.intent.split(separator: "+").map(String.init) ?? []
      let isDone = reply.changed || (intent.effect == .read && reply.status == .ok)
      return intents.contains(intent.id) && isDone ? reply.said : nil
    } catch { return "\(error)" }
  }

  @Test(arguments: [LanguageCode.english, .chinese])
  func noCounterExampleIsCarriedOutAsTheIntent(language: LanguageCode) throws {
    let folder = try TemporaryFolder()
    let company = try Company(files: Company.demo, folder: folder.path)
    let files = try Self.files()
    var failures: [String] = []
    for intent in company.catalogue.intents {
      for sentence in intent.texts(language)?.not ?? [] {
        guard let harm = harm(of: sentence, intent, company, Self.speaker(language)) else { continue }
        failures.append("\(files[intent.id] ?? intent.id): \(sentence) → \(harm)")
      }
    }
    #expect(failures.isEmpty, "\(failures.count) failures:\n\(failures.joined(separator: "\n"))")
  }

  /// Nothing happens by being told about, asked about, denied or supposed.
  @Test(arguments: [LanguageCode.english, .chinese])
  func whatIsDeniedAskedSupposedOrHeardChangesNothing(language: LanguageCode) throws {
    let company = try Company(files: Company.demo)
    let before = try company.export()
    let forms =
      language == .english
      ? ["don't %", "do not %", "should I %?", "if Jane agrees, %", "never %", "I would like to know whether to %"]
      : ["不要%", "别%", "要不要%?", "如果王芳同意，就%", "该不该%？"]
    let sentences =
      language == .english
      ? [
        "move the Acme deal to negotiation", "delete account Globex Incorporated", "tag Acme as priority",
        "set Acme's industry to logistics", "complete my follow-up with Jane Doe", "give Hooli to Sam",
      ]
      : ["把晨星商机推进到谈判阶段", "删除客户金桥贸易", "给晨星科技打上重点标签", "把晨星科技的行业改成物流", "完成跟王芳的跟进"]
    var failures: [String] = []
    for form in forms {
      for sentence in sentences {
        let said = form.replacingOccurrences(of: "%", with: sentence)
        let reply = try company.say(said, as: Self.speaker(language), in: said)
        if reply.changed { failures.append("\(said) → \(reply.said)") }
      }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    #expect(difference(before, try company.export()) == nil)
  }
}
