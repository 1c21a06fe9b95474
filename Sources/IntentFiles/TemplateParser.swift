import Language

/// What is wrong with a template, and where: an offset in Unicode scalars.
struct TemplateProblem: Error, Hashable {
  var offset: Int
  var message: String
  var remedy: String
}

/// A parsed template with the places of what it refers to.
struct ParsedTemplate {
  struct Reference: Hashable {
    var name: String
    var offset: Int
  }

  var template: Template
  var slots: [Reference] = []
  var rules: [Reference] = []
}

/// Reads hassil's syntax: `[optional]`, `(a|b)`, `(a;b)` in any order, `{slot}`, `<rule>`, and a backslash before a
/// character that stands for itself.
///
/// What touches without a space is one word: `deal[s]` becomes (deal|deals), so that a template's words are whole.
struct TemplateParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var slots: [ParsedTemplate.Reference] = []
  private var rules: [ParsedTemplate.Reference] = []

  static func parse(_ text: String) throws(TemplateProblem) -> ParsedTemplate {
    var parser = TemplateParser(text)
    let pieces = try parser.pieces()
    guard parser.position == parser.scalars.count else { throw parser.unexpected() }
    let template = try parser.template(of: pieces, from: 0)
    return ParsedTemplate(template: template, slots: parser.slots, rules: parser.rules)
  }

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  // MARK: Grammar

  private mutating func pieces() throws(TemplateProblem) -> [TemplatePiece] {
    var result: [TemplatePiece] = []
    var isSpaced = false
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar.properties.isWhitespace {
        isSpaced = true
        position += 1
        continue
      }
      var piece: TemplatePiece
      switch scalar {
      case "[": piece = try group("[", "]")
      case "(": piece = try group("(", ")")
      case "{": piece = TemplatePiece(.slot(try reference("{", "}", kind: "slot")))
      case "<": piece = TemplatePiece(.rule(try reference("<", ">", kind: "rule")))
      case "]", ")", "|", ";": return result.spaced(isSpaced)
      case "}", ">": throw unexpected()
      default: piece = TemplatePiece(.words(try word()))
      }
      piece.isSpacedBefore = piece.isSpacedBefore || isSpaced
      isSpaced = false
      result.append(piece)
    }
    return result.spaced(isSpaced)
  }

  private mutating func group(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar
  ) throws(TemplateProblem) -> TemplatePiece {
    let start = position
    position += 1
    var alternatives: [Template] = []
    var separator: Unicode.Scalar?
    var isSpaced = false
    while true {
      let from = position
      let pieces = try pieces()
      alternatives.append(try template(of: pieces, from: pieces.isEmpty ? min(position, scalars.count) : from))
      isSpaced = isSpaced || pieces.last?.isSpacedAtEdge == true || pieces.first?.isSpacedBefore == true
      guard position < scalars.count else {
        throw TemplateProblem(
          offset: start, message: "this “\(opening)” is never closed.",
          remedy: "Add “\(closing)”, or write “\\\(opening)”.")
      }
      let scalar = scalars[position]
      if scalar == closing { break }
      guard scalar == "|" || scalar == ";" else { throw unexpected() }
      guard separator == nil || separator == scalar else {
        throw TemplateProblem(
          offset: position, message: "“|” and “;” stand in one group.",
          remedy: "Put one of them into parentheses of its own: ((a|b);c).")
      }
      separator = scalar
      position += 1
    }
    position += 1
    let inner: Template =
      alternatives.count == 1 ? alternatives[0] : separator == ";" ? .anyOrder(alternatives) : .oneOf(alternatives)
    var piece = TemplatePiece(opening == "[" ? .optional(inner) : inner)
    piece.isSpacedBefore = isSpaced
    piece.isSpacedAtEdge = isSpaced
    return piece
  }

  private mutating func reference(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, kind: String
  ) throws(TemplateProblem) -> String {
    let start = position
    position += 1
    var name = ""
    while position < scalars.count, scalars[position] != closing {
      let scalar = scalars[position]
      guard scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
        throw TemplateProblem(
          offset: position, message: "“\(scalar)” cannot stand in the name of a \(kind).",
          remedy: "Names are letters, digits and _; close it with “\(closing)”.")
      }
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard position < scalars.count else {
      throw TemplateProblem(
        offset: start, message: "this “\(opening)” is never closed.",
        remedy: "Add “\(closing)”, or write “\\\(opening)”.")
    }
    guard !name.isEmpty else {
      throw TemplateProblem(
        offset: start, message: "the \(kind) has no name.", remedy: "Write \(opening)name\(closing).")
    }
    position += 1
    let reference = ParsedTemplate.Reference(name: name, offset: start)
    if kind == "slot" { slots.append(reference) } else { rules.append(reference) }
    return name
  }

  private mutating func word() throws(TemplateProblem) -> String {
    var word = ""
    while position < scalars.count {
      var scalar = scalars[position]
      if scalar.properties.isWhitespace || "[](){}<>|;".unicodeScalars.contains(scalar) { break }
      if scalar == "\\" {
        position += 1
        guard position < scalars.count else {
          throw TemplateProblem(
            offset: position - 1, message: "a backslash stands at the end.", remedy: "Write “\\\\” for a backslash.")
        }
        scalar = scalars[position]
      }
      word.unicodeScalars.append(scalar)
      position += 1
    }
    return word
  }

  private func template(of pieces: [TemplatePiece], from offset: Int) throws(TemplateProblem) -> Template {
    guard !pieces.isEmpty else {
      throw TemplateProblem(
        offset: offset, message: "nothing stands here.",
        remedy: "Write words, or leave the brackets or the separator out; [a] may be left out, (a|b) is one of two.")
    }
    guard let joined = pieces.joined() else {
      throw TemplateProblem(
        offset: offset, message: "a word has more than \(TemplatePiece.limit) forms here.",
        remedy: "Put spaces between the words, or write fewer alternatives inside one word.")
    }
    return joined
  }

  private func unexpected() -> TemplateProblem {
    let scalar = scalars[position]
    if scalar == "|" || scalar == ";" {
      return TemplateProblem(
        offset: position, message: "“\(scalar)” stands outside parentheses.", remedy: "Write (a\(scalar)b).")
    }
    return TemplateProblem(
      offset: position, message: "this “\(scalar)” closes nothing.", remedy: "Remove it, or write “\\\(scalar)”.")
  }
}
