import Model
import Recognizers

/// Makes the tiles that only a whole sentence has: what is asked about the records.
struct RootTileMaker {
  let parser: SetParser
  let position: Int
  private var tiles: [Tile] = []
  private var lattice: Lattice { parser.lattice }

  init(parser: SetParser, position: Int) {
    self.parser = parser
    self.position = position
  }

  private static let glue: GrammarSet = [.skip, .filler, .link, .auxiliary, .possessive, .equals, .which, .our]

  mutating func make() -> [Tile] {
    for entry in lattice.grammar[position] { addWord(entry.word, entry.end) }
    addFields()
    addMeasures()
    addMost()
    if lattice.sentence.tokens[position].sort == .mark, isEdgeMark(position) {
      tiles.append(Tile(end: position + 1, modifier: -1, cost: 0, effect: .skip, flags: []))
    }
    return tiles
  }

  private func isEdgeMark(_ position: Int) -> Bool {
    [".", "?", "!", ",", ";", "、", "~", "…", "-"].contains(lattice.sentence.tokens[position].text)
  }

  private mutating func add(_ word: Modifier.RootWord, _ end: Int, _ cost: Int, _ flags: SetNode.Flags = []) {
    tiles.append(
      Tile(end: end, modifier: parser.add(.root(word)), cost: Int32(cost), effect: .root, flags: flags))
  }

  private mutating func addWord(_ word: GrammarWord, _ end: Int) {
    switch word {
    case .show: add(.show, end, 0)
    case .which: add(.which, end, 0)
    case .who: add(.who, end, 1)
    case .when: add(.when, end, 1)
    case .only: add(.only, end, 0, .narrowing)
    case .polite: tiles.append(Tile(end: end, modifier: -1, cost: 0, effect: .skip, flags: []))
    case .howMany: if !isWhatItIs(end) { add(.countThem, end, 0, .asked) }
    case .total: add(.total, end, 1, .asked)
    case .howMuch: add(.total, end, 1, .asked)
    case .average: add(.aggregate(.average), end, 0, .asked)
    case .median: add(.aggregate(.median), end, 0, .asked)
    case .largest, .smallest: addExtreme(end, word == .largest ? .maximum : .minimum)
    case .groupBy: addGroups(from: end)
    case .periodDay, .periodWeek, .periodMonth, .periodQuarter, .periodYear:
      if !isInsideTime(end) { add(.group([.period(word)]), end, 4, .grouped) }
    case .sortBy: add(.sorted, end, 1)
    case .counting: addCounting(from: end)
    default: break
    }
    // 赢单率是多少: what is asked for was said before.
    if word == .howMany || word == .howMuch, position > 0, lattice.sentence.tokens[position].sort == .ideograph {
      tiles.append(Tile(end: end, modifier: -1, cost: 2, effect: .skip, flags: []))
    }
    if word == .which || word == .groupBy { addWhichGroup(from: end) }
  }

  /// The week of "this week" groups nothing.
  private func isInsideTime(_ end: Int) -> Bool {
    (max(0, position - 8)...position).contains { start in
      lattice.edges[start].contains {
        if case .value(let value) = $0.content { value.time != nil && $0.end >= end } else { false }
      }
    }
  }

  /// "the highest annual revenue among …": a figure, not an order.
  private mutating func addExtreme(_ end: Int, _ aggregate: Aggregate) {
    for (fields, after) in AtomReader(parser: parser).fields(at: lattice.skip([.skip], from: end)) {
      guard let link = lattice.end(ofAny: [.link, .our], at: after), link < lattice.count else { continue }
      add(.extreme(aggregate, fields), after, 1, [.asked, .field])
    }
  }

  private mutating func addFields() {
    for (fields, end) in AtomReader(parser: parser).fields(at: position) {
      let isNoun = lattice.edges[position].contains {
        if case .meaning(.noun) = $0.content { $0.end == end } else { false }
      }
      add(.field(fields), end, isNoun && !isAskedFor(end) ? 14 : 3, .field)
    }
  }

  /// 是多少 at the end asks what something is, not how many there are.
  private func isWhatItIs(_ end: Int) -> Bool {
    guard position > 0, lattice.sentence.tokens[position].sort == .ideograph, isEnd(end) else { return false }
    return lattice.grammar[position - 1].contains { $0.word == .equals && $0.end == position }
  }

