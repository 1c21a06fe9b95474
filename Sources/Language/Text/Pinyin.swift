/// How Chinese characters sound, without tones, to find words that were written with other characters of the same sound.
enum Pinyin {
  private static let syllables: [Unicode.Scalar: Substring] = {
    var table: [Unicode.Scalar: Substring] = [:]
    for line in PinyinData.table.split(whereSeparator: { $0 == "\n" || $0 == "|" }) {
      guard let space = line.firstIndex(of: " ") else { continue }
      for scalar in line[line.index(after: space)...].unicodeScalars { table[scalar] = line[..<space] }
    }
    return table
  }()

  /// The syllables of a text with a space between; nil where a character's sound is not known.
  static func key(_ text: some StringProtocol) -> String? {
    var key = ""
    for scalar in text.unicodeScalars {
      guard let syllable = syllables[scalar] else { return nil }
      if !key.isEmpty { key += " " }
      key += syllable
    }
    return key
  }
}
