import Model
import Recognizers

/// From where in one sentence a state of the automaton can still lead to the end of a template, as a bit for each token.
///
/// Worked out backwards, once for each state that is asked for: a way that can come to nothing is never begun. What only
/// a long look could tell (whether a description of records begins at a token) is taken for possible.
struct Outlook {
  private struct Stretch {
    let start, end: Int32
  }

  private let automaton: Automaton
  private let lexicon: Lexicon
  private let numbers: [Int32]
  private let passes: [[Matcher.Pass]]
  /// The bits of all words of the sentence.
  private var mask: UInt64 = 0
  /// Where each word stands.
  private var wordPlaces = NumberTable(capacity: 1 << 7)
  private var occurrences: [UInt64] = []
  /// By state: its place in `views`.
  private var known = NumberTable(capacity: 1 << 10)
  private var views: [UInt64] = []
  /// Tokens at which something may be passed over, the last first.
  private var passing: [Int] = []
  /// Where values of each kind, words of fields, nouns and stored values stand.
  private var values = [[Stretch]](repeating: [], count: ValueKind.allCases.count)
  private var fields: [Stretch] = []
  private var nouns: [Stretch] = []
  private var stored: [Stretch] = []
  /// More tokens than bits: anything is possible.
  private let isBlind: Bool

  init(_ lexicon: Lexicon, _ lattice: Lattice, numbers: [Int32], passes: [[Matcher.Pass]]) {
    self.lexicon = lexicon
    automaton = lexicon.automaton
    self.numbers = numbers
    self.passes = passes
    isBlind = numbers.count > 62
    guard !isBlind else { return }
    for (position, number) in numbers.enumerated() where number >= 0 {
      mask |= Automaton.bit(of: number)
      let place = Int(wordPlaces.value(UInt64(number), else: Int32(occurrences.count)))
      if place == occurrences.count { occurrences.append(0) }
      occurrences[place] |= 1 << UInt64(position)
    }
    passing = passes.indices.reversed().filter { !passes[$0].isEmpty }
    look(at: lattice)
  }

  /// Whether a template may go on from a state at a token, up to its end and that of the sentence.
  @inline(__always) mutating func isOpen(_ state: Int32, at position: Int) -> Bool {
    isBlind || view(state) >> UInt64(position) & 1 != 0
  }

  private mutating func view(_ state: Int32) -> UInt64 {
    if let place = known[UInt64(state)] { return views[Int(place)] }
    let isLast = automaton.accepts[Int(state)] >= 0
    var bits: UInt64 = isLast ? 1 << UInt64(numbers.count) : 0
    for edge in automaton.wordEdges(of: state) where Automaton.bit(of: automaton.words[edge]) & mask != 0 {
      guard let place = wordPlaces[UInt64(automaton.words[edge])] else { continue }
      bits |= occurrences[Int(place)] & view(at: automaton.words[edge + 1]) >> 1
    }
    for edge in automaton.slotEdges(of: state) {
      let behind = view(at: automaton.slots[edge + 1])
      if behind > 1 { bits |= filling(Int(automaton.slots[edge]), behind) }
    }
    if bits != 0 { addPasses(&bits, isLast) }
    views.append(bits)
    _ = known.value(UInt64(state), else: Int32(views.count - 1))
    return bits
  }

  /// That of all states which a way leads to.
  private mutating func view(at way: Int32) -> UInt64 {
    if way >= 0 { return automaton.goesOn(way, mask) ? view(way) : 0 }
    let place = Int(-1 - way)
    var bits: UInt64 = 0
    for index in Int(automaton.severalStarts[place])..<Int(automaton.severalStarts[place + 1])
    where automaton.goesOn(automaton.several[index], mask) {
      bits |= view(automaton.several[index])
    }
    return bits
  }

  /// The tokens at which a slot may begin that ends where the bits are.
  private func filling(_ slot: Int, _ behind: UInt64) -> UInt64 {
    func starts(_ stretches: [Stretch]) -> UInt64 {
      stretches.reduce(0) { behind >> UInt64($1.end) & 1 != 0 ? $0 | 1 << UInt64($1.start) : $0 }
    }
    switch lexicon.slotSorts[slot] {
    case .records, .text, .anything: return 1 << UInt64(63 - behind.leadingZeroBitCount) - 1
    case .field: return starts(fields)
    case .kind: return starts(nouns)
    case .stored: return starts(stored)
    case .values(let kinds): return kinds.reduce(0) { $0 | starts(values[$1.place]) }
    }
  }

  /// Notes what stands in the sentence that a slot may be for.
  private mutating func look(at lattice: Lattice) {
    for start in 0..<lattice.count {
      for edge in lattice.edges[start] {
        let stretch = Stretch(start: Int32(start), end: Int32(edge.end))
        switch edge.content {
        case .value(let value): values[value.kind.place].append(stretch)
        case .meaning(.field): fields.append(stretch)
        case .meaning(.noun): nouns.append(stretch)
        case .meaning(.value): stored.append(stretch)
        case .name(let span): if case .category = span.target { stored.append(stretch) }
        default: break
        }
      }
    }
  }

  private func addPasses(_ bits: inout UInt64, _ isLast: Bool) {
    for position in passing where bits >> UInt64(position) & 1 == 0 {
      for pass in passes[position] where isLast || !pass.isOnlyAtEnd {
        if bits >> UInt64(pass.end) & 1 != 0 {
          bits |= 1 << UInt64(position)
          break
        }
      }
    }
  }
}
