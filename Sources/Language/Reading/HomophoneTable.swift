import Synchronization

/// The Chinese words of a lexicon by their sound; made when a sentence is first not understood as written.
enum HomophoneTable {
  private static let made = Mutex<(words: Int, table: [String: Set<String>])>((0, [:]))

  static func shared(_ lexicon: Lexicon) -> [String: Set<String>] {
    made.withLock { made in
      if made.words != lexicon.ideographWords.count {
        var table: [String: Set<String>] = [:]
        for word in lexicon.ideographWords where word.unicodeScalars.count <= 5 {
          if let key = Pinyin.key(word) { table[key, default: []].insert(word) }
        }
        made = (lexicon.ideographWords.count, table)
      }
      return made.table
    }
  }
}
