import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// How far the set-up conversation has come, kept as the session of whoever speaks.
struct SetUpProgress {
  enum Step: String, CaseIterable { case start, company, name, people, currency, language, done }

  struct Person {
    let name: String
    let role: String
  }

  private(set) var step = Step.start
  private(set) var company = ""
  private(set) var name = ""
  private(set) var people: [Person] = []
  private(set) var currency = Currency.usd
  private(set) var language: LanguageCode?

  init() {}

  /// The language of an answer: its script's, else that of the conversation so far.
  mutating func spoken(in text: String) -> LanguageCode {
    let isChinese = text.unicodeScalars.contains(where: NameKey.isIdeograph)
    if step == .start || language == nil { language = isChinese ? .chinese : .english }
    return language ?? .english
  }

  /// Takes an answer; what to say next. What cannot be the answer is asked for again.
  mutating func take(_ answer: String, _ wording: Wording, _ lexicon: Lexicon) throws -> String {
    switch step {
    case .start:
      step = .company
      return wording.say("setup.empty")
    case .company where !answer.isEmpty:
      company = answer
      step = .name
      return wording.say("setup.name", ["company": company])
    case .name where !answer.isEmpty:
      name = answer
      step = .people
      return wording.say("setup.people", ["name": name])
    case .people:
      people = wording.lists("setup.nobody", answer) ? [] : SetUpProgress.people(answer, lexicon)
      step = .currency
      return wording.say("setup.currency", ["count": String(people.count + 1)])
    case .currency:
      guard let found = SetUpProgress.currency(answer) else { return wording.say("setup.currency.unknown") }
      currency = found
      step = .language
      return wording.say("setup.language", ["currency": currency.code])
    case .language:
      guard let found = lexicon.language(named: answer) else { return wording.say("setup.language.unknown") }
      language = found
      step = .done
      return lexicon.message("setup.done", found).replacingPlaceholders(["company": company, "name": name])
    default: return wording.say("setup.\(step.rawValue).again")
    }
  }

  /// "Kim Park, manager; Lee Wong" and 王强，经理；李明: names with their roles, reps where none is said.
  private static func people(_ text: String, _ lexicon: Lexicon) -> [Person] {
    text.split { ";；、\n".contains($0) }.compactMap { part in
      let pieces = part.split { ",，(（)）:：".contains($0) }.map { String($0).trimmingMarks }.filter { !$0.isEmpty }
      guard let name = pieces.first else { return nil }
      let role = pieces.dropFirst().lazy.compactMap { lexicon.value(of: $0, kind: "user", field: "role") }.first
      return Person(name: name, role: role ?? "rep")
    }
  }

  private static func currency(_ text: String) -> Currency? {
    let words = text.split { !$0.isLetter }.map(String.init)
    if let code = words.first(where: { $0.utf8.count == 3 && $0.allSatisfy { $0.isASCII && $0.isUppercase } }) {
      return Currency(code)
    }
    let context = RecognizerContext(
      now: Moment(local: LocalTime(seconds: 0), offset: 0), languages: [.english, .chinese], currency: .usd)
    for number in ["1 ", "1"] {
      for value in Recognizers().candidates(in: number + text, context) {
        if case .money(_, let found?) = value.payload { return found }
      }
    }
    return words.count == 1 && text.utf8.count == 3 ? Currency(text) : nil
  }
}

extension SetUpProgress {
  var text: String {
    let all: JSON = [
      "setup": .string(step.rawValue), "company": .string(company), "name": .string(name),
      "people": .array(people.map { ["name": .string($0.name), "role": .string($0.role)] }),
      "currency": .string(currency.code), "language": .string(language?.rawValue ?? ""),
    ]
    return all.text
  }

  init?(text: String) {
    guard let json = try? JSONParser.parse(Array(text.utf8)), case .string(let step)? = json["setup"],
      let known = Step(rawValue: step)
    else { return nil }
    func string(_ json: JSON?) -> String { if case .string(let text)? = json { text } else { "" } }
    self.step = known
    company = string(json["company"])
    name = string(json["name"])
    if case .array(let all)? = json["people"] {
      people = all.map { Person(name: string($0["name"]), role: string($0["role"])) }
    }
    currency = Currency(string(json["currency"])) ?? .usd
    let code = string(json["language"])
    language = code.isEmpty ? nil : LanguageCode(code)
  }
}

extension String {
  func replacingPlaceholders(_ values: [String: String]) -> String {
    values.reduce(self) { text, pair in
      text.split(separator: "{\(pair.key)}", omittingEmptySubsequences: false).joined(separator: pair.value)
    }
  }
}
