import Model
import Synchronization

/// The Chinese words of a lexicon by their sound; made when a sentence is first not understood as written.
struct HomophoneTable: Sendable {
  private static let made = Mutex<(size: Int, table: HomophoneTable)>((-1, HomophoneTable("")))

  private var words: Set<String> = []
  private var bySound: [String: [String]] = [:]
  private var byNearSound: [String: [String]] = [:]
  /// Words of three characters and more, by their number.
  private var long: [Int: [[Unicode.Scalar]]] = [:]

  static func shared(_ lexicon: Lexicon) -> HomophoneTable {
    made.withLock { made in
      let size = lexicon.ideographs.utf8.count
      if made.size != size { made = (size, HomophoneTable(lexicon.ideographs)) }
      return made.table
    }
  }

  /// Each word of a list with its two keys behind it, separated by tabs, a line for each way to read it: worked out
  /// once, at build time.
  static func lines(_ words: String) -> String {
    words.split(separator: "\n").flatMap { line -> [String] in
      guard !line.utf8.contains(0x09) else { return [String(line)] }
      let readings = line.unicodeScalars.count <= 5 ? Pinyin.readings(line) : []
      return readings.isEmpty ? ["\(line)\t\t"] : readings.map { "\(line)\t\($0.key)\t\($0.near)" }
    }.joined(separator: "\n")
  }

  private init(_ list: String) {
    let lines = list.utf8.contains(0x09) ? list : HomophoneTable.lines(list)
    var fields: [String] = []
    var start = lines.utf8.startIndex
    for index in lines.utf8.indices where lines.utf8[index] == 0x09 || lines.utf8[index] == 0x0A {
      fields.append(String(lines[start..<index]))
      start = lines.utf8.index(after: index)
      if lines.utf8[index] == 0x0A { add(&fields) }
    }
    fields.append(String(lines[start...]))
    add(&fields)
  }

  private mutating func add(_ fields: inout [String]) {
    defer { fields.removeAll(keepingCapacity: true) }
    guard fields.count == 3 else { return }
    if words.insert(fields[0]).inserted, fields[0].utf8.count >= 9 {
      let scalars = Array(fields[0].unicodeScalars)
      long[scalars.count, default: []].append(scalars)
    }
    if !fields[1].isEmpty { bySound[fields[1], default: []].append(fields[0]) }
    if !fields[2].isEmpty { byNearSound[fields[2], default: []].append(fields[0]) }
  }

  func holds(_ word: String) -> Bool { words.contains(word) }

  /// Words of the same sound, and then of nearly the same, that share a character with it in its place; with a character
  /// that looks like the one that was written.
  func meant(_ written: String) -> [(word: String, weight: Int)] {
    var found: [(word: String, weight: Int)] = []
    func add(_ words: [String], _ weight: Int) {
      for word in words where word != written && !found.contains(where: { $0.word == word }) {
        found.append((word, weight))
      }
    }
    let readings = Pinyin.readings(written)
    for (key, _) in readings {
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
    for (_, key) in readings {
      add((byNearSound[key] ?? []).filter { HomophoneTable.sharesPlace($0, written) }, 2)
    }
    // One wrong character of three and more is told by the others, if it sounds a little like the right one.
    for word in long[scalars.count] ?? [] where HomophoneTable.isNear(word, scalars) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: word)
      add([String(text)], 2)
    }
    return found
  }

  /// They differ in one place, by characters that begin or end alike in sound.
  private static func isNear(_ word: [Unicode.Scalar], _ written: [Unicode.Scalar]) -> Bool {
    var places = zip(word, written).filter { $0 != $1 }
    guard let (right, wrong) = places.popLast(), places.isEmpty, let a = Pinyin.key(String(Character(right))),
      let b = Pinyin.key(String(Character(wrong)))
    else { return false }
    return a.first == b.first && abs(a.count - b.count) <= 1 || a.dropFirst() == b.dropFirst()
  }

  private static func sharesPlace(_ a: String, _ b: String) -> Bool {
    zip(a.unicodeScalars, b.unicodeScalars).contains { $0 == $1 }
  }
}
