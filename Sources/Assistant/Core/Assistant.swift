import CRM
import Conversation
import Foundation
import Language
import Model
import Recognizers
import Values

/// The program's brain: a message in, a reply out, over a store of records.
public final class Assistant: Responder {
  let store: any RecordStore
  let engine: Engine
  let clock: @Sendable () -> Int64
  let wordings: [LanguageCode: Wording]
  let settings: Settings

  /// What the company has set, as far as every sentence needs it.
  public struct Settings: Sendable {
    public var baseCurrency: Currency
    public var zone: Zone
    /// Overrides the speaker's language.
    public var language: LanguageCode?
    /// The folder that exports are written into.
    public var files: String
    /// The database's file, beside which attached files are kept; nil where it is in memory.
    public var database: String?
    public init(
      baseCurrency: Currency, zone: Zone, language: LanguageCode? = nil, files: String = ".", database: String? = nil
    ) {
      self.database = database
      self.baseCurrency = baseCurrency
      self.files = files
      self.zone = zone
      self.language = language
    }
  }

  /// `clock` gives seconds since 1970-01-01T00:00:00Z, where a message does not bring its own time.
  public init(
    store: any RecordStore, lexicon: Lexicon, catalogue: Catalogue, settings: Settings,
    clock: @escaping @Sendable () -> Int64
  ) {
    self.store = store
    engine = Engine(lexicon)
    self.clock = clock
    self.settings = settings
    wordings = Dictionary(
      catalogue.languages.map { ($0.language, Wording(catalogue, $0.language)) },
      uniquingKeysWith: { first, _ in first })
  }

  public func reply(to message: Message) throws -> Reply {
    do {
      return try answer(message)
    } catch let fault as MessageFault {
      throw fault
    } catch let fault as any CustomStringConvertible & Error {
      throw MessageFault.storage(fault.description)
    } catch {
      // The kind of fault alone: its contents may hold what somebody said.
      throw MessageFault.storage("Something went wrong inside (\(type(of: error))). Nothing was changed.")
    }
  }

  private func answer(_ message: Message) throws -> Reply {
    let speaker = try speaker(of: message)
    if let id = message.id, let known = try store.answered(conversation: message.conversation, message: id) {
      guard known.text == message.text else { throw MessageFault.idConflict(id) }
      if var reply = Reply(text: known.reply) {
        reply.replayed = true
        return reply
      }
    }
    let session = try session(speaker.login, message.conversation)
    let context = context(of: speaker, now: message.now)
    return try Round(assistant: self, message: message, context: context, session: session).run()
  }

  private func speaker(of message: Message) throws -> Speaker {
    if let speaker = try store.speaker(login: message.from) { return speaker }
    guard message.allowsGuest else { throw MessageFault.unknownUser(message.from) }
    return Speaker(
      user: nil, login: message.from, name: message.from, role: .guest, team: "", zone: settings.zone,
      language: settings.language ?? .english, currency: settings.baseCurrency)
  }

  func context(of speaker: Speaker, now: Moment?) -> Context {
    Context(
      speaker: speaker, now: speaker.zone.moment(epoch: now?.epoch ?? clock()), baseCurrency: settings.baseCurrency)
  }

  private func session(_ login: String, _ conversation: String) throws -> Session {
    try store.session(login: login, conversation: conversation).flatMap { Session(text: $0) } ?? Session()
  }

  public func completions(of line: String, from: String) -> [String] {
    let lower = NameKey.fold(line)
    let examples = engine.lexicon.examples
    return Array(examples.filter { NameKey.fold($0).hasPrefix(lower) }.prefix(12))
  }

  /// The words of a language, or of English where it has none.
  func wording(_ language: LanguageCode) -> Wording {
    wordings[language] ?? wordings[.english] ?? Wording(Catalogue(), language)
  }
}
