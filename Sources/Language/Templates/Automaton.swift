import Model
import Values

/// All templates as one nondeterministic automaton over words and slots, laid out flat: what leaves a state stands side
/// by side in one array of numbers, and so it lies in the binary.
///
/// A way into the automaton leads to one state, or to several at once where parts may be left out; states that nothing
/// leaves but such leaving out are gone.
struct Automaton: Sendable, Equatable {
  struct Accept: Sendable, Equatable {
    let intent: Int
    let place: Int
    let language: LanguageCode
    /// Letters that the template asks for at the least: more of them is more specific.
    let weight: Int
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
  /// By word: where the states begin at which a template that can begin with the word begins.
  let wordBeginnings, beginnings: [Int32]
  /// States at which templates that can begin with a slot begin.
  let slotBeginnings: [Int32]

  /// Calls `body` with what a way leads to: a state, or with a negative number several.
  @inline(__always) func forEach(at way: Int32, _ body: (Int32) -> Void) {
    if way >= 0 { return body(way) }
    let place = Int(-1 - way)
    for index in Int(severalStarts[place])..<Int(severalStarts[place + 1]) { body(several[index]) }
  }

  /// The states at which templates begin that can begin with a word.
  func beginnings(with word: Int32) -> ArraySlice<Int32> {
    guard word >= 0, Int(word) + 1 < wordBeginnings.count else { return [] }
    return beginnings[Int(wordBeginnings[Int(word)])..<Int(wordBeginnings[Int(word) + 1])]
  }
}

extension Automaton {
  func write(into numbers: inout NumberWriter, languages: [LanguageCode]) {
    for list in [wordStarts, slotStarts, words, slots, severalStarts, several, accepts] { numbers.write(list) }
    numbers.write(
      acceptances.flatMap {
        [Int32($0.intent), Int32($0.place), Int32(languages.firstIndex(of: $0.language) ?? 0), Int32($0.weight)]
      })
    for list in [wordBeginnings, beginnings, slotBeginnings] { numbers.write(list) }
  }

  init(_ numbers: inout NumberReader, languages: [LanguageCode]) {
    wordStarts = numbers.read()
    slotStarts = numbers.read()
    words = numbers.read()
    slots = numbers.read()
    severalStarts = numbers.read()
    several = numbers.read()
    accepts = numbers.read()
    let list = numbers.read()
    acceptances = stride(from: 0, to: list.count, by: 4).map {
      Accept(
        intent: Int(list[$0]), place: Int(list[$0 + 1]), language: languages[Int(list[$0 + 2])],
        weight: Int(list[$0 + 3]))
    }
    wordBeginnings = numbers.read()
    beginnings = numbers.read()
    slotBeginnings = numbers.read()
  }
}
