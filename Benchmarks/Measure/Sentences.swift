import BuiltinIntents
import CRM
import Language
import Model
import Recognizers
import Store
import Values

/// Sentences to be read over one database, each by its speaker.
struct Sentences {
  private let store: SQLiteStore
  private let engine: Engine
  private let lines: [(text: String, context: Context, situation: Engine.Situation)]

  init(database: String, lines: [(login: String, text: String)]) throws {
    let store = try SQLiteStore(path: database, schema: CRMSchema.all, policy: CompanyPolicy(), rules: CRMRules())
    self.store = store
    engine = Engine(try Lexicon(Measure.image, schema: CRMSchema.all))
    var speakers: [String: Speaker] = [:]
    for login in Set(lines.map(\.login)) { speakers[login] = try store.speaker(login: login) }
    self.lines = lines.compactMap { login, text in
      guard let speaker = speakers[login], let now = Moment(iso: "2026-11-23T09:00:00-05:00") else { return nil }
      let local = speaker.zone.moment(epoch: now.epoch)
      let isChinese = text.unicodeScalars.contains { NameKey.isIdeograph($0) }
      let values = RecognizerContext(
        now: local, languages: isChinese ? [.chinese, .english] : [.english, .chinese], currency: speaker.currency)
      return (text, Context(speaker: speaker, now: local, baseCurrency: .usd), Engine.Situation(values: values))
    }
  }

  /// Every reading of every sentence, its cost first.
  func writeReadings() throws {
    for (text, context, situation) in lines {
      print("# \(text)")
      let readings = try store.read(context) { try engine.read(text, gazetteer: $0, situation) }
      for reading in readings { print(describe(reading)) }
    }
  }

  private func describe(_ reading: Reading) -> String {
    var parts = ["\(reading.cost) \(reading.intent) \(reading.act)"]
    for correction in reading.corrections { parts.append("\(correction.written)→\(correction.read)") }
    switch reading.content {
    case .intent(_, let slots):
      for (name, filled) in slots.sorted(by: { $0.key < $1.key }) {
        parts.append("\(name)=[\(filled.text)]\(filled.term)")
      }
    case .records(let set, let shape): parts.append("\(set) \(shape)")
    }
    return parts.joined(separator: " | ")
  }

  /// Microseconds for each sentence: understanding without names, and looking names up; the best of three of each.
  func writeTimes(_ mode: String) throws {
    var parse: [Double] = []
    var names: [Double] = []
    for (text, context, situation) in lines {
      var best: (parse: Int64, names: Int64) = (.max, .max)
      for _ in 0..<(mode == "once" ? 1 : 3) {
        try store.read(context) { reader in
          let gazetteer = TimedGazetteer(reader)
          let start = Measure.nanoseconds()
          _ = try engine.read(text, gazetteer: gazetteer, situation)
          let all = Measure.nanoseconds() - start
          best = (min(best.parse, all - gazetteer.nanoseconds), min(best.names, gazetteer.nanoseconds))
        }
      }
      parse.append(Double(best.parse) / 1000)
      names.append(Double(best.names) / 1000)
      if mode == "each" { print("\(best.parse / 1000)\t\(best.names / 1000)\t\(text)") }
    }
    print("sentences\t\(lines.count)")
    show("parsing", parse)
    show("names", names)
    show("together", zip(parse, names).map { $0 + $1 })
  }

  private func show(_ what: String, _ times: [Double]) {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return }
    func at(_ share: Double) -> Int { Int(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]) }
    print("\(what)\tp50 \(at(0.5))\tp90 \(at(0.9))\tp99 \(at(0.99))\tmost \(Int(sorted[sorted.count - 1]))\tµs")
  }
}
