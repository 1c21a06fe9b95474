import CRM
import Conversation
import Foundation
import Language
import Model
import Recognizers
import Synchronization
import Values

/// The program's brain: a message in, a reply out, over a store of records.
public final class Assistant: Responder {
  let store: any RecordStore
  private let speech: Mutex<Speech>
  let clock: @Sendable () -> Int64
  /// The intent files in full, templates included, which are only needed when words are added.
  private let sources: @Sendable () -> Catalogue
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
    /// Rings a number without waiting, and says whether it could; nil where nothing can ring.
    public var dial: (@Sendable (String) -> Bool)?
    public init(
      baseCurrency: Currency, zone: Zone, language: LanguageCode? = nil, files: String = ".", database: String? = nil,
      dial: (@Sendable (String) -> Bool)? = nil
    ) {
      self.dial = dial
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
    sources: (@Sendable () -> Catalogue)? = nil, clock: @escaping @Sendable () -> Int64
  ) {
    self.store = store
    self.clock = clock
    self.settings = settings
    self.sources = sources ?? { catalogue }
    speech = Mutex(Speech(lexicon, catalogue))
  }

  var engine: Engine { speech.withLock { $0.engine } }
  var wordings: [Wording] { speech.withLock { Array($0.wordings.values) } }

  /// Words follow the schema: a field that somebody has just added can be said in the next sentence, by everybody.
  private func follow(_ schema: Schema) {
    guard speech.withLock({ $0.engine.lexicon.schema.added != schema.added }) else { return }
    let catalogue = sources()
    let more = schema.added.flatMap { field in
      catalogue.languages.map {
        VocabularyEntry(language: $0.language, phrase: field.label, meaning: .field(field.kind, field.id))
      }
    }
    let full = catalogue.overlaying(Catalogue(vocabulary: more))
    let fresh = Speech(Lexicon(full, schema: schema), full)
    speech.withLock { $0 = fresh }
  }

  /// What is understood, and how it is said.
  private struct Speech: Sendable {
    let engine: Engine
    let wordings: [LanguageCode: Wording]

    init(_ lexicon: Lexicon, _ catalogue: Catalogue) {
      engine = Engine(lexicon)
      wordings = Dictionary(
        catalogue.languages.map { ($0.language, Wording(catalogue, $0.language)) },
        uniquingKeysWith: { first, _ in first })
    }
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
    follow(try store.read(context) { $0.schema })
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
    speech.withLock { $0.wordings[language] ?? $0.wordings[.english] } ?? Wording(Catalogue(), language)
  }
}
