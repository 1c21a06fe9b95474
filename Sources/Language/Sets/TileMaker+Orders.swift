import Model
import Recognizers

extension TileMaker {
  static let superlatives: GrammarMap<(isAmount: Bool, descending: Bool)> = [
    .largest: (true, true), .smallest: (true, false), .newest: (false, true), .oldest: (false, false),
  ]
  private static let superlativesInOrder: [GrammarWord] = [.largest, .newest, .oldest, .smallest]

  /// "biggest first", "by close date", "top 5", 按金额从大到小排, 最大的三个.
  mutating func addOrders() {
    for entry in lattice.grammar[position] {
      if let (isAmount, descending) = TileMaker.superlatives[entry.word] {
        addSuperlative(from: entry.end, isAmount: isAmount, descending: descending)
      }
      if entry.word == .sortBy || entry.word == .groupBy { addSort(from: entry.end, isSort: entry.word == .sortBy) }
      if entry.word == .top { addLimit(from: entry.end) }
      if entry.word == .descending || entry.word == .ascending {
        addOrder(.init(key: .amount, descending: entry.word == .descending, isSuperlative: false), end: entry.end, 3)
      }
    }
    let reader = AtomReader(parser: parser)
    for (fields, end) in reader.fields(at: position) { addFieldOrder(fields, end) }
    addEventOrder()
    addCountedSuperlative()
  }

  private mutating func addOrder(_ order: Modifier.Order, end: Int, _ cost: Int) {
    var close = end
    while close < lattice.count, lattice.sentence.tokens[close].sort == .ideograph,
      let next = lattice.end(of: .sortBy, at: close)
    {
      close = next
    }
    add(Atom(end: close, modifier: .sort(order), cost: cost))
  }

  private mutating func addSuperlative(from end: Int, isAmount: Bool, descending: Bool) {
    let key: Modifier.Order.Key = isAmount ? .amount : .date
    if let close = lattice.end(of: .firstAfter, at: end) {
      addOrder(.init(key: key, descending: descending, isSuperlative: false), end: close, 0)
    }
    addOrder(.init(key: key, descending: descending, isSuperlative: true), end: end, 2)
    // "highest annual revenue (first)", "biggest by headcount (first)"
    let start = lattice.skip([.groupBy, .skip, .link, .possessive], from: end)
    for (fields, after) in AtomReader(parser: parser).fields(at: start) {
      let close = lattice.end(of: .firstAfter, at: lattice.skip([.comma], from: after))
      addOrder(
        .init(key: .fields(fields), descending: descending, isSuperlative: close == nil), end: close ?? after, 1)
    }
  }

  private mutating func addSort(from end: Int, isSort: Bool) {
    let start = lattice.skip([.groupBy, .skip, .link, .our, .theirs], from: end)
    for (fields, after) in AtomReader(parser: parser).fields(at: start) {
      let next = lattice.skip([.comma, .skip], from: after)
      if let close = direction(at: next) {
        addOrder(.init(key: .fields(fields), descending: close.descending, isSuperlative: false), end: close.end, 0)
      } else if isSort {
        addOrder(.init(key: .fields(fields), descending: false, isNatural: true, isSuperlative: false), end: after, 1)
      } else if let close = lattice.end(of: .sortBy, at: next) {
        addOrder(.init(key: .fields(fields), descending: false, isNatural: true, isSuperlative: false), end: close, 0)
      }
    }
  }

  private func direction(at position: Int) -> (end: Int, descending: Bool)? {
    if let end = lattice.end(ofAny: [.descending], at: position) { return (end, true) }
    if let end = lattice.end(ofAny: [.ascending], at: position) { return (end, false) }
    for word in TileMaker.superlativesInOrder {
      if let end = lattice.end(of: word, at: position) {
        return (lattice.end(of: .firstAfter, at: end) ?? end, TileMaker.superlatives[word]?.descending ?? false)
      }
    }
    return nil
  }

