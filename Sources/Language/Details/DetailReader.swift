import Model
import Recognizers

/// The particulars of a record to be made, told apart in any order: "Acme support plan for Acme worth $24k closing
/// December 15".
public struct Details: Sendable {
  public struct Item: Sendable {
    public let field: FieldID
    public let words: Term.Words
  }

  /// What stands first and is nothing else.
  public var name: String
  public var items: [Item]
  /// Later words that are nothing known, in their order.
  public var rest: [String]
  /// Words of fields that were mended.
  public var corrections: [Reading.Correction] = []
  /// Less is better: what no field explains costs most.
  var cost = 0
}

/// Cuts particulars into a name and fields. A field is told by its word, by what only it can hold (a phone number), or
/// by a link to a known name or value ("for Acme", "in retail").
///
/// Of all ways to cut the text the cheapest is taken: words of a field's own cost least, what no field explains most.
struct DetailReader {
  let lattice: Lattice
  let kind: KindSchema
  let schema: Schema
  let reader: AtomReader

  /// Words that say nothing of the record: "please", "she's", "and".
  static let passing: GrammarSet = [
    .skip, .filler, .and, .possessive, .auxiliary, .our, .polite, .it, .them, .theirs, .person, .company, .light,
  ]

  /// From this cost on something in the particulars is explained by nothing.
  static let doubtful = 24

  static let links: GrammarSet = [
    .link, .equals, .ownedBy, .filler, .skip, .have, .possessive, .auxiliary,
  ]

  struct Found {
    let end: Int
    let item: Details.Item
    let cost: Int
  }

  /// A way to cut the text up to some token.
  private struct Way {
    var items: [Details.Item] = []
    var name: Range<Int>?
    var rest: [Range<Int>] = []
    var cost = 0
    /// A known name or value may follow without a word that links it.
    var isBare = false
    /// Ends with words that no field explains.
    var isLoose = false
  }

  func read() -> Details {
    var ways = Array(repeating: [Way](), count: lattice.count + 1)
    ways[0] = [Way(isBare: true)]
    for position in 0..<lattice.count {
      ways[position] = kept(ways[position])
      for way in ways[position] {
        for (end, next) in steps(from: position, way) { ways[end].append(next) }
      }
    }
    guard let best = kept(ways[lattice.count]).first else { return Details(name: "", items: [], rest: []) }
    func text(_ range: Range<Int>) -> String { trimmed(lattice.sentence.written(range)) }
    return Details(
      name: best.name.map(text) ?? "", items: best.items, rest: best.rest.map(text).filter { !$0.isEmpty },
      cost: best.cost)
  }

  /// The cheapest ways of each sort.
  private func kept(_ ways: [Way]) -> [Way] {
    var kept: [Way] = []
    for way in ways.sorted(by: { $0.cost < $1.cost }) {
      let alike = kept.count {
        ($0.name == nil) == (way.name == nil) && $0.isBare == way.isBare && $0.isLoose == way.isLoose
      }
      if alike < 3 { kept.append(way) }
    }
    return kept
  }

  private func steps(from position: Int, _ way: Way) -> [(end: Int, way: Way)] {
    var steps: [(end: Int, way: Way)] = []
    let token = lattice.sentence.tokens[position]
    if token.sort == .mark, [",", ";", ":", "、", ".", "-"].contains(token.text), !isInside(position) {
      var next = way
      next.isBare = true
      next.isLoose = false
      steps.append((position + 1, next))
    }
    let isBare = way.isBare || isCutBySpace(position)
    for found in items(at: position, way.items.map(\.field), isBare: isBare, isFirst: way.name == nil) {
      var next = way
      next.items.append(found.item)
      next.cost += found.cost
      next.isBare = true
      next.isLoose = false
      steps.append((found.end, next))
    }
    for entry in lattice.grammar[position] {
      guard !way.isLoose || [.and, .them, .theirs].contains(entry.word) else { continue }
      guard DetailReader.passing.contains(entry.word), token.sort != .digits else {
        continue
      }
      var next = way
      next.cost += entry.word == .light ? 3 : 1
      steps.append((entry.end, next))
    }
    for edge in lattice.edges[position] {
      guard case .meaning(.noun(kind.id, let conditions)) = edge.content, conditions.isEmpty, !way.items.isEmpty else {
        continue
      }
      var next = way
      next.cost += 1
      steps.append((edge.end, next))
    }
    return steps + looseSteps(from: position, way)
  }

  /// Words that no field explains: the first are the name.
  private func looseSteps(from position: Int, _ way: Way) -> [(end: Int, way: Way)] {
    guard !way.isLoose else { return [] }
    let isCalled = lattice.end(of: .calledBy, at: position)
    let start = lattice.skip([.skip, .equals], from: isCalled ?? position)
    guard start < lattice.count else { return [] }
    var steps: [(end: Int, way: Way)] = []
    var price = way.name == nil ? 6 : 20
    if isCalled != nil { price = 3 }
    guard isCalled == nil || way.name == nil else { return [] }
    for end in (start + 1)...lattice.count {
      let token = lattice.sentence.tokens[end - 1]
      if token.sort == .mark, [",", ";", ":", "、"].contains(token.text), !isInside(end - 1) { break }
      price += token.sort == .ideograph ? 1 : 2
      if end > start + 1 {
        if holdsName(endingAt: end, after: start) { price += 8 }
        if holdsValue(endingAt: end, after: start) { price += 8 }
        if lattice.end(ofAny: [.theirs, .them, .speaker], at: end - 1) == end { price += 8 }
        if token.sort == .ideograph, lattice.end(of: .possessive, at: end - 1) == end { price += 4 }
      }
      // 远航科技 软件: a space among ideographs ends a name.
      if end - 1 > start, isCutBySpace(end - 1) { price += 6 }
      var next = way
      if way.name == nil { next.name = start..<end } else { next.rest.append(start..<end) }
      next.cost += price
      next.isBare = false
      next.isLoose = true
      steps.append((end, next))
    }
    return steps
  }

