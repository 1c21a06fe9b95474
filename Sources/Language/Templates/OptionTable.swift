import Model

/// What can fill the slots of each kind at each token of a sentence, read once for all slots of a kind; descriptions of
/// records only as far as they end where a template can go on.
struct OptionTable {
  private let lexicon: Lexicon
  private let reader: SlotReader
  private let width: Int
  private var all: [SlotReader.Option] = []
  /// The same, as far as a way through a template depends on it.
  private var steps: [(end: Int32, cost: Int32)] = []
  /// By kind of slot and token: where in `all` they stand; -1 where nothing was read yet.
  private var starts, ends: [Int32]
  /// Descriptions by kind of slot, token and end: their places in `all` and one, 0 for none.
  private var sets = NumberTable(capacity: 1 << 6)

  init(_ lexicon: Lexicon, _ reader: SlotReader) {
    self.lexicon = lexicon
    self.reader = reader
    width = reader.lattice.count + 1
    starts = Array(repeating: -1, count: lexicon.slotKindCount * width)
    ends = starts
  }

  /// Where the options of a slot stand, but for descriptions of records.
  mutating func places(ofSlot slot: Int, at position: Int) -> Range<Int> {
    let key = lexicon.slotKinds[slot] * width + position
    if starts[key] < 0 {
      let found: [SlotReader.Option]
      if case .records = lexicon.slotSorts[slot] {
        found = reader.unknown(at: position)
      } else {
        found = reader.options(lexicon.slotSorts[slot], at: position)
      }
      starts[key] = Int32(all.count)
      for option in found { add(option) }
      ends[key] = Int32(all.count)
    }
    return Int(starts[key])..<Int(ends[key])
  }

  /// The ends of descriptions that begin at a token.
  func setEnds(ofSlot slot: Int, at position: Int) -> [(end: Int, nodes: [Int])] {
    if case .records = lexicon.slotSorts[slot] { return reader.parser.sets(from: position) }
    return []
  }

  /// Where the description from a token to an end stands that a slot can hold; nil where there is none.
  mutating func place(ofSlot slot: Int, at position: Int, set: (end: Int, nodes: [Int])) -> Int? {
    guard case .records(let kind, let isSingle) = lexicon.slotSorts[slot] else { return nil }
    let key = UInt64((lexicon.slotKinds[slot] * width + position) * width + set.end)
    if let known = sets[key] { return known == 0 ? nil : Int(known) - 1 }
    guard let option = reader.set(set.nodes, kind, until: set.end, single: isSingle) else {
      _ = sets.value(key, else: 0)
      return nil
    }
    add(option)
    _ = sets.value(key, else: Int32(all.count))
    return all.count - 1
  }

  private mutating func add(_ option: SlotReader.Option) {
    all.append(option)
    steps.append((Int32(option.end), Int32(clamping: option.cost)))
  }

  @inline(__always) func step(_ place: Int) -> (end: Int, cost: Int) {
    (Int(steps[place].end), Int(steps[place].cost))
  }

  /// What an option fills its slot with, and whether that is free text.
  func term(_ place: Int, at start: Int) -> (term: Term, isText: Bool) {
    (reader.term(of: all[place], at: start), all[place].isText)
  }
}
