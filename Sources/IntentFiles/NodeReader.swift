import Language
import Values
import Yams

/// Reads the nodes of one file, and collects what is wrong with them.
struct NodeReader {
  /// How many phrases one entry may stand for.
  static let formLimit = 256

  let source: SourceFile
  var problems: [Problem] = []

  init(_ source: SourceFile) { self.source = source }

  mutating func report(_ message: String, at node: Node, remedy: String = "") {
    report(message, at: source.place(of: node), remedy: remedy)
  }

  mutating func report(_ message: String, at place: Place, remedy: String = "") {
    problems.append(source.problem(message, at: place, remedy: remedy))
  }

  /// The file's top: a mapping; nil where it is none, which is reported.
  mutating func root() -> [(key: Node.Scalar, value: Node)]? {
    do {
      guard let node = try compose(yaml: source.text) else {
        report("the file is empty.", at: Place(line: 1, column: 1))
        return nil
      }
      return pairs(node, of: "the file")
    } catch let error as YamlError {
      report(error)
    } catch {
      report("the file cannot be read: \(error)", at: Place(line: 1, column: 1))
    }
    return nil
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(
        "this is not YAML: \(problem).", at: Place(line: mark.line, column: mark.column),
        remedy: "A text that holds { } [ ] : # or begins with a mark must stand in quotes.")
    case .duplicatedKeysInMapping(let duplicates, let context):
      report(
        "“\(duplicates.joined(separator: "”, “"))” stands here twice.",
        at: Place(line: context.mark.line, column: context.mark.column), remedy: "Put both into one entry.")
    default: report("the file cannot be read: \(error)", at: Place(line: 1, column: 1))
    }
  }

  mutating func pairs(_ node: Node, of what: String) -> [(key: Node.Scalar, value: Node)] {
    guard case .mapping(let mapping) = node else {
      report("\(what) should be names with values.", at: node, remedy: "Write “name: value”, one a line.")
      return []
    }
    var result: [(key: Node.Scalar, value: Node)] = []
    for (key, value) in mapping {
      if case .scalar(let scalar) = key {
        result.append((scalar, value))
      } else {
        report("a name should be a plain text.", at: key)
      }
    }
    return result
  }

  mutating func text(_ node: Node, of what: String) -> Node.Scalar? {
    if case .scalar(let scalar) = node { return scalar }
    report(
      "\(what) should be a text.", at: node, remedy: "A text that begins with { or [ must stand in quotes.")
    return nil
  }

  /// A list of texts; a single text is a list of one.
  mutating func texts(_ node: Node, of what: String) -> [Node.Scalar] {
    if case .scalar(let scalar) = node {
      return scalar.string.isEmpty ? [] : [scalar]
    }
    guard case .sequence(let sequence) = node else {
      report("\(what) should be a list.", at: node, remedy: "Write [a, b], or one “- text” a line.")
      return []
    }
    return sequence.compactMap { text($0, of: "an entry of \(what)") }
  }

  mutating func boolean(_ node: Node, of what: String) -> Bool {
    switch node.scalar?.string {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report("\(what) should be true or false.", at: node)
      return false
    }
  }

  mutating func template(_ scalar: Node.Scalar) -> ParsedTemplate? {
    do throws(TemplateProblem) {
      return try TemplateParser.parse(scalar.string)
    } catch {
      report(error.message, at: source.place(in: scalar, at: error.offset), remedy: error.remedy)
      return nil
    }
  }

  /// The texts that a template of words alone stands for.
  mutating func forms(_ scalar: Node.Scalar) -> [String] {
    guard let parsed = template(scalar) else { return [] }
    guard let forms = parsed.template.forms(limit: Self.formLimit) else {
      if parsed.slots.isEmpty, parsed.rules.isEmpty {
        report(
          "this stands for more than \(Self.formLimit) phrases.", at: .scalar(scalar),
          remedy: "Write it in several parts.")
      } else {
        report(
          "only words can stand here.", at: .scalar(scalar), remedy: "Use [ ] and ( | ), but no {slot} and no <rule>.")
      }
      return []
    }
    return forms.filter { !$0.isEmpty }
  }

  /// The languages of a mapping: keys of two or three letters.
  static func language(_ key: String) -> LanguageCode? {
    (2...3).contains(key.count) && key.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? LanguageCode(key) : nil
  }
}
