import Model
import Recognizers
import Values

extension AtomReader {
  private static let before: GrammarMap<Comparison> = [
    .greater: .greater, .less: .less, .atLeast: .atLeast, .atMost: .atMost, .exactly: .equal,
  ]
  private static let after: GrammarMap<Comparison> = [
    .atLeastAfter: .atLeast, .atMostAfter: .atMost, .greaterAfter: .greater, .lessAfter: .less,
  ]

  struct Figure {
    let end: Int
    let comparison: Comparison
    let low: RecognizedValue
    let high: RecognizedValue?
  }

  /// "over 20k", "80k or more", "between 10 and 20", 20万以上: figures with a comparison.
  func figures(at position: Int) -> [Figure] {
    guard position < lattice.count, mayHoldFigures(position) else { return [] }
    if let known = parser.found.figures[position] { return known }
    let made = readFigures(at: position)
    parser.found.figures[position] = made
    return made
  }

  /// A figure, or a word of comparison that one may follow.
  func mayHoldFigures(_ position: Int) -> Bool {
    lattice.has(.figure, at: position)
      || lattice.has([.greater, .less, .atLeast, .atMost, .exactly, .between, .from], at: position)
  }

  private func readFigures(at position: Int) -> [Figure] {
    var found: [Figure] = []
    for entry in lattice.grammar[position] {
      if let comparison = AtomReader.before[entry.word] {
        let start = lattice.skip([.skip, .filler, .equals], from: entry.end)
        for (value, end) in amounts(at: start) {
          found.append(Figure(end: end, comparison: comparison, low: value, high: nil))
        }
      }
      if entry.word == .between || entry.word == .from {
        found += spans(at: lattice.skip([.skip], from: entry.end))
      }
    }
    for (value, end) in amounts(at: position) {
      for start in Set([end, lattice.skip([.counter], from: end)]) where start < lattice.count {
        for entry in lattice.grammar[start] {
          guard let comparison = AtomReader.after[entry.word] else { continue }
          found.append(Figure(end: entry.end, comparison: comparison, low: value, high: nil))
        }
      }
    }
    return found + spans(at: position)
  }

  /// "10k to 20k", "10 and 20" after between, 10万到20万之间.
  private func spans(at position: Int) -> [Figure] {
    var found: [Figure] = []
    for (low, middle) in amounts(at: position) {
      guard let to = lattice.end(ofAny: [.rangeTo, .and], at: middle) else { continue }
      for (high, end) in amounts(at: lattice.skip([.skip], from: to)) {
        let close = lattice.skip([.betweenEnd, .skip], from: end)
        found.append(Figure(end: close, comparison: .atLeast, low: low, high: high))
      }
    }
    return found
  }

  /// Money, numbers, percentages and lengths of time at a token, the longest of each sort.
  func amounts(at position: Int) -> [(RecognizedValue, Int)] {
    guard position < lattice.count, lattice.has(.figure, at: position) else { return [] }
    var best: [String: (RecognizedValue, Int)] = [:]
    for edge in lattice.edges[position] {
      guard case .value(let value) = edge.content else { continue }
      let sort: String
      switch value.payload {
      case .money: sort = "money"
      case .number: sort = "number"
      case .percent: sort = "percent"
      case .duration: sort = "duration"
      default: continue
      }
      if edge.end > best[sort]?.1 ?? 0 { best[sort] = (value, edge.end) }
    }
    let longest = best.values.map(\.1).max() ?? 0
    return best.values.filter { $0.1 == longest || $0.0.kind == .number }
      .sorted { ($0.1, $0.0.kind.rawValue) > ($1.1, $1.0.kind.rawValue) }
  }

  /// Figures as conditions: on the field that stands beside them, on the kind's amount, or a number of related records.
  func quantities(at position: Int) -> [Atom] {
    var atoms: [Atom] = []
    for figure in figures(at: position) {
      let next = lattice.skip([.counter, .skip, .possessive, .link], from: figure.end)
      for (fields, end) in fields(at: next) {
        atoms.append(
          Atom(end: end, modifier: .quantity(fields, figure.comparison, figure.low, upTo: figure.high), cost: 0))
      }
      let close = lattice.skip([.counter], from: figure.end)
      let isCount = isSmallNumber(figure.low) && nounFollows(close)
      if case .duration = figure.low.payload {
      } else if !isCount {
        atoms.append(
          Atom(end: close, modifier: .quantity([], figure.comparison, figure.low, upTo: figure.high), cost: 1))
      }
      if case .number(let number) = figure.low.payload, figure.high == nil, let whole = number.integer, whole < 100_000
      {
        atoms.append(Atom(end: close, modifier: .count(figure.comparison, Int(whole)), cost: 1))
      }
    }
    return atoms
  }

  /// Without a unit, a magnitude or a currency, a figure before a noun counts: "two or more deals".
  private func isSmallNumber(_ value: RecognizedValue) -> Bool {
    guard case .number(let number) = value.payload else { return false }
    return number < Decimal64(1000)
  }

  private func nounFollows(_ position: Int) -> Bool {
    guard position < lattice.count else { return false }
    let sets = lattice.edges[position].contains { if case .meaning(.noun) = $0.content { true } else { false } }
    return sets || !words(at: position).isEmpty && lattice.end(of: .possessive, at: position) == nil
  }

