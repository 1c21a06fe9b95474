import Model
import Synchronization

/// The Chinese words of a lexicon by their sound; made when a sentence is first not understood as written.
enum HomophoneTable {
  private static let made = Mutex<(words: Int, table: [String: Set<String>])>((0, [:]))

  static func shared(_ lexicon: Lexicon) -> [String: Set<String>] {
    made.withLock { made in
      if made.words != lexicon.ideographCount {
        var table: [String: Set<String>] = [:]
        for word in lexicon.ideographWords where word.unicodeScalars.count <= 5 {
          if let key = Pinyin.key(word) { table[key, default: []].insert(word) }
        }
        made = (lexicon.ideographCount, table)
      }
      return made.table
    }
  }
}
