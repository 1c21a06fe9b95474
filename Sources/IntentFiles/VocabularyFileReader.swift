import Language
import Model
import Values
import Yams

/// Reads `Intents/<area>/_vocabulary.yaml`: words for kinds, nouns, fields, values, filters, events and measures.
struct VocabularyFileReader {
  private var reader: NodeReader
  private let schema: Schema?
  private var entries: [VocabularyEntry] = []
  private var seen: Set<VocabularyEntry> = []

  /// With a schema, a meaning that it does not know is an error.
  static func read(_ source: SourceFile, schema: Schema?) -> ([VocabularyEntry], [Problem]) {
    var file = VocabularyFileReader(reader: NodeReader(source), schema: schema)
    for (key, value) in file.reader.root() ?? [] {
      if let section = MeaningKey.Section(rawValue: key.string) {
        file.read(section, value)
      } else {
        file.reader.report(
          "“\(key.string)” is not known here.", at: .scalar(key),
          remedy: Nearest.remedy(for: key.string, among: MeaningKey.Section.allCases.map(\.rawValue)))
      }
    }
    return (file.entries, file.reader.problems)
  }

  private mutating func read(_ section: MeaningKey.Section, _ node: Node) {
    for (key, value) in reader.pairs(node, of: section.rawValue) {
      guard let meanings = MeaningKey.meanings(key.string, in: section) else {
        reader.report(
          "“\(key.string)” is not how \(section.rawValue) are named.", at: .scalar(key),
          remedy: "Write it like \(section.example).")
        continue
      }
      for unknown in meanings.compactMap({ meaning in schema.flatMap { meaning.unknown(in: $0) } }) {
        reader.report("\(unknown).", at: .scalar(key), remedy: "Use the ids of the schema.")
      }
      for (language, words) in reader.pairs(value, of: "the words") {
        guard let code = NodeReader.language(language.string) else {
          reader.report(
            "“\(language.string)” is no language.", at: .scalar(language), remedy: "Use a code such as en or zh.")
          continue
        }
        for meaning in meanings { add(words, meaning: meaning, language: code, plurals: section.hasPlurals) }
      }
    }
  }

  private mutating func add(_ node: Node, meaning: Meaning, language: LanguageCode, plurals: Bool) {
    for scalar in reader.texts(node, of: "the words") {
      let hasPlurals = plurals && language == .english
      let parts = hasPlurals ? Self.splitAtSlash(scalar.string) : [scalar.string]
      for (index, part) in parts.enumerated() where !part.isEmpty {
        var own = scalar
        if parts.count > 1 { own.string = part }
        for form in reader.forms(own) {
          append(form, meaning, language)
          if hasPlurals, parts.count == 1, index == 0 { append(EnglishPlural.of(form), meaning, language) }
        }
      }
    }
  }

  private mutating func append(_ phrase: String, _ meaning: Meaning, _ language: LanguageCode) {
    let entry = VocabularyEntry(language: language, phrase: phrase, meaning: meaning)
    if seen.insert(entry).inserted { entries.append(entry) }
  }

  /// `person/people`: the singular and its plural; a slash behind a backslash is one of the word's own.
  private static func splitAtSlash(_ text: String) -> [String] {
    var parts = [""]
    var isEscape = false
    for character in text {
      if character == "/", !isEscape {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      isEscape = character == "\\" && !isEscape
    }
    return parts
  }
}
