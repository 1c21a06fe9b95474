import Assistant
import BuiltinIntents
import CRM
import Conversation
import Exchange
import Glibc
import IntentFiles
import Language
import Model
import Recognizers
import Store
import Surfaces
import Values

extension Program {
  /// The program as it ships.
  static let live = Program(
    open: { try Workshop($0).desk() },
    importFiles: { try Workshop($0).importFiles($1, $2) },
    export: { try Workshop($0).export(to: $1) },
    backup: { _ = try Workshop($0).store.backup(to: $1) },
    doctor: { try Workshop($0).findings() },
    checkIntents: { settings in
      let builtin = try Workshop.catalogue([]).catalogue
      guard !settings.intents.isEmpty else { return IntentCheck.run(builtin, schema: CRMSchema.all).problems }
      return settings.intents.flatMap { IntentCheck.run($0, over: builtin, schema: CRMSchema.all).problems }
    },
    playIntents: { settings, amount, seed in
      try ExpansionCheck(Workshop.catalogue(settings.intents).catalogue, schema: CRMSchema.all)
        .run(amount: amount, seed: seed)
    },
    values: { language, now in
      let recognizers = Recognizers()
      let context = RecognizerContext(
        now: now, languages: [language, language == .english ? .chinese : .english],
        currency: language == .chinese ? .cny : .usd)
      return { recognizers.json(in: $0, context) }
    },
    makeDemo: { settings in
      let world = TranscriptCompany(settings: settings)
      return try world.make(data: "demo", users: [], clock: settings.now ?? Zone.utc.moment(epoch: Workshop.seconds()))
    },
    discard: { TranscriptCompany.delete($0) },
    transcriptWorld: { TranscriptCompany(settings: $0) })
}

/// One open database with the language engine: what every command works with.
struct Workshop {
  let settings: Program.Settings
  let store: SQLiteStore

  init(_ settings: Program.Settings) throws {
    self.settings = settings
    do {
      store = try SQLiteStore(
        path: settings.database, schema: CRMSchema.all, policy: CompanyPolicy(), rules: CRMRules())
    } catch {
      throw ProgramFault("\(error)")
    }
  }

  /// The built-in intent files, with these folders laid over them.
  static func catalogue(_ folders: [String]) throws -> (catalogue: Catalogue, problems: [Problem]) {
    var catalogue = try Catalogue(text: BuiltinIntents.text)
    var problems: [Problem] = []
    for folder in folders {
      let (more, found) = IntentFiles.load(folder, over: catalogue, schema: CRMSchema.all)
      catalogue = catalogue.overlaying(more)
      problems += found
    }
    return (catalogue, problems)
  }

  private static let builtin = Result {
    try Lexicon(
      LexiconImage(
        catalogue: BuiltinIntents.spoken, words: BuiltinIntents.words, ideographs: BuiltinIntents.ideographs,
        numbers: BuiltinIntents.numbers), schema: CRMSchema.all)
  }

  /// What sentences are read with: as it was compiled, unless somebody's own files are laid over it.
  func lexicon() throws -> Lexicon {
    if settings.intents.isEmpty { return try Workshop.builtin.get() }
    return Lexicon(try Workshop.catalogue(settings.intents).catalogue, schema: CRMSchema.all)
  }

  static func seconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec)
  }

  var now: Moment { settings.now ?? Zone.utc.moment(epoch: Workshop.seconds()) }

  /// Whoever works on the database from the command line, with every right: imports, exports, checks.
  var custodian: Context {
    let speaker = Speaker(
      user: nil, login: "rapport", name: "rapport", role: .admin, team: "", zone: Zone.utc, language: .english,
      currency: .usd)
    return Context(speaker: speaker, now: now, baseCurrency: .usd)
  }

  func desk() throws -> Program.Desk {
    let logins = try store.logins()
    let login = settings.login ?? (logins.count == 1 ? logins.first : nil)
    let company = try setting("company") ?? (logins.isEmpty ? nil : "Rapport")
    let speaker = try login.flatMap { try store.speaker(login: $0) }
    if logins.isEmpty {
      return Program.Desk(
        responder: SetUp(workshop: self), login: login, company: nil, userName: login,
        language: settings.language ?? .english)
    }
    return Program.Desk(
      responder: try assistant(), login: login, company: company, userName: speaker?.name,
      language: settings.language ?? speaker?.language ?? .english, close: { [store] in store.close() })
  }

  func assistant() throws -> Assistant {
    let zone = try setting("time_zone").flatMap { Zone($0) } ?? .utc
    let currency = try setting("base_currency").flatMap { Currency($0) } ?? .usd
    let path = settings.database.lastIndex(of: "/").map { String(settings.database[..<$0]) } ?? "."
    let lexicon = try lexicon()
    let folders = settings.intents
    var ring: (@Sendable (String) -> Bool)?
    if let dialler = Dialler() { ring = { number in dialler.dial(number) } }
    return Assistant(
      store: store, lexicon: lexicon, catalogue: lexicon.catalogue,
      settings: .init(
        baseCurrency: currency, zone: zone, language: settings.language, files: path,
        database: settings.database == ":memory:" ? nil : settings.database,
        dial: ring),
      sources: { (try? Workshop.catalogue(folders).catalogue) ?? lexicon.catalogue }, clock: { Workshop.seconds() })
  }

  func setting(_ key: String) throws -> String? { try store.read(custodian) { try $0.setting(key) } }

  func findings() throws -> [Program.Finding] {
    let found = try store.doctor()
    let isPrivate = found.fileMode.map { $0 & 0o077 == 0 } ?? true
    return [
      .init(
        subject: "integrity", state: found.problems.isEmpty ? "ok" : found.problems.joined(separator: "; "),
        isFine: found.problems.isEmpty),
      .init(
        subject: "schema version", state: "\(found.schemaVersion) of \(found.knownVersion)",
        isFine: found.schemaVersion == found.knownVersion),
      .init(
        subject: "durability",
        state: "journal \(found.journal), " + (found.isDurable ? "fully synchronous" : "not durable"),
        isFine: found.isDurable || settings.database == ":memory:"),
      .init(
        subject: "permissions", state: found.fileMode.map { String($0, radix: 8) } ?? "in memory", isFine: isPrivate),
      .init(subject: "size", state: "\(found.bytes) bytes", isFine: true),
    ]
  }
}