  /// 电话是多少, 电话多少, 晨星科技电话: what the field holds, though the word is a noun as well.
  private func isAskedFor(_ end: Int) -> Bool {
    if isEnd(end), followsOnlyName { return true }
    guard end < lattice.count, lattice.sentence.tokens[end].sort == .ideograph else { return false }
    let next = lattice.skip([.equals, .skip, .filler], from: end)
    guard let close = lattice.end(ofAny: [.howMany, .howMuch], at: next) ?? lattice.end(of: .which, at: next) else {
      return false
    }
    return isEnd(close)
  }

  /// Nothing stands before but the name of one record.
  private var followsOnlyName: Bool {
    var close = position
    while close > 0, lattice.end(of: .possessive, at: close - 1) == close { close -= 1 }
    let start = lattice.skip([.skip, .polite, .show], from: 0)
    return start < close
      && lattice.edges[start].contains { edge in
        guard edge.end == close, case .name(let span) = edge.content, case .records = span.target else { return false }
        return span.isExact
      }
  }

  private func isEnd(_ position: Int) -> Bool {
    var position = lattice.skip([.skip, .polite, .filler], from: position)
    while position < lattice.count, lattice.sentence.tokens[position].sort == .mark { position += 1 }
    return position >= lattice.count
  }

  private mutating func addMeasures() {
    for edge in lattice.edges[position] {
      guard case .meaning(.measure(let kind, let id)) = edge.content else { continue }
      add(.measure(kind, id), edge.end, 1, .asked)
    }
  }

  private mutating func addMost() {
    for entry in lattice.grammar[position] where entry.word == .most || entry.word == .fewest {
      add(.most(descending: entry.word == .most), entry.end, 0, .most)
    }
    for entry in lattice.grammar[position] where entry.word == .largest || entry.word == .smallest {
      add(.most(descending: entry.word == .largest), entry.end, 3, .most)
    }
  }

  /// "by stage and owner", "in each industry", 各负责人, 每月.
  private mutating func addGroups(from end: Int) {
    var keys: [Modifier.GroupKey] = []
    var position = end
    while keys.count < 3, let (key, after) = groupKey(at: lattice.skip([.skip, .groupBy, .link, .our], from: position))
    {
      keys.append(key)
      add(.group(keys), after, 0, .grouped)
      guard let connector = lattice.end(ofAny: [.and, .comma, .groupBy], at: after) else { break }
      position = lattice.skip([.and, .groupBy], from: connector)
    }
  }

  /// A field, a kind that the records refer to, or a period.
  private func groupKey(at position: Int) -> (Modifier.GroupKey, Int)? {
    guard position < lattice.count else { return nil }
    for period in [GrammarWord.periodDay, .periodWeek, .periodMonth, .periodQuarter, .periodYear] {
      if let end = lattice.end(of: period, at: position) { return (.period(period), end) }
    }
    var byEnd: [Int: [Meaning]] = [:]
    for edge in lattice.edges[position] {
      guard case .meaning(let meaning) = edge.content else { continue }
      switch meaning {
      case .field(let kind, let id):
        if parser.schema[kind]?.field(id) != nil { byEnd[edge.end, default: []].append(meaning) }
      case .noun: byEnd[edge.end, default: []].append(meaning)
      default: continue
      }
    }
    guard let longest = byEnd.max(by: { $0.key < $1.key }) else { return nil }
    return (.meanings(longest.value), longest.key)
  }

  /// "which team has …", 哪个销售的…: the groups of which one is asked for, with "most" elsewhere in the sentence.
  private mutating func addWhichGroup(from end: Int) {
    guard let (key, after) = groupKey(at: lattice.skip([.skip, .counter, .our], from: end)) else { return }
    add(.whichGroup(key), after, 0, .whichGroup)
  }

  /// "counting deals won this quarter": how a figure that is defined so is reckoned; it adds nothing.
  private mutating func addCounting(from end: Int) {
    for (after, _) in parser.sets(from: lattice.skip([.skip], from: end)) {
      tiles.append(Tile(end: after, modifier: -1, cost: 3, effect: .skip, flags: []))
    }
  }
}
