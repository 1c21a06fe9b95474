/// How names and words are made comparable: NFKC where it matters here (full width, ligatures of width), lower case,
/// accents taken off Latin letters.
public enum NameKey {
  /// Folds one scalar into zero or more. Latin letters lose accents (é → e, ß → ss, ł → l, ø → o), full-width forms
  /// become ASCII, upper case becomes lower, the rest stays.
  public static func fold(_ scalar: Unicode.Scalar, into output: inout String.UnicodeScalarView) {
    let value = scalar.value
    if value < 0x80 {
      output.append(value >= 65 && value <= 90 ? Unicode.Scalar(UInt8(value + 32)) : scalar)
      return
    }
    if value >= 0xFF01, value <= 0xFF5E, let ascii = Unicode.Scalar(value - 0xFEE0) {
      fold(ascii, into: &output)
      return
    }
    if value == 0x3000 || value == 0xA0 {
      output.append(" ")
      return
    }
    guard value < 0x0250 || (0x1E00..<0x1F00).contains(value) || (0x0300..<0x0370).contains(value) else {
      output.append(scalar)
      return
    }
    foldLatin(scalar, into: &output)
  }

  private static let special: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d",
    "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i",
  ]

  private static func foldLatin(_ scalar: Unicode.Scalar, into output: inout String.UnicodeScalarView) {
    if (0x0300..<0x0370).contains(scalar.value) { return }
    if let text = special[scalar] {
      output.append(contentsOf: text.unicodeScalars)
      return
    }
    if let base = LatinBases.base[scalar] {
      output.append(base)
    } else {
      output.append(contentsOf: String(scalar).lowercased().unicodeScalars)
    }
  }

  /// The whole text folded, other punctuation kept.
  @inlinable public static func fold(_ text: some StringProtocol) -> String { folded(String(text)) }

  @usableFromInline static func folded(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isFolded) { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { fold(scalar, into: &output) }
    return String(output)
  }

  /// Whether folding leaves it as it is, as far as that is told without looking it up.
  private static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80: !(65...90 ~= scalar.value)
    case 0x0370..<0x1E00, 0x1F00..<0x3000, 0x3001..<0xFF01: true
    default: false
    }
  }

  /// The key of a name: folded letters, digits and ideographs, with one space between words and none beside an
  /// ideograph. "Müller & Söhne" → "muller sohne"; "晨星 ERP 升级" → "晨星erp升级".
  public static func key(_ text: some StringProtocol) -> String {
    tokens(text).reduce(into: "") { key, token in
      if let last = key.unicodeScalars.last, !isIdeograph(last), !token.isIdeograph { key += " " }
      key += token.text
    }
  }

  /// Words of letters and digits, a run of either by itself ("R9" is "r", "9"), and single ideographs.
  public static func tokens(_ text: some StringProtocol) -> [NameToken] {
    var result: [NameToken] = []
    var word = ""
    var wordIsDigits = false
    func flush() {
      if !word.isEmpty { result.append(NameToken(word, isIdeograph: false)) }
      word = ""
    }
    for scalar in fold(text).unicodeScalars {
      if isIdeograph(scalar) {
        flush()
        result.append(NameToken(String(scalar), isIdeograph: true))
      } else if isDigit(scalar) || isLetter(scalar) {
        if !word.isEmpty, wordIsDigits != isDigit(scalar) { flush() }
        wordIsDigits = isDigit(scalar)
        word.unicodeScalars.append(scalar)
      } else {
        flush()
      }
    }
    flush()
    return result
  }

  public static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

  public static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? (97...122).contains(scalar.value) || (65...90).contains(scalar.value) : scalar.properties.isAlphabetic
  }

  /// Han, kana and hangul: scripts that put no spaces between words, or whose syllables we match one by one.
  public static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (0x3400...0x9FFF).contains(value) || (0x20000...0x323AF).contains(value) || (0x3040...0x30FF).contains(value)
      || (0xAC00...0xD7A3).contains(value) || value == 0x3007
  }
}
