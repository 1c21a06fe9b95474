import Language
import Values
import Yams

/// A shared rule of a language, and where it stands.
struct SharedRule {
  var parsed: ParsedTemplate
  var scalar: Node.Scalar
}

/// One `Intents/_language/<code>.yaml`, read.
struct LanguageFile {
  var source: SourceFile
  var words: LanguageWords
  var rules: [String: SharedRule]
}

/// Reads `Intents/_language/<code>.yaml`: `grammar`, `rules`, `cues`, `values` and `shorthands`.
struct LanguageFileReader {
  private var reader: NodeReader
  private var words: LanguageWords
  private var rules: [String: SharedRule] = [:]

  static let keys = ["grammar", "rules", "cues", "values", "shorthands"]

  static func read(_ source: SourceFile, language: LanguageCode) -> (LanguageFile?, [Problem]) {
    var file = LanguageFileReader(reader: NodeReader(source), words: LanguageWords(language: language))
    guard let pairs = file.reader.root() else { return (nil, file.reader.problems) }
    for (key, value) in pairs { file.read(key, value) }
    return (LanguageFile(source: source, words: file.words, rules: file.rules), file.reader.problems)
  }

  private mutating func read(_ key: Node.Scalar, _ value: Node) {
    switch key.string {
    case "grammar": readGrammar(value)
    case "rules":
      for (name, node) in reader.pairs(value, of: "rules") {
        guard let scalar = reader.text(node, of: "a rule"), let parsed = reader.template(scalar) else { continue }
        rules[name.string] = SharedRule(parsed: parsed, scalar: scalar)
        words.rules[name.string] = parsed.template
      }
    case "cues":
      for (name, node) in reader.pairs(value, of: "cues") {
        let phrases = reader.texts(node, of: "the cues").flatMap { reader.forms($0) }
        if let act = SpeechAct(rawValue: name.string) {
          words.cues[act] = phrases
        } else {
          reader.report(
            "“\(name.string)” is no speech act.", at: .scalar(name),
            remedy: Nearest.remedy(for: name.string, among: SpeechAct.allCases.map(\.rawValue)))
        }
      }
    case "values": readValues(value)
    case "shorthands":
      for (name, node) in reader.pairs(value, of: "shorthands") {
        words.shorthands[name.string] = reader.texts(node, of: "the words in full").map(\.string)
      }
    default:
      reader.report(
        "“\(key.string)” is not known here.", at: .scalar(key),
        remedy: Nearest.remedy(for: key.string, among: Self.keys))
    }
  }

  /// The words of numbers, dates and amounts, by named meaning.
  private mutating func readValues(_ node: Node) {
    for (name, value) in reader.pairs(node, of: "values") {
      let phrases = reader.texts(value, of: "the words").flatMap { reader.forms($0) }
      if LanguageWords.isValueName(name.string) {
        words.values[name.string] = phrases
      } else {
        reader.report(
          "“\(name.string)” names no value.", at: .scalar(name),
          remedy: Nearest.remedy(for: name.string, among: LanguageWords.valueNames))
      }
    }
  }

  private mutating func readGrammar(_ node: Node) {
    for (name, value) in reader.pairs(node, of: "grammar") {
      var seen: Set<String> = []
      let phrases = reader.texts(value, of: "the words").flatMap { reader.forms($0) }.filter {
        seen.insert($0).inserted
      }
      if let word = GrammarWord(rawValue: name.string) {
        words.grammar[word] = phrases
      } else {
        reader.report(
          "“\(name.string)” is no grammar word.", at: .scalar(name),
          remedy: Nearest.remedy(for: name.string, among: GrammarWord.allCases.map(\.rawValue)))
      }
    }
  }
}
