import Model
import Values

/// All templates as one nondeterministic automaton over words and slots, laid out flat: what leaves a state stands side
/// by side in one array of numbers, and so it lies in the binary.
///
/// A way into the automaton leads to one state, or to several at once where parts may be left out; states that nothing
/// leaves but such leaving out are gone.
final class Automaton: Sendable {
  struct Accept: Sendable, Equatable {
    let intent: Int
    let place: Int
    let language: LanguageCode
    /// Letters that the template asks for at the least: more of them is more specific.
    let weight: Int
    /// Only the words of the template, without its slots.
    var isBare = false
  }

  /// Of each state: where its words and its slots begin; the last entry is where they end.
  let wordStarts, slotStarts: [Int32]
  /// In pairs: a word or a slot, and where it leads.
  let words, slots: [Int32]
  /// Where each way that leads to several states begins in `several`.
  let severalStarts, several: [Int32]
  /// Of each state: which of `acceptances` it is, or -1.
  let accepts: [Int32]
  let acceptances: [Accept]
  /// Of each template: the way to where it begins.
  let beginnings: [Int32]
  /// By word: where the templates begin in `keyed` that are looked at only where one of a few such words stands in the
  /// sentence, since they cannot do without; those in `free` can.
  let keyStarts, keyed, free: [Int32]

  /// Of each state: the bits of what may follow there.
  let masks: [UInt64]

  /// One of 62 bits for each word: that most words do not leave a state is seen with one look.
  static func bit(of word: Int32) -> UInt64 { word < 0 ? 0 : 1 << UInt64(word % 62) }
  /// Of a state that a slot leaves, and of every token.
  static let slotBit: UInt64 = 1 << 62
  /// Of a state in which a template ends, and of the end.
  static let endBit: UInt64 = 1 << 63

  init(
    wordStarts: [Int32], slotStarts: [Int32], words: [Int32], slots: [Int32], severalStarts: [Int32],
    several: [Int32], accepts: [Int32], acceptances: [Accept], beginnings: [Int32], keyStarts: [Int32],
    keyed: [Int32], free: [Int32]
  ) {
    (self.wordStarts, self.slotStarts, self.words, self.slots) = (wordStarts, slotStarts, words, slots)
    (self.severalStarts, self.several) = (severalStarts, several)
    (self.accepts, self.acceptances) = (accepts, acceptances)
    (self.beginnings, self.keyStarts, self.keyed, self.free) = (beginnings, keyStarts, keyed, free)
    masks = accepts.indices.map { state in
      var mask: UInt64 = slotStarts[state] == slotStarts[state + 1] ? 0 : Automaton.slotBit
      if accepts[state] >= 0 { mask |= Automaton.endBit }
      for edge in stride(from: Int(wordStarts[state]), to: Int(wordStarts[state + 1]), by: 2) {
        mask |= Automaton.bit(of: words[edge])
      }
      return mask
    }
  }

  /// Calls `body` with what a way leads to: a state, or with a negative number several.
  @inline(__always) func forEach(at way: Int32, _ body: (Int32) -> Void) {
    if way >= 0 { return body(way) }
    let place = Int(-1 - way)
    for index in Int(severalStarts[place])..<Int(severalStarts[place + 1]) { body(several[index]) }
  }

  /// Some slot leaves a state.
  func hasSlots(_ state: Int32) -> Bool { masks[Int(state)] & Automaton.slotBit != 0 }

  /// A word leaves a state.
  func leaves(_ state: Int32, _ word: Int32) -> Bool {
    guard word >= 0, masks[Int(state)] & Automaton.bit(of: word) != 0 else { return false }
    return stride(from: Int(wordStarts[Int(state)]), to: Int(wordStarts[Int(state) + 1]), by: 2).contains {
      words[$0] == word
    }
  }

  /// Calls `body` with each template that a sentence of these words may be of, once.
  func forEachTemplate(of words: some Sequence<Int32>, _ body: (Int) -> Void) {
    var seen = [Bool](repeating: false, count: beginnings.count)
    func visit(_ templates: ArraySlice<Int32>) {
      for template in templates where !seen[Int(template)] {
        seen[Int(template)] = true
        body(Int(template))
      }
    }
    visit(free[...])
    for word in words where word >= 0 && Int(word) + 1 < keyStarts.count {
      visit(keyed[Int(keyStarts[Int(word)])..<Int(keyStarts[Int(word) + 1])])
    }
  }
}

extension Automaton {
  func write(into numbers: inout NumberWriter, languages: [LanguageCode]) {
    for list in [wordStarts, slotStarts, words, slots, severalStarts, several, accepts] { numbers.write(list) }
    var ends: [Int32] = []
    for accept in acceptances {
      ends += [Int32(accept.intent), Int32(accept.place), Int32(languages.firstIndex(of: accept.language) ?? 0)]
      ends += [Int32(accept.weight), accept.isBare ? 1 : 0]
    }
    numbers.write(ends)
    for list in [beginnings, keyStarts, keyed, free] { numbers.write(list) }
  }

  convenience init(_ numbers: inout NumberReader, languages: [LanguageCode]) {
    let lists = (0..<7).map { _ in numbers.read() }
    let ends = numbers.read()
    var acceptances: [Accept] = []
    for place in stride(from: 0, to: ends.count, by: 5) {
      let numbers = ends[place..<place + 5].map { Int($0) }
      acceptances.append(
        Accept(
          intent: numbers[0], place: numbers[1], language: languages[numbers[2]], weight: numbers[3],
          isBare: numbers[4] == 1))
    }
    self.init(
      wordStarts: lists[0], slotStarts: lists[1], words: lists[2], slots: lists[3], severalStarts: lists[4],
      several: lists[5], accepts: lists[6], acceptances: acceptances, beginnings: numbers.read(),
      keyStarts: numbers.read(), keyed: numbers.read(), free: numbers.read())
  }
}

extension Automaton: Equatable {
  static func == (left: Automaton, right: Automaton) -> Bool {
    left.lists == right.lists && left.acceptances == right.acceptances
  }

  private var lists: [[Int32]] {
    [
      wordStarts, slotStarts, words, slots, severalStarts, several, accepts, beginnings, keyStarts, keyed, free,
    ]
  }
}
