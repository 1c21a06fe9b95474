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
  let wordStarts, slotStarts: NumberList
  /// In pairs: a word or a slot, and where it leads.
  let words, slots: NumberList
  /// Where each way that leads to several states begins in `several`.
  let severalStarts, several: NumberList
  /// Of each state: which of `acceptances` it is, or -1.
  let accepts: NumberList
  /// Five numbers for each: intent, place, language, weight, whether it is bare.
  private let ends: NumberList
  private let languages: [LanguageCode]
  /// Of each template: the way to where it begins.
  let beginnings: NumberList
  /// By word: where the templates begin in `keyed` that are looked at only where one of a few such words stands in the
  /// sentence, since they cannot do without; those in `free` can.
  let keyStarts, keyed, free: NumberList
  /// Of each template: where its sets of words begin in `needs`, of each of which it needs one; three numbers hold the
  /// bits of a set.
  let needStarts, needs: NumberList

  /// One of 64 bits for each word: that most words do not leave a state is seen with one look.
  @inline(__always) static func bit(of word: Int32) -> UInt64 { word < 0 ? 0 : 1 << UInt64(word & 63) }

  /// Lists in the order of the properties, behind them the templates that end.
  private init(_ lists: [NumberList], ends: NumberList, languages: [LanguageCode]) {
    (wordStarts, slotStarts, words, slots) = (lists[0], lists[1], lists[2], lists[3])
    (severalStarts, several, accepts) = (lists[4], lists[5], lists[6])
    (beginnings, keyStarts, keyed, free) = (lists[7], lists[8], lists[9], lists[10])
    (needStarts, needs) = (lists[11], lists[12])
    (self.ends, self.languages) = (ends, languages)
  }

  /// Of lists in that order.
  convenience init(_ lists: [[Int32]], acceptances: [Accept]) {
    var languages: [LanguageCode] = []
    var ends: [Int32] = []
    for accept in acceptances {
      let language = languages.firstIndex(of: accept.language) ?? languages.count
      if language == languages.count { languages.append(accept.language) }
      ends += [Int32(accept.intent), Int32(accept.place), Int32(language)]
      ends += [Int32(accept.weight), accept.isBare ? 1 : 0]
    }
    self.init(lists.map { NumberList($0) }, ends: NumberList(ends), languages: languages)
  }

  /// The template that ends at a state for which `accepts` has this number.
  func acceptance(_ number: Int32) -> Accept {
    let place = Int(number) * 5
    return Accept(
      intent: Int(ends[place]), place: Int(ends[place + 1]), language: languages[Int(ends[place + 2])],
      weight: Int(ends[place + 3]), isBare: ends[place + 4] == 1)
  }

  /// Calls `body` with what a way leads to: a state, or with a negative number several.
  @inline(__always) func forEach(at way: Int32, _ body: (Int32) -> Void) {
    if way >= 0 { return body(way) }
    let place = Int(-1 - way)
    for index in Int(severalStarts[place])..<Int(severalStarts[place + 1]) { body(several[index]) }
  }

  /// Some slot leaves a state.
  @inline(__always) func hasSlots(_ state: Int32) -> Bool { slotStarts[Int(state)] != slotStarts[Int(state) + 1] }

  /// Where in `words` the ways stand that leave a state.
  @inline(__always) func wordEdges(of state: Int32) -> StrideTo<Int> {
    stride(from: Int(wordStarts[Int(state)]), to: Int(wordStarts[Int(state) + 1]), by: 2)
  }

  /// Where in `slots` the ways stand that leave a state.
  @inline(__always) func slotEdges(of state: Int32) -> StrideTo<Int> {
    stride(from: Int(slotStarts[Int(state)]), to: Int(slotStarts[Int(state) + 1]), by: 2)
  }

  /// A word leaves a state.
  @inline(__always) func leaves(_ state: Int32, _ word: Int32) -> Bool {
    guard word >= 0 else { return false }
    for edge in wordEdges(of: state) where words[edge] == word { return true }
    return false
  }

  /// A template ends at a state, or something leaves it: a slot, or one of the words whose bits are given.
  @inline(__always) func goesOn(_ state: Int32, _ bits: UInt64) -> Bool {
    if accepts[Int(state)] >= 0 || hasSlots(state) { return true }
    for edge in wordEdges(of: state) where Automaton.bit(of: words[edge]) & bits != 0 { return true }
    return false
  }

  /// Calls `body` with each template that a sentence of these words may be of, once.
  func forEachTemplate(of words: some Sequence<Int32>, _ body: (Int) -> Void) {
    let bits = words.reduce(0) { $0 | Automaton.bit(of: $1) }
    var seen = [Bool](repeating: false, count: beginnings.count)
    func visit(_ list: NumberList, _ range: Range<Int>) {
      for place in range {
        let template = Int(list[place])
        guard !seen[template] else { continue }
        seen[template] = true
        if hasNeeds(template, bits) { body(template) }
      }
    }
    visit(free, free.indices)
    for word in words where word >= 0 && Int(word) + 1 < keyStarts.count {
      visit(keyed, Int(keyStarts[Int(word)])..<Int(keyStarts[Int(word) + 1]))
    }
  }

  /// As far as bits tell, each set of words that a template needs one of has one.
  private func hasNeeds(_ template: Int, _ bits: UInt64) -> Bool {
    for place in stride(from: Int(needStarts[template]), to: Int(needStarts[template + 1]), by: 3) {
      let low = UInt64(needs[place]) | UInt64(needs[place + 1]) << 22
      if (low | UInt64(needs[place + 2]) << 44) & bits == 0 { return false }
    }
    return true
  }
}

extension Automaton {
  func write(into numbers: inout NumberWriter, languages: [LanguageCode]) {
    for list in lists { numbers.write(list) }
    var ends = Array(self.ends)
    for place in stride(from: 2, to: ends.count, by: 5) {
      ends[place] = Int32(languages.firstIndex(of: self.languages[Int(ends[place])]) ?? 0)
    }
    numbers.write(ends)
  }

  convenience init(_ numbers: inout NumberReader, languages: [LanguageCode]) {
    let lists = (0..<13).map { _ in numbers.read() }
    self.init(lists, ends: numbers.read(), languages: languages)
  }
}

extension Automaton: Equatable {
  static func == (left: Automaton, right: Automaton) -> Bool {
    let count = left.ends.count / 5
    return left.lists == right.lists && left.ends.count == right.ends.count
      && (0..<Int32(count)).allSatisfy { left.acceptance($0) == right.acceptance($0) }
  }

  private var lists: [NumberList] {
    [
      wordStarts, slotStarts, words, slots, severalStarts, several, accepts, beginnings, keyStarts, keyed, free,
      needStarts,
      needs,
    ]
  }
}
