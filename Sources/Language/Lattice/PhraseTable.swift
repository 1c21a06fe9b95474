import Model

/// Collects phrases by their tokens, to be found again in one walk by the `PhraseTrie` made of it.
///
/// Hyphens inside phrases and sentences do not count ("follow-up" is "follow up"); a hyphenated phrase is also found
/// written as one word ("followup").
struct PhraseTable {
  /// Node and word → node; node 0 is the root.
  private var children = NumberTable()
  /// Of each node: its first and last payload, -1 for none.
  private var ends: [(first: Int32, last: Int32)] = [(-1, -1)]
  private var payloads: [(payload: Int32, next: Int32)] = []
  private var numbers: [Int32] = []

  /// Adds a phrase; its words get numbers in `words`.
  mutating func add(_ phrase: String, _ payload: Int32, words: inout WordNumbers) {
    numbers.removeAll(keepingCapacity: true)
    if words.number(simple: phrase, into: &numbers) {
      insert(payload)
      return
    }
    let tokens = Sentence(phrase).tokens
    let hyphenated = tokens.contains { $0.text == "-" }
    numbers = tokens.filter { $0.text != "-" || tokens.count == 1 }.map { words.number($0.text) }
    insert(payload)
    if hyphenated, tokens.count > 1, tokens.allSatisfy({ $0.sort != .ideograph }) {
      numbers = [words.number(tokens.filter { $0.text != "-" }.map(\.text).joined())]
      insert(payload)
    }
  }

  /// Adds the phrase whose words are in `numbers`.
  private mutating func insert(_ payload: Int32) {
    guard !numbers.isEmpty else { return }
    var node: Int32 = 0
    for word in numbers {
      let next = children.value(PhraseTable.key(node, word), else: Int32(ends.count))
      if next == Int32(ends.count) { ends.append((-1, -1)) }
      node = next
    }
    let place = Int32(payloads.count)
    payloads.append((payload, -1))
    if ends[Int(node)].first < 0 {
      ends[Int(node)] = (place, place)
    } else {
      payloads[Int(ends[Int(node)].last)].next = place
      ends[Int(node)].last = place
    }
  }

  /// The same phrases, to be looked up.
  var trie: PhraseTrie {
    var byParent: [Int32: [(word: Int32, node: Int32)]] = [:]
    for (key, node) in children.entries {
      byParent[Int32(truncatingIfNeeded: key >> 32), default: []].append((Int32(truncatingIfNeeded: key), node))
    }
    var order: [Int32] = [0]
    var starts: [Int32] = []
    var words: [Int32] = [-1]
    var payloadStarts: [Int32] = [0]
    var all: [Int32] = []
    var index = 0
    while index < order.count {
      starts.append(Int32(order.count))
      for child in (byParent[order[index]] ?? []).sorted(by: { $0.word < $1.word }) {
        order.append(child.node)
        words.append(child.word)
      }
      var place = ends[Int(order[index])].first
      while place >= 0 {
        all.append(payloads[Int(place)].payload)
        place = payloads[Int(place)].next
      }
      payloadStarts.append(Int32(all.count))
      index += 1
    }
    starts.append(Int32(order.count))
    return PhraseTrie(children: starts, words: words, payloadStarts: payloadStarts, payloads: all)
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
