import Model

/// Chinese names in Latin letters.
public enum Romanization {
  /// The syllables of a text, without tones; nil where a character's sound is not known. 王强 is "wang", "qiang".
  public static func syllables(_ text: some StringProtocol) -> [String]? {
    Pinyin.key(text).map { $0.split(separator: " ").map(String.init) }
  }
}
