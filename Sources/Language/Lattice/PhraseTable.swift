import Model

/// Phrases by their tokens: which of many thousand words and phrases begin at a token, found in one walk.
///
/// Hyphens inside phrases and sentences do not count ("follow-up" is "follow up"); a hyphenated phrase is also found
/// written as one word ("followup").
struct PhraseTable<Payload: Sendable>: Sendable {
  private struct Edge: Hashable {
    let node: Int32
    let word: Int32
  }

  private var children: [Edge: Int32] = [:]
  private var payloads: [[Payload]] = [[]]

  /// Adds a phrase; its words get numbers in `words`.
  mutating func add(_ phrase: String, _ payload: Payload, words: inout WordNumbers) {
    let tokens = Sentence(phrase).tokens
    let hyphenated = tokens.contains { $0.text == "-" }
    insert(tokens.filter { $0.text != "-" || tokens.count == 1 }.map(\.text), payload, &words)
    if hyphenated, tokens.count > 1, tokens.allSatisfy({ $0.sort != .ideograph }) {
      insert([tokens.filter { $0.text != "-" }.map(\.text).joined()], payload, &words)
    }
  }

  private mutating func insert(_ tokens: [String], _ payload: Payload, _ words: inout WordNumbers) {
    guard !tokens.isEmpty else { return }
    var node: Int32 = 0
    for token in tokens {
      let edge = Edge(node: node, word: words.number(token))
      if let next = children[edge] {
        node = next
      } else {
        node = Int32(payloads.count)
        payloads.append([])
        children[edge] = node
      }
    }
    payloads[Int(node)].append(payload)
  }

  /// Calls `body` with the end and the payload of every phrase that begins at `start`.
  func forEach(in numbers: [Int32], hyphen: Int32, from start: Int, _ body: (Int, Payload) -> Void) {
    var node: Int32 = 0
    var position = start
    while position < numbers.count {
      let word = numbers[position]
      guard word >= 0, let next = children[Edge(node: node, word: word)] else {
        guard word == hyphen, position > start else { return }
        position += 1
        continue
      }
      node = next
      position += 1
      for payload in payloads[Int(node)] { body(position, payload) }
    }
  }
}

/// A number for each word that the grammar, the vocabulary or a template knows.
struct WordNumbers: Sendable {
  private var numbers: [String: Int32] = [:]

  /// The word's number, given now if it has none.
  mutating func number(_ word: String) -> Int32 {
    if let number = numbers[word] { return number }
    let number = Int32(numbers.count)
    numbers[word] = number
    return number
  }

  /// -1 for a word that nothing knows.
  func find(_ word: String) -> Int32 { numbers[word] ?? -1 }

  var words: Dictionary<String, Int32>.Keys { numbers.keys }
}