  /// The name of a record that this one could refer to ends here, and began inside the stretch.
  private func holdsName(endingAt end: Int, after start: Int) -> Bool {
    (start + 1..<end).contains { place in
      lattice.edges[place].contains { edge in
        guard edge.end == end, end > place + 1, case .name(let span) = edge.content, span.isExact,
          case .records(let target, _, _) = span.target
        else { return false }
        return kind.fields.contains { $0.kind == .reference(target) && !$0.isReadOnly }
      }
    }
  }

  /// 软件行业, 五十万: a value with its field's word, an amount or a day ends here, and began inside the stretch.
  private func holdsValue(endingAt end: Int, after start: Int) -> Bool {
    guard lattice.sentence.tokens[end - 1].sort == .ideograph else { return false }
    return (start + 1..<end).contains { place in
      lattice.edges[place].contains { edge in
        switch edge.content {
        case .value(let value): return edge.end == end && end > place + 1 && (value.kind == .money || value.time != nil)
        case .meaning(.value(kind.id, let field, _)): return edge.end < end && isField(field, edge.end..<end)
        default: return false
        }
      }
    }
  }

  private func isField(_ field: FieldID, _ range: Range<Int>) -> Bool {
    lattice.edges[range.lowerBound].contains { edge in
      if case .meaning(.field(kind.id, field)) = edge.content { edge.end == range.upperBound } else { false }
    }
  }

  /// White space between two ideographs.
  private func isCutBySpace(_ position: Int) -> Bool {
    guard position > 0, lattice.sentence.tokens[position].spaceBefore else { return false }
    return lattice.sentence.tokens[position - 1].sort == .ideograph
      || lattice.sentence.tokens[position].sort == .ideograph
  }

  /// A mark between two pieces of one word or number.
  private func isInside(_ position: Int) -> Bool {
    let tokens = lattice.sentence.tokens
    guard position > 0, position + 1 < tokens.count, tokens[position].text != "、" else { return false }
    return !tokens[position].spaceBefore && !tokens[position + 1].spaceBefore && tokens[position - 1].sort != .ideograph
      && [".", "-", ","].contains(tokens[position].text)
  }

  func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, " ,.;:\"“”，。：；-".contains(first) { text.removeFirst() }
    while let last = text.last, " ,.;:\"“”，。：；-".contains(last) { text.removeLast() }
    return String(text)
  }
}

extension Engine {
  /// The particulars in a text, for a record of this kind.
  public func details(
    _ text: String, of kind: KindID, gazetteer: any Gazetteer, _ situation: Situation
  ) throws -> Details? {
    guard let schema = lexicon.schema[kind] else { return nil }
    func read(_ sentence: Sentence) throws -> (details: Details, lattice: Lattice) {
      let lattice = try lexicon.lattice(sentence, gazetteer: gazetteer, context: situation.values)
      let parser = SetParser(
        lattice, schema: lexicon.schema, routes: lexicon.routes, currency: situation.values.currency, lastKind: nil)
      let reader = DetailReader(
        lattice: lattice, kind: schema, schema: lexicon.schema, reader: AtomReader(parser: parser))
      return (reader.read(), lattice)
    }
    let (plain, lattice) = try read(Sentence(Engine.withoutStrokes(text)))
    // A word of a field may have a slip in it: 店话 138…, "fone 212 …". Names are taken as they are written.
    guard plain.cost >= DetailReader.doubtful else { return plain }
    let spelling = Spelling(lexicon: lexicon, gazetteer: gazetteer)
    var best = plain
    for proposals in try spelling.rounds(lattice).prefix(2) where best.cost == plain.cost {
      for proposal in proposals where !proposal.corrections.contains(where: \.isName) {
        var (mended, _) = try read(proposal.sentence)
        guard mended.cost + 10 * proposal.corrections.count < best.cost, mended.name == plain.name,
          mended.items.count > plain.items.count || mended.rest.count < plain.rest.count
        else { continue }
        mended.corrections = proposal.corrections
        mended.cost += 10 * proposal.corrections.count
        best = mended
      }
    }
    return best
  }

  /// "Ana Ruiz / CFO", 陈晨/晨星科技: a stroke between particulars is a comma; none between digits or letters ("A/C").
  private static func withoutStrokes(_ text: String) -> String {
    let sentence = Sentence(text)
    let tokens = sentence.tokens
    var scalars = Array(text.unicodeScalars)
    if let last = tokens.last, last.text == ")" { scalars[last.range.lowerBound] = " " }
    for (index, token) in tokens.enumerated() where index > 0 && index + 1 < tokens.count {
      if ["?", "!", "("].contains(token.text) || token.text == ")" && tokens[index + 1].text != "," {
        scalars[token.range.lowerBound] = "，"
      }
      guard ["/", "|"].contains(token.text) else { continue }
      let around = [tokens[index - 1], tokens[index + 1]]
      guard token.spaceBefore || tokens[index + 1].spaceBefore || around.contains(where: { $0.sort == .ideograph })
      else {
        continue
      }
      scalars[token.range.lowerBound] = "，"
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}
