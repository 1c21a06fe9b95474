/// Phrases by their words, laid out flat for looking up: the words that may follow a word stand side by side, in order.
struct PhraseTrie: Sendable, Equatable {
  /// Of each node: where its children begin, which are nodes as well; the last entry is where they end. 0 is the root.
  private let children: NumberList
  /// Of each node: the word that leads to it.
  private let words: NumberList
  /// Of each node: where its payloads begin; the last entry is where they end.
  private let payloadStarts, payloads: NumberList
  /// By word: the root's child, or -1.
  private let firsts: [Int32]

  init(children: [Int32], words: [Int32], payloadStarts: [Int32], payloads: [Int32]) {
    self.init(NumberList(children), NumberList(words), NumberList(payloadStarts), NumberList(payloads))
  }

  private init(_ children: NumberList, _ words: NumberList, _ payloadStarts: NumberList, _ payloads: NumberList) {
    self.children = children
    self.words = words
    self.payloadStarts = payloadStarts
    self.payloads = payloads
    let roots = children.count > 1 ? Int(children[0])..<Int(children[1]) : 0..<0
    var firsts = [Int32](repeating: -1, count: Int(roots.last.map { words[$0] } ?? -1) + 1)
    for node in roots { firsts[Int(words[node])] = Int32(node) }
    self.firsts = firsts
  }

  func write(into numbers: inout NumberWriter) {
    for list in [children, words, payloadStarts, payloads] { numbers.write(list) }
  }

  init(_ numbers: inout NumberReader) {
    self.init(numbers.read(), numbers.read(), numbers.read(), numbers.read())
  }

  private func child(_ node: Int, _ word: Int32) -> Int? {
    if word < 0 { return nil }
    if node == 0 {
      guard Int(word) < firsts.count, firsts[Int(word)] >= 0 else { return nil }
      return Int(firsts[Int(word)])
    }
    var low = Int(children[node])
    var high = Int(children[node + 1])
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < Int(children[node + 1]) && words[low] == word ? low : nil
  }

  /// Calls `body` with the end and the payload of every phrase that begins at `start`.
  func forEach(in numbers: [Int32], hyphen: Int32, from start: Int, _ body: (Int, Int32) -> Void) {
    var node = 0
    var position = start
    while position < numbers.count {
      guard let next = child(node, numbers[position]) else {
        guard numbers[position] == hyphen, position > start else { return }
        position += 1
        continue
      }
      node = next
      position += 1
      for place in Int(payloadStarts[node])..<Int(payloadStarts[node + 1]) { body(position, payloads[place]) }
    }
  }
}
