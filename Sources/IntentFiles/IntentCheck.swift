import Language
import Model

/// What is wrong with intent files, and what they leave out: `rapport check`.
public enum IntentCheck {
  public struct Report: Sendable {
    /// Errors first, then warnings, each by path and place.
    public var problems: [Problem]
    /// What was checked, in one line.
    public var summary: String

    /// No error; warnings may be left.
    public var isClean: Bool { !problems.contains { $0.severity == .error } }

    /// Each problem with its excerpt, and the summary.
    public var text: String { (problems.map(\.description) + [summary]).joined(separator: "\n") }
  }

  /// Checks a folder as it would stand over `base`.
  public static func run(_ folder: String, over base: Catalogue = Catalogue(), schema: Schema?) -> Report {
    let files = IntentFolder(folder, over: base, schema: schema)
    let places = Dictionary(files.intents.map { ($0.definition.id, $0) }, uniquingKeysWith: { first, _ in first })
    let all = base.overlaying(files.catalogue)
    let warnings = CoverageCheck(all).findings.compactMap { finding in places[finding.intent]?.warning(finding) }
    return report(files.problems, warnings, of: files.catalogue)
  }

  /// Checks the catalogue that is compiled into the program, whose files are not at hand.
  public static func run(_ builtin: Catalogue, schema: Schema) -> Report {
    let unknown = Set(builtin.vocabulary.compactMap { $0.meaning.unknown(in: schema) }).sorted().map {
      Problem(path: "built-in", line: 1, column: 1, message: "\($0).", remedy: "Use the ids of the schema.")
    }
    let warnings = CoverageCheck(builtin).findings.map {
      Problem(
        path: "built-in/\($0.intent)", line: 1, column: 1, severity: .warning, message: $0.message, remedy: $0.remedy)
    }
    return report(unknown, warnings, of: builtin)
  }

  private static func report(_ errors: [Problem], _ warnings: [Problem], of catalogue: Catalogue) -> Report {
    let languages = catalogue.languages.map(\.language.rawValue).sorted().joined(separator: ", ")
    let sentences = catalogue.intents.flatMap(\.texts).reduce(0) { $0 + $1.sentences.count }
    let counts = [
      "\(catalogue.intents.count) intents", "\(sentences) sentences", "\(catalogue.vocabulary.count) words and phrases",
    ]
    let found = "\(errors.count) errors, \(warnings.count) warnings"
    let place = languages.isEmpty ? "" : " (\(languages))"
    return Report(problems: errors + warnings, summary: "\(counts.joined(separator: ", "))\(place): \(found)")
  }
}

extension IntentFile {
  fileprivate func warning(_ finding: CoverageCheck.Finding) -> Problem {
    var place = place
    if let language = finding.language, let number = finding.sentence {
      let own = sentences.filter { $0.language == language }
      if own.indices.contains(number) { place = source.place(of: .scalar(own[number].scalar)) }
    }
    return source.problem(finding.message, at: place, severity: .warning, remedy: finding.remedy)
  }
}