  /// 金额最高的, 金额从大到小: the field stands before the direction.
  private mutating func addFieldOrder(_ fields: [Meaning], _ end: Int) {
    let next = lattice.skip([.skip, .possessive], from: end)
    if lattice.end(of: .top, at: next) != nil {
      // 赢单金额前10: the number follows.
      addOrder(.init(key: .fields(fields), descending: true, isSuperlative: false), end: end, 0)
    }
    for entry in next < lattice.count ? lattice.grammar[next] : [] {
      if entry.word == .descending || entry.word == .ascending {
        addOrder(
          .init(key: .fields(fields), descending: entry.word == .descending, isSuperlative: false), end: entry.end, 0)
      }
      if let (_, descending) = TileMaker.superlatives[entry.word] {
        addOrder(.init(key: .fields(fields), descending: descending, isSuperlative: true), end: entry.end, 1)
      }
    }
  }

  /// "closes last", "closing first", "most recently won".
  private mutating func addEventOrder() {
    let reader = AtomReader(parser: parser)
    for atom in reader.words(at: position) {
      guard case .meanings(let meanings) = atom.modifier, case let events = meanings.filter(AtomReader.isEvent),
        !events.isEmpty, atom.end < lattice.count
      else { continue }
      for entry in lattice.grammar[atom.end] {
        guard let (isAmount, descending) = TileMaker.superlatives[entry.word], !isAmount else { continue }
        add(
          Atom(
            end: entry.end, modifier: .sort(.init(key: .event(events), descending: descending, isSuperlative: true)),
            cost: 0))
      }
      for edge in lattice.edges[atom.end] {
        guard case .value(let value) = edge.content, case .ordinal(let place) = value.payload, place == 1 || place == -1
        else { continue }
        add(
          Atom(
            end: edge.end,
            modifier: .sort(.init(key: .event(events), descending: place == -1, isSuperlative: true)), cost: 0))
      }
    }
  }

  private mutating func addLimit(from end: Int) {
    guard let (number, after) = AtomReader(parser: parser).whole(at: end), number > 0 else { return }
    add(Atom(end: lattice.skip([.counter], from: after), modifier: .limit(number), cost: 0))
  }

  /// "five biggest", 最高的三个: a number beside a superlative is how many.
  private mutating func addCountedSuperlative() {
    guard let (number, end) = AtomReader(parser: parser).whole(at: position), number > 0 else { return }
    let next = lattice.skip([.counter, .skip], from: end)
    let isBefore = TileMaker.superlativesInOrder.contains { lattice.end(of: $0, at: next) != nil }
    let previous = stride(from: position - 1, through: max(0, position - 4), by: -1).contains { start in
      lattice.grammar[start].contains {
        TileMaker.superlatives[$0.word] != nil && lattice.skip([.possessive, .skip], from: $0.end) == position
      }
    }
    if isBefore || previous { add(Atom(end: next, modifier: .limit(number), cost: 0)) }
  }

  /// "it", "those", "the second one", "2-4", 前三个.
  mutating func addPronouns() {
    if let end = lattice.end(of: .it, at: position) {
      add(Atom(end: end, modifier: .pronoun(.it), cost: 2, flags: .name))
    }
    if let end = lattice.end(of: .them, at: position) {
      add(Atom(end: end, modifier: .pronoun(.them), cost: 2, flags: .name))
    }
    // "number two", "option 3", 选2.
    if let number = lattice.end(of: .place, at: position),
      let (place, end) = AtomReader(parser: parser).whole(at: number), place > 0, end == number + 1
    {
      add(Atom(end: end, modifier: .pronoun(.ordinals(place, place)), cost: 2, flags: .name))
    }
    for edge in lattice.edges[position] {
      guard case .value(let value) = edge.content, case .ordinal(let place) = value.payload else { continue }
      let end = lattice.skip([.counter, .one], from: edge.end)
      add(Atom(end: end, modifier: .pronoun(.ordinals(place, place)), cost: 3, flags: .name))
      if let (number, after) = AtomReader(parser: parser).whole(at: edge.end), place == 1, number > 1 {
        let close = lattice.skip([.counter, .one], from: after)
        add(Atom(end: close, modifier: .pronoun(.ordinals(1, number)), cost: 3, flags: .name))
      }
    }
  }
}
