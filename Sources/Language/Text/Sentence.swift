import Model

/// A sentence cut into tokens, with the way back to the text as it was written.
public struct Sentence: Sendable {
  public let text: String
  public let tokens: [Token]

  public init(_ text: String) {
    self.text = text
    tokens = Sentence.cut(text)
  }

  /// The text of some tokens as it was written.
  public func written(_ range: Range<Int>) -> String {
    guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
    return written(scalars: first.range.lowerBound..<last.range.upperBound)
  }

  /// A piece of the text by its Unicode scalars.
  public func written(scalars range: Range<Int>) -> String {
    let all = text.unicodeScalars
    let start = all.index(all.startIndex, offsetBy: range.lowerBound)
    let end = all.index(start, offsetBy: range.count)
    return String(all[start..<end])
  }

  /// The tokens that begin and end exactly where these scalars do; nil where a boundary falls inside a token.
  func tokens(scalars range: Range<Int>) -> Range<Int>? {
    guard let start = tokens.firstIndex(where: { $0.range.lowerBound >= range.lowerBound }),
      let last = tokens.lastIndex(where: { $0.range.upperBound <= range.upperBound }), start <= last,
      tokens[start].range.lowerBound == range.lowerBound, tokens[last].range.upperBound == range.upperBound
    else { return nil }
    return start..<(last + 1)
  }

  private static func cut(_ text: String) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.utf8.count / 3 + 1)
    var piece = String.UnicodeScalarView()
    var sort = Token.Sort.mark
    var start = 0
    var space = true
    var isCapitalised = false
    var position = 0
    func flush(at end: Int) {
      guard !piece.isEmpty else { return }
      tokens.append(
        Token(text: String(piece), sort: sort, range: start..<end, spaceBefore: space, isCapitalised: isCapitalised))
      piece = String.UnicodeScalarView()
      space = false
    }
    for scalar in text.unicodeScalars {
      let next = Sentence.sort(of: scalar)
      if let next {
        if next != sort || next == .ideograph || next == .mark || piece.isEmpty {
          flush(at: position)
          sort = next
          start = position
          isCapitalised = scalar.properties.isUppercase
        }
        NameKey.fold(Sentence.plain(scalar), into: &piece)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        flush(at: position)
        space = true
      }
      position += 1
    }
    flush(at: position)
    return tokens
  }

  /// nil for white space, controls and combining marks.
  private static func sort(of scalar: Unicode.Scalar) -> Token.Sort? {
    let value = scalar.value
    if value < 0x80 {
      if NameKey.isDigit(scalar) { return .digits }
      if NameKey.isLetter(scalar) { return .word }
      return value <= 0x20 || value == 0x7F ? nil : .mark
    }
    if NameKey.isIdeograph(scalar) { return .ideograph }
    if (0xFF10...0xFF19).contains(value) { return .digits }
    if (0xFF21...0xFF3A).contains(value) || (0xFF41...0xFF5A).contains(value) { return .word }
    let properties = scalar.properties
    if properties.isWhitespace || (0x80..<0xA0).contains(value) { return nil }
    switch properties.generalCategory {
    case .nonspacingMark, .format, .control, .surrogate: return nil
    default: return properties.isAlphabetic ? .word : .mark
    }
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "’", "‘", "`", "´", "ʼ": "'"
    case "“", "”", "«", "»", "「", "」", "『", "』", "＂": "\""
    case "–", "—", "−", "‑", "‐", "－": "-"
    case "。": "."
    case "【", "（": "("
    case "】", "）": ")"
    case "→", "⇒": ">"
    default: scalar
    }
  }
}
