import Model
import Synchronization

/// The Chinese words of a lexicon by their sound; made when a sentence is first not understood as written.
enum HomophoneTable {
  private static let made = Mutex<(words: Int, table: [String: Set<String>])>((0, [:]))

  static func shared(_ lexicon: Lexicon) -> [String: Set<String>] {
    made.withLock { made in
      if made.words != lexicon.ideographWords.count {
        var table: [String: Set<String>] = [:]
        for word in lexicon.ideographWords.union(templateWords(lexicon)) where word.unicodeScalars.count <= 5 {
          if let key = Pinyin.key(word) { table[key, default: []].insert(word) }
        }
        made = (lexicon.ideographWords.count, table)
      }
      return made.table
    }
  }

  /// The Chinese words inside the templates.
  private static func templateWords(_ lexicon: Lexicon) -> Set<String> {
    var found: Set<String> = []
    func visit(_ template: Template) {
      switch template {
      case .words(let text):
        if text.unicodeScalars.count > 1, text.unicodeScalars.allSatisfy(NameKey.isIdeograph) { found.insert(text) }
      case .optional(let inner): visit(inner)
      case .sequence(let parts), .oneOf(let parts), .anyOrder(let parts): parts.forEach(visit)
      case .slot, .rule: break
      }
    }
    for intent in lexicon.catalogue.intents {
      for texts in intent.texts { texts.sentences.forEach(visit) }
    }
    return found
  }
}
