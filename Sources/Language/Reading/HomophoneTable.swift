import Model
import Synchronization

/// The Chinese words of a lexicon by their sound; made when a sentence is first not understood as written.
struct HomophoneTable: Sendable {
  private static let made = Mutex<(words: Int, table: HomophoneTable)>((-1, HomophoneTable([])))

  private let words: Set<String>
  private var bySound: [String: [String]] = [:]
  private var byNearSound: [String: [String]] = [:]

  static func shared(_ lexicon: Lexicon) -> HomophoneTable {
    made.withLock { made in
      if made.words != lexicon.ideographCount {
        made = (lexicon.ideographCount, HomophoneTable(lexicon.ideographWords))
      }
      return made.table
    }
  }

  private init(_ words: Set<String>) {
    self.words = words
    for word in words.sorted() where word.unicodeScalars.count <= 5 {
      if let key = Pinyin.key(word) { bySound[key, default: []].append(word) }
      if let key = Pinyin.nearKey(word) { byNearSound[key, default: []].append(word) }
    }
  }

  /// Words of the same sound, and then of nearly the same, that share a character with it in its place; with a character
  /// that looks like the one that was written.
  func meant(_ written: String) -> [(word: String, weight: Int)] {
    var found: [(word: String, weight: Int)] = []
    func add(_ words: [String], _ weight: Int) {
      for word in words where word != written && !found.contains(where: { $0.word == word }) {
        found.append((word, weight))
      }
    }
    if let key = Pinyin.key(written) {
      add((bySound[key] ?? []).filter { HomophoneTable.sharesPlace($0, written) }, 0)
    }
    let scalars = Array(written.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      for other in LookAlikes.shaped[scalar] ?? [] {
        var changed = scalars
        changed[index] = other
        var text = String.UnicodeScalarView()
        text.append(contentsOf: changed)
        if words.contains(String(text)) { add([String(text)], 1) }
      }
    }
    if let key = Pinyin.nearKey(written) {
      add((byNearSound[key] ?? []).filter { HomophoneTable.sharesPlace($0, written) }, 2)
    }
    return found
  }

  private static func sharesPlace(_ a: String, _ b: String) -> Bool {
    zip(a.unicodeScalars, b.unicodeScalars).contains { $0 == $1 }
  }
}
