import Language

/// A part of a template with what stands around it.
struct TemplatePiece {
  /// How many forms one word may have.
  static let limit = 64

  var template: Template
  var isSpacedBefore = false
  /// A group with a space just inside its brackets, as in `deal[ now]`; or the last piece, with a space behind it.
  var isSpacedAtEdge = false

  init(_ template: Template) { self.template = template }

  /// Words alone, of a script that is written with spaces.
  fileprivate var forms: [String]? {
    guard let forms = template.forms(limit: Self.limit), !forms.contains(where: \.hasCJK) else { return nil }
    return forms
  }
}

extension [TemplatePiece] {
  func spaced(_ isSpaced: Bool) -> [TemplatePiece] {
    guard isSpaced, !isEmpty else { return self }
    var result = self
    result[result.count - 1].isSpacedAtEdge = true
    return result
  }

  /// One template: what touches becomes whole words, words in a row become one; nil where a word has too many forms.
  func joined() -> Template? {
    var parts: [Template] = []
    var index = startIndex
    while index < endIndex {
      var end = index + 1
      if self[index].forms != nil {
        while end < endIndex, !self[end].isSpacedBefore, !self[end - 1].isSpacedAtEdge, self[end].forms != nil {
          end += 1
        }
      }
      if end - index == 1 {
        parts.append(self[index].template)
      } else {
        guard let word = self[index..<end].glued() else { return nil }
        parts.append(word)
      }
      index = end
    }
    let merged = parts.mergingWords()
    return merged.count == 1 ? merged[0] : .sequence(merged)
  }
}

extension ArraySlice<TemplatePiece> {
  fileprivate func glued() -> Template? {
    var forms = [""]
    for piece in self {
      guard let next = piece.forms, forms.count * next.count <= TemplatePiece.limit else { return nil }
      forms = forms.flatMap { left in next.map { left + $0 } }
    }
    var seen: Set<String> = []
    let words = forms.filter { !$0.isEmpty && seen.insert($0).inserted }.map { Template.words($0) }
    let template: Template = words.count == 1 ? words[0] : .oneOf(words)
    return forms.contains("") ? .optional(template) : template
  }
}

extension [Template] {
  fileprivate func mergingWords() -> [Template] {
    var result: [Template] = []
    for part in self {
      if case .words(let next) = part, case .words(let last)? = result.last {
        result[result.count - 1] = .words(last.joined(to: next))
      } else if case .sequence(let inner) = part {
        result = (result + inner).mergingWords()
      } else {
        result.append(part)
      }
    }
    return result
  }
}

extension Template {
  /// All the texts of a template of words alone, each once; nil with a slot or a rule in it, or more than `limit`.
  func forms(limit: Int) -> [String]? {
    let result: [String]?
    switch self {
    case .words(let words): result = [words]
    case .slot, .rule: result = nil
    case .optional(let inner): result = inner.forms(limit: limit).map { [""] + $0 }
    case .oneOf(let parts): result = Self.all(parts.map { $0.forms(limit: limit) })
    case .sequence(let parts): result = Self.product(parts, limit: limit)
    case .anyOrder(let parts):
      guard parts.count <= 4 else { return nil }
      result = Self.all(parts.permutations().map { Self.product($0, limit: limit) })
    }
    guard let result, result.count <= limit else { return nil }
    var seen: Set<String> = []
    return result.filter { seen.insert($0).inserted }
  }

  private static func all(_ lists: [[String]?]) -> [String]? {
    var result: [String] = []
    for list in lists {
      guard let list else { return nil }
      result += list
    }
    return result
  }

  private static func product(_ parts: [Template], limit: Int) -> [String]? {
    var result = [""]
    for part in parts {
      guard let next = part.forms(limit: limit), result.count * next.count <= limit else { return nil }
      result = result.flatMap { left in next.map { left.joined(to: $0) } }
    }
    return result
  }
}

extension [Template] {
  fileprivate func permutations() -> [[Template]] {
    guard count > 1 else { return [self] }
    return indices.flatMap { index -> [[Template]] in
      var rest = self
      let first = rest.remove(at: index)
      return rest.permutations().map { [first] + $0 }
    }
  }
}

extension String {
  /// With a space between, unless one is empty or a character at the seam is CJK.
  func joined(to next: String) -> String {
    guard let left = unicodeScalars.last, let right = next.unicodeScalars.first else { return self + next }
    return left.isCJK || right.isCJK ? self + next : self + " " + next
  }

  var hasCJK: Bool { unicodeScalars.contains(where: \.isCJK) }
}

extension Unicode.Scalar {
  /// Written without spaces: Han, kana, and their punctuation.
  var isCJK: Bool {
    (0x2E80...0xA4CF).contains(value) || (0xF900...0xFAFF).contains(value) || (0xFF00...0xFF60).contains(value)
      || (0x20000...0x3FFFD).contains(value)
  }
}
