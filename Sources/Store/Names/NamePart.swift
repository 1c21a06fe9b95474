import Model

/// A name from one of its words on.
///
/// Written with a space after each word and none after an ideograph, so that a text of whole words is a part's beginning
/// exactly where it is a prefix of it: `globex inc `, `晨星erp 升级`.
struct NamePart: Hashable {
  let text: String
  /// In tokens from the beginning of the name.
  let start: Int

  private static let mostTokens = 24
  private static let mostParts = 12

  static func text(_ tokens: some Sequence<NameToken>) -> String {
    tokens.reduce(into: "") { text, token in piece(token, into: &text) }
  }

  /// One token of a sentence, which may hold letters and digits side by side.
  static func piece(_ token: NameToken, into text: inout String) {
    if token.isIdeograph {
      text += token.text
      return
    }
    var wasDigit: Bool?
    for scalar in token.text.unicodeScalars {
      let isDigit = NameKey.isDigit(scalar)
      if let wasDigit, wasDigit != isDigit { text += " " }
      text.unicodeScalars.append(scalar)
      wasDigit = isDigit
    }
    text += " "
  }

  /// From the start, from every word, and from every ideograph that follows something else.
  static func parts(of name: String) -> [NamePart] {
    var tokens: [NameToken] = []
    var starts: [Int] = []
    for chunk in chunks(name) {
      var isFirst = true
      for token in NameKey.tokens(chunk) {
        if isFirst || !token.isIdeograph || tokens.last?.isIdeograph == false { starts.append(tokens.count) }
        isFirst = false
        tokens.append(token)
      }
    }
    tokens = Array(tokens.prefix(mostTokens))
    return starts.filter { $0 < tokens.count }.prefix(mostParts).map {
      NamePart(text: text(tokens[$0...]), start: $0)
    }
  }

  /// What stands between spaces and marks.
  private static func chunks(_ name: String) -> [Substring.UnicodeScalarView] {
    name.unicodeScalars.split {
      !NameKey.isIdeograph($0) && !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
  }
}

extension NameKey {
  fileprivate static func tokens(_ scalars: Substring.UnicodeScalarView) -> [NameToken] { tokens(Substring(scalars)) }
}
