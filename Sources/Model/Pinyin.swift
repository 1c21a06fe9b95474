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

  private static let others: [Unicode.Scalar: [Substring]] = {
    var table: [Unicode.Scalar: [Substring]] = [:]
    for line in PinyinData.others.split(whereSeparator: { $0 == "\n" || $0 == "|" }) {
      guard let space = line.firstIndex(of: " ") else { continue }
      for scalar in line[line.index(after: space)...].unicodeScalars where syllables[scalar] != line[..<space] {
        table[scalar, default: []].append(line[..<space])
      }
    }
    return table
  }()

  /// All the ways in which the characters of a text may be read, the usual one first, at most eight: `key` and `nearKey`
  /// of each. Empty where a character's sound is not known.
  public static func readings(_ text: some StringProtocol) -> [(key: String, near: String)] {
    var ways: [[Substring]] = [[]]
    for scalar in text.unicodeScalars {
      guard let usual = syllables[scalar] else { return [] }
      let all = [usual] + (others[scalar] ?? [])
      ways = Array(ways.flatMap { way in all.map { way + [$0] } }.prefix(8))
    }
    return ways.map { ($0.joined(separator: " "), $0.map(near).joined(separator: " ")) }
  }

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
