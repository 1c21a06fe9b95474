/// How Chinese characters sound, without tones, to find words that were written with other characters of the same sound.
public enum Pinyin {
  private static let syllables: [Unicode.Scalar: Substring] = {
    var table: [Unicode.Scalar: Substring] = [:]
    for line in PinyinData.table.split(whereSeparator: { $0 == "\n" || $0 == "|" }) {
      guard let space = line.firstIndex(of: " ") else { continue }
      for scalar in line[line.index(after: space)...].unicodeScalars { table[scalar] = line[..<space] }
    }
    return table
  }()

  /// The syllables of a text with a space between; nil where a character's sound is not known.
  public static func key(_ text: some StringProtocol) -> String? {
    var key = ""
    for scalar in text.unicodeScalars {
      guard let syllable = syllables[scalar] else { return nil }
      if !key.isEmpty { key += " " }
      key += syllable
    }
    return key
  }

  /// As `key`, with sounds told apart that many speakers, and the keyboards they type pinyin on, do not: zh and z, ch
  /// and c, sh and s, n and l at the start; -ng and -n at the end.
  public static func nearKey(_ text: some StringProtocol) -> String? {
    var key = ""
    for scalar in text.unicodeScalars {
      guard let syllable = syllables[scalar] else { return nil }
      if !key.isEmpty { key += " " }
      key += near(syllable)
    }
    return key
  }

  private static func near(_ syllable: Substring) -> Substring {
    var letters = syllable
    if letters.hasSuffix("ng") { letters.removeLast() }
    for start in ["zh", "ch", "sh"] where letters.hasPrefix(start) {
      return letters.prefix(1) + letters.dropFirst(2)
    }
    return letters.hasPrefix("n") && letters.utf8.count > 1 ? "l" + letters.dropFirst() : letters
  }
}
