import Foundation
import Language
import Model
import Values

/// Reads folders of intent files: `<area>/<name>.yaml`, `<area>/_vocabulary.yaml`, `_language/<code>.yaml`,
/// `_messages/<code>.yaml`.
public enum IntentFiles {
  /// The catalogue of what could be read, and all that is wrong, by path and place.
  ///
  /// - Parameters:
  ///   - base: The catalogue that the files will be laid over; its shared rules may be used.
  ///   - schema: With it, vocabulary for kinds, fields, filters and events that it does not know is an error.
  public static func load(
    _ folder: String, over base: Catalogue = Catalogue(), schema: Schema? = nil
  ) -> (Catalogue, [Problem]) {
    let files = IntentFolder(folder, over: base, schema: schema)
    return (files.catalogue, files.problems)
  }
}

/// A folder of intent files, read and checked.
struct IntentFolder {
  private(set) var intents: [IntentFile] = []
  private(set) var languages: [LanguageFile] = []
  private(set) var vocabulary: [VocabularyEntry] = []
  private(set) var problems: [Problem] = []

  private var messages: [LanguageWords] = []

  var catalogue: Catalogue {
    Catalogue(intents: intents.map(\.definition), vocabulary: vocabulary, languages: languages.map(\.words))
      .overlaying(Catalogue(languages: messages))
  }

  init(_ folder: String, over base: Catalogue, schema: Schema?) {
    let paths = Self.paths(in: folder)
    if paths.isEmpty {
      problems.append(
        Problem(
          path: folder, line: 1, column: 1, message: "no intent file is here.",
          remedy: "An intent's file is AREA/NAME.yaml in this folder."))
    }
    for path in paths { read(path, in: folder, schema: schema) }
    let references = ReferenceCheck(base: base, languages: languages)
    problems += references.problems(of: languages) + references.problems(of: intents)
    problems += duplicates()
    problems.sort { ($0.path, $0.line, $0.column) < ($1.path, $1.line, $1.column) }
  }

  private static func paths(in folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
  }

  private mutating func read(_ path: String, in folder: String, schema: Schema?) {
    let full = folder.hasSuffix("/") ? folder + path : folder + "/" + path
    guard let data = FileManager.default.contents(atPath: full), let text = String(bytes: data, encoding: .utf8) else {
      problems.append(
        Problem(path: full, line: 1, column: 1, message: "the file cannot be read as UTF-8 text."))
      return
    }
    let source = SourceFile(path: full, text: text)
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 2, path.hasSuffix(".yaml") else {
      let place = Place(line: 1, column: 1)
      problems.append(
        source.problem("the file is not where intent files are.", at: place, remedy: "Name it AREA/NAME.yaml."))
      return
    }
    read(source, area: parts[0], name: String(parts[1].dropLast(5)), schema: schema)
  }

  private mutating func read(_ source: SourceFile, area: String, name: String, schema: Schema?) {
    if area == "_messages" {
      let (words, found) = MessageFileReader.read(source, language: LanguageCode(name))
      messages.append(words)
      problems += found
    } else if area == "_language" {
      guard let language = NodeReader.language(name) else {
        problems.append(
          source.problem(
            "“\(name)” is no language.", at: Place(line: 1, column: 1), remedy: "Name the file en.yaml, zh.yaml…"))
        return
      }
      let (file, found) = LanguageFileReader.read(source, language: language)
      if let file { languages.append(file) }
      problems += found
    } else if name == "_vocabulary" {
      let (entries, found) = VocabularyFileReader.read(source, schema: schema)
      vocabulary += entries
      problems += found
    } else {
      let (file, found) = IntentFileReader.read(source)
      if let file { intents.append(file) }
      problems += found
    }
  }

  /// Two files with the same intent.
  private func duplicates() -> [Problem] {
    var first: [String: String] = [:]
    var result: [Problem] = []
    for file in intents {
      let id = file.definition.id
      if let other = first[id] {
        result.append(
          file.source.problem("the intent “\(id)” is also in \(other).", at: file.place, remedy: "Rename one of them."))
      } else {
        first[id] = file.source.path
      }
    }
    return result
  }
}
