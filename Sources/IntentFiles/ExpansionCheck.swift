import Language
import Model
import Values

/// Says every template by chance, and with a slip of the finger, and sees whose it is then taken to be.
public struct ExpansionCheck {
  /// What was found in one language.
  public struct Line: Sendable, Equatable {
    public let language: LanguageCode
    /// Intents that can be said in it, of all.
    public var intents = 0
    public var allIntents = 0
    public var templates = 0
    /// Sentences made of templates, and how many were read as their intent.
    public var sentences = 0
    public var kept = 0
    /// Sentences with a slip, and how many were still read as their intent.
    public var mutants = 0
    public var mended = 0
    /// Templates that no sentence could be made of, for want of a filling of a slot.
    public var skipped = 0
  }

  /// A sentence of one intent that is read as another.
  public struct Theft: Sendable, Equatable {
    public let owner: String
    public let thief: String
    public let sentence: String
    /// It took a slip of the finger.
    public let isMutant: Bool
  }

  public struct Report: Sendable, Equatable {
    public var lines: [Line] = []
    public var thefts: [Theft] = []

    /// A line a language, then who takes whose sentences, the most often first.
    public func text(showing limit: Int) -> String {
      var out = lines.map(\.text)
      let pairs = Dictionary(grouping: thefts) { "\($0.owner) is read as \($0.thief)" }
      let sorted = pairs.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      for (pair, all) in sorted.prefix(limit) {
        out.append("\(pair) \(all.count) times, such as “\(all[0].sentence)”.")
      }
      if sorted.count > limit { out.append("… and \(sorted.count - limit) other pairs.") }
      return out.joined(separator: "\n")
    }
  }

  private let catalogue: Catalogue
  private let engine: Engine
  private let names: SampleNames
  private let rules: [LanguageCode: [String: Template]]
  /// A Monday morning; what a sentence means does not depend on it.
  private let now = Moment(local: LocalTime(seconds: 1_795_424_400), offset: 0)

  public init(_ catalogue: Catalogue, schema: Schema) {
    self.catalogue = catalogue
    engine = Engine(Lexicon(catalogue, schema: schema))
    names = SampleNames(catalogue)
    rules = Dictionary(catalogue.languages.map { ($0.language, $0.rules) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameters:
  ///   - amount: How many sentences are made of each template, and how many slips of them.
  ///   - seed: The same seed makes the same sentences.
  public func run(amount: Int, seed: UInt64) throws -> Report {
    var report = Report()
    for language in catalogue.languages.map(\.language) {
      var line = Line(language: language)
      line.allIntents = catalogue.intents.count
      for intent in catalogue.intents {
        guard let texts = intent.texts(language), !texts.sentences.isEmpty else { continue }
        line.intents += 1
        for (place, template) in texts.sentences.enumerated() {
          line.templates += 1
          // A template's sentences do not change when another is added before it.
          var dice = SplitMix(seed: seed ^ ExpansionCheck.mark("\(intent.id) \(language) \(place)"))
          for _ in 0..<amount { try play(template, intent, texts, &line, &report.thefts, &dice) }
        }
      }
      report.lines.append(line)
    }
    return report
  }

  private func play(
    _ template: Template, _ intent: IntentDefinition, _ texts: IntentTexts, _ line: inout Line,
    _ thefts: inout [Theft], _ dice: inout SplitMix
  ) throws {
    var fillings: [String: String] = [:]
    for slot in intent.slots {
      let all = SampleNames.samples(of: slot, texts)
      if !all.isEmpty { fillings[slot.name] = all[dice.next(all.count)] }
    }
    guard let made = Expansion(template, rules: rules[texts.language] ?? [:], samples: { fillings[$0] }, &dice) else {
      line.skipped += 1
      return
    }
    line.sentences += 1
    let thief = try reader(of: made.text, intent, texts.language)
    guard thief == nil else {
      thefts.append(Theft(owner: intent.id, thief: thief ?? "", sentence: made.text, isMutant: false))
      return
    }
    line.kept += 1
    guard let mutant = made.mutant(&dice) else { return }
    line.mutants += 1
    if let thief = try reader(of: mutant, intent, texts.language) {
      thefts.append(Theft(owner: intent.id, thief: thief, sentence: mutant, isMutant: true))
    } else {
      line.mended += 1
    }
  }

  /// Whose the sentence is taken to be, where it is not the intent's own; nil where it is.
  private func reader(of text: String, _ intent: IntentDefinition, _ language: LanguageCode) throws -> String? {
    let situation = Engine.Situation(now: now, language: language)
    guard let best = try engine.read(text, gazetteer: names, situation).first else { return "nothing" }
    switch best.content {
    case .intent(let found, _): return found.id == intent.id ? nil : found.id
    case .records: return "a question about records"
    }
  }

  /// FNV-1a: the same on every run, as Swift's own hashes are not.
  private static func mark(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension ExpansionCheck.Line {
  var text: String {
    "\(language): \(intents) of \(allIntents) intents, \(templates) templates; \(kept) of \(sentences) sentences and "
      + "\(mended) of \(mutants) slips are read as their intent, \(skipped) could not be made."
  }
}
