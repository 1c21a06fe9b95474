import Model

/// Phrases by their tokens: which of many thousand words and phrases begin at a token, found in one walk.
///
/// Hyphens inside phrases and sentences do not count ("follow-up" is "follow up"); a hyphenated phrase is also found
/// written as one word ("followup").
struct PhraseTable<Payload: Sendable>: Sendable {
  /// Node and word → node; node 0 is the root.
  private var children = NumberTable()
  /// Of each node: its first and last payload, -1 for none.
  private var ends: [(first: Int32, last: Int32)] = [(-1, -1)]
  private var payloads: [(payload: Payload, next: Int32)] = []
  private var numbers: [Int32] = []

  /// Adds a phrase; its words get numbers in `words`.
  mutating func add(_ phrase: String, _ payload: Payload, words: inout WordNumbers) {
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
  private mutating func insert(_ payload: Payload) {
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

  /// Calls `body` with the end and the payload of every phrase that begins at `start`.
  func forEach(in numbers: [Int32], hyphen: Int32, from start: Int, _ body: (Int, Payload) -> Void) {
    var node: Int32 = 0
    var position = start
    while position < numbers.count {
      let word = numbers[position]
      guard word >= 0, let next = children[PhraseTable.key(node, word)] else {
        guard word == hyphen, position > start else { return }
        position += 1
        continue
      }
      node = next
      position += 1
      var place = ends[Int(node)].first
      while place >= 0 {
        body(position, payloads[Int(place)].payload)
        place = payloads[Int(place)].next
      }
    }
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