  /// A field's word and what it holds: "amount over 20k", "rated 2", "industry retail", "stage is proposal".
  func fieldValues(at position: Int) -> [Atom] {
    var atoms: [Atom] = []
    for (fields, end) in fields(at: position) {
      let next = lattice.skip([.skip, .equals, .filler, .link, .possessive, .auxiliary, .counter], from: end)
      for start in Set([end, next]).sorted() where start < lattice.count {
        atoms += fieldFigures(fields, at: start)
        atoms += fieldWords(fields, at: start)
        for time in times(at: start) {
          if case .time(let value) = time.modifier {
            atoms.append(Atom(end: time.end, modifier: .event(fields, value), cost: 0, flags: .event))
          }
        }
        if let missing = lattice.end(of: .missing, at: start) {
          atoms.append(Atom(end: missing, modifier: .missing(fields), cost: isNoun(position, end) ? 10 : 0))
        }
      }
    }
    if let start = lattice.end(of: .missing, at: position) {
      for (fields, end) in fields(at: lattice.skip([.skip, .possessive], from: start)) {
        atoms.append(Atom(end: end, modifier: .missing(fields), cost: 0))
      }
    }
    return atoms
  }

  /// Whether the words are a noun as well, and so rather that.
  func isNoun(_ start: Int, _ end: Int) -> Bool {
    lattice.edges[start].contains { if case .meaning(.noun) = $0.content { $0.end == end } else { false } }
  }

  private func fieldFigures(_ fields: [Meaning], at start: Int) -> [Atom] {
    figures(at: start).map {
      Atom(end: $0.end, modifier: .quantity(fields, $0.comparison, $0.low, upTo: $0.high), cost: 0)
    }
      + amounts(at: start).map { value, end in
        Atom(end: end, modifier: .quantity(fields, .equal, value, upTo: nil), cost: isMoney(value) ? 12 : 1)
      }
  }

  /// An amount is seldom asked for to the cent.
  private func isMoney(_ value: RecognizedValue) -> Bool {
    switch value.payload {
    case .money: true
    case .number(let number): number >= Decimal64(1000)
    default: false
    }
  }

  private func fieldWords(_ fields: [Meaning], at start: Int) -> [Atom] {
    let wanted = Set(
      fields.compactMap { meaning -> String? in
        if case .field(let kind, let field) = meaning { return "\(kind).\(field)" }
        return nil
      })
    var atoms: [Atom] = []
    for edge in lattice.edges[start] {
      switch edge.content {
      case .meaning(let meaning):
        if let field = TileMaker.field(meaning), wanted.contains(field) {
          atoms.append(Atom(end: edge.end, modifier: .meanings([meaning]), cost: 0))
        }
      case .name(let span):
        if case .category(let kind, let field, _) = span.target, wanted.contains("\(kind).\(field)") {
          atoms.append(Atom(end: edge.end, modifier: .name([span], tokens: start..<edge.end), cost: 0))
        }
        if case .records(let kind, _, _) = span.target, refers(fields, to: kind) {
          atoms.append(Atom(end: edge.end, modifier: .name([span], tokens: start..<edge.end), cost: 0, flags: .name))
        }
      default: break
      }
    }
    return atoms
  }

  private func refers(_ fields: [Meaning], to kind: KindID) -> Bool {
    fields.contains {
      guard case .field(let owner, let id) = $0, case .reference(kind)? = parser.schema[owner]?.field(id)?.kind else {
        return false
      }
      return true
    }
  }

  /// "took fewer than 30 days from creation to being won", 从创建到赢单不到30天.
  func elapsed(at position: Int) -> [Atom] {
    var atoms: [Atom] = []
    if let took = lattice.end(of: .took, at: position) {
      for figure in figures(at: took) {
        guard case .duration(let duration) = figure.low.payload else { continue }
        let next = lattice.skip([.skip, .filler], from: figure.end)
        for between in eventPairs(at: next) {
          atoms.append(
            Atom(
              end: between.end, modifier: .elapsed(between.from, between.to, figure.comparison, duration), cost: 0,
              flags: .event))
        }
      }
    }
    for between in eventPairs(at: position) {
      for figure in figures(at: lattice.skip([.skip, .filler, .took, .auxiliary], from: between.end)) {
        guard case .duration(let duration) = figure.low.payload else { continue }
        atoms.append(
          Atom(
            end: figure.end, modifier: .elapsed(between.from, between.to, figure.comparison, duration), cost: 0,
            flags: .event))
      }
    }
    return atoms
  }

  private func eventPairs(at position: Int) -> [(from: [Meaning], to: [Meaning], end: Int)] {
    guard let from = lattice.end(of: .from, at: position) ?? lattice.end(of: .between, at: position) else { return [] }
    let gap: GrammarSet = [.skip, .auxiliary, .filler]
    var pairs: [(from: [Meaning], to: [Meaning], end: Int)] = []
    for first in words(at: lattice.skip(gap, from: from)) where first.flags.contains(.event) {
      guard let to = lattice.end(ofAny: [.rangeTo, .and], at: first.end) else { continue }
      for second in words(at: lattice.skip(gap, from: to)) where second.flags.contains(.event) {
        guard case .meanings(let a) = first.modifier, case .meanings(let b) = second.modifier else { continue }
        pairs.append((a.filter(AtomReader.isEvent), b.filter(AtomReader.isEvent), second.end))
      }
    }
    return pairs
  }
}
