import Model
import Recognizers

/// What can fill a slot at a token of a sentence.
struct SlotReader {
  /// Terms of words are made only where they are wanted: few of the ways that are tried lead to an end.
  struct Option {
    enum Content {
      case term(Term)
      case text(Range<Int>)
      /// All tokens up to the end, as words that a field is to hold.
      case words
      case unknown
    }

    let end: Int
    let content: Content
    let cost: Int

    var isText: Bool {
      if case .text = content { true } else { false }
    }
  }

  let parser: SetParser
  let numbers: [Int32]
  let languageNames: Set<String>
  let lattice: Lattice

  init(parser: SetParser, numbers: [Int32], languageNames: Set<String>) {
    self.parser = parser
    self.numbers = numbers
    self.languageNames = languageNames
    lattice = parser.lattice
  }

  func options(_ sort: SlotSort, at position: Int) -> [Option] {
    switch sort {
    case .records(let kind, let isSingle): sets(kind, at: position, single: isSingle) + unknown(at: position)
    case .text: texts(at: position)
    case .file: files(at: position)
    default: position < lattice.count ? values(sort, at: position) : []
    }
  }

  func term(of option: Option, at start: Int) -> Term {
    switch option.content {
    case .term(let term): term
    case .text(let range): .text(lattice.sentence.written(range))
    case .words: .words(words(start..<option.end))
    case .unknown: .unknown(lattice.sentence.written(start..<option.end))
    }
  }

  private func sets(_ kind: KindID?, at position: Int, single: Bool) -> [Option] {
    parser.sets(from: position).compactMap { set($0.nodes, kind, until: $0.end, single: single) }
  }

  /// The cheapest description, of those that end at one token, which a slot for records of a kind can hold.
  func set(_ nodes: [Int], _ kind: KindID?, until end: Int, single: Bool) -> Option? {
    for node in nodes {
      guard let set = reading(node, kind) else { continue }
      // Without a noun, only a name, a code or a pronoun points at records; a time or a value alone does not.
      guard set.hasNoun || !set.names.isEmpty || set.code != nil || set.pronoun != nil else { continue }
      guard set.count == nil else { continue }
      // Nobody is meant by what is theirs: "Acme rollout" is no user.
      if single, !set.hasNoun, set.pronoun == nil, set.query.predicate.isOfRelated { continue }
      // A clause that says something else is no part of one record's description, and whoever says a record's name seldom
      // says which one besides.
      if single, set.tokens.contains(where: { [",", "，", ";"].contains(lattice.sentence.tokens[$0].text) }) {
        continue
      }
      let isOverdone = single && set.isDescribed && set.names.contains { $0.kind == set.query.kind }
      // One record is named, pointed at, or the best of its sort; a mere description of many seldom means one.
      let isVague = single && set.names.isEmpty && set.code == nil && set.pronoun == nil && set.query.limit != 1
      return Option(
        end: end, content: .term(.set(set)),
        cost: set.cost + (isVague ? 25 : isOverdone ? 18 : single && set.isDescribed && set.query.limit != 1 ? 8 : 2))
    }
    return nil
  }

  private func reading(_ node: Int, _ kind: KindID?) -> SetReading? {
    let head = parser.nodes[node].head
    if head >= 0 {
      if let kind, parser.schema.kinds[Int(head)].id != kind { return nil }
      return parser.reading(node)
    }
    guard let kind = kind ?? (isPronoun(node) ? parser.lastKind : nil), let schema = parser.schema[kind] else {
      return nil
    }
    return SetFinisher(parser: parser).finish(node, as: schema)?.set
  }

  private func isPronoun(_ node: Int) -> Bool {
    parser.chain(node).contains { if case .pronoun = $0 { true } else { false } }
  }

  /// A stretch of words that is no name: it may be meant as one that does not exist. Dear, so that anything else wins.
  func unknown(at position: Int) -> [Option] {
    guard position < lattice.count else { return [] }
    var options: [Option] = []
    var strange = 0
    var end = position
    while end < lattice.count, end - position < 8 {
      let token = lattice.sentence.tokens[end]
      if token.sort == .mark, !["'", "-", "&"].contains(token.text) { break }
      if lattice.end(ofAny: [.not, .without, .except], at: end) != nil { break }
      if end > position, !lattice.grammar[end].isEmpty, token.sort == .word, !token.isCapitalised { break }
      if numbers[end] < 0 || token.isCapitalised || token.sort == .ideograph && lattice.grammar[end].isEmpty {
        strange += 1
      }
      end += 1
      if strange > 0 {
        options.append(Option(end: end, content: .unknown, cost: 300 + 10 * (end - position)))
      }
    }
    return options
  }

  private func values(_ sort: SlotSort, at position: Int) -> [Option] {
    switch sort {
    case .field:
      return AtomReader(parser: parser).fields(at: position).compactMap { fields, end in
        // Labels are added and taken off, never set.
        let settable = fields.filter {
          guard case .field(let kind, let id) = $0 else { return false }
          return parser.schema[kind]?.field(id)?.kind != .tags
        }
        return settable.isEmpty ? nil : Option(end: end, content: .term(.field(settable)), cost: 1)
      }
    case .kind:
      return lattice.edges[position].compactMap { edge in
        guard case .meaning(.noun(let kind, let conditions)) = edge.content, conditions.isEmpty else { return nil }
        return Option(end: edge.end, content: .term(.kind(kind)), cost: 1)
      }
    case .anything(isLanguage: false): return anything(at: position)
    case .anything(isLanguage: true):
      return anything(at: position).filter { option in
        languageNames.contains(NameKey.fold(lattice.sentence.written(position..<option.end)))
      }.map { Option(end: $0.end, content: $0.content, cost: 2) }
    case .stored(let kind, let field): return stored(kind, field, at: position)
    case .values(let kinds):
      return lattice.edges[position].compactMap { edge in
        guard case .value(let value) = edge.content, let rank = kinds.firstIndex(of: value.kind) else { return nil }
        return Option(
          end: edge.end, content: .term(.value(value)), cost: 1 + rank + (isPart(position, edge.end) ? 8 : 0))
      }
    case .records, .text, .file: return []
    }
  }

  /// Values of one field.
  private func stored(_ kind: KindID, _ field: FieldID, at position: Int) -> [Option] {
    var ends: Set<Int> = []
    for edge in lattice.edges[position] {
      switch edge.content {
      case .meaning(.value(kind, field, _)): ends.insert(edge.end)
      case .name(let span): if case .category(kind, field, _) = span.target { ends.insert(edge.end) }
      default: break
      }
    }
    return ends.sorted().map { Option(end: $0, content: .words, cost: 2) }
  }

  /// A value inside a longer one is hardly meant by itself: the 15日 of 3月15日.
  private func isPart(_ start: Int, _ end: Int) -> Bool {
    (max(0, start - 8)...start).contains { other in
      lattice.edges[other].contains {
        guard case .value(let value) = $0.content, value.time != nil || value.kind == .money else { return false }
        return $0.end >= end && (other < start || $0.end > end)
      }
    }
  }

  /// Words that some field is to hold, of every length up to the end.
  private func anything(at position: Int) -> [Option] {
    guard position < lattice.count else { return [] }
    var known: Set<Int> = []
    for edge in lattice.edges[position] {
      if case .code = edge.content { continue }
      known.insert(edge.end)
    }
    for word in [GrammarWord.speaker, .my] {
      if let end = lattice.end(of: word, at: position) { known.insert(end) }
    }
    var holdsGrammar = false
    return (position + 1...lattice.count).compactMap { end in
      holdsGrammar = holdsGrammar || doesSomething(end - 1) || hasName(position..<end)
      if known.contains(end) { return Option(end: end, content: .words, cost: 2) }
      return holdsGrammar ? nil : Option(end: end, content: .words, cost: 16 + 4 * (end - position))
    }
  }

  /// Words with all that they may stand for.
  private func words(_ range: Range<Int>) -> Term.Words {
    var values: [RecognizedValue] = []
    var meanings: [Meaning] = []
    var names: [NameSpan] = []
    for edge in lattice.edges[range.lowerBound] where edge.end == range.upperBound {
      switch edge.content {
      case .value(let value): values.append(value)
      case .meaning(let meaning): meanings.append(meaning)
      case .name(let span): names.append(span)
      default: break
      }
    }
    let isSpeaker = [GrammarWord.speaker, .my].contains {
      lattice.end(of: $0, at: range.lowerBound) == range.upperBound
    }
    return .init(
      text: lattice.sentence.written(range), values: values, meanings: meanings, names: names, isSpeaker: isSpeaker)
  }

  /// A record's whole name behind or before other words is no part of a value.
  private func hasName(_ range: Range<Int>) -> Bool {
    range.contains { start in
      lattice.edges[start].contains { edge in
        guard case .name(let span) = edge.content, span.isExact, case .records = span.target else { return false }
        return edge.end <= range.upperBound && start..<edge.end != range
      }
    }
  }

  /// Words that do something in a sentence are no value of a field.
  private func doesSomething(_ position: Int) -> Bool {
    lattice.sentence.tokens[position].sort == .word
      && lattice.end(ofAny: [.my, .speaker, .our, .not, .which, .who, .auxiliary, .show], at: position) != nil
  }

  /// Free text of every length; its price per word leaves words to whoever can explain them.
  private func texts(at position: Int) -> [Option] {
    guard position < lattice.count else { return [] }
    let tokens = lattice.sentence.tokens
    if tokens[position].text == "\"", let close = tokens[(position + 1)...].firstIndex(where: { $0.text == "\"" }),
      close > position + 1
    {
      return [Option(end: close + 1, content: .text(position + 1..<close), cost: 3)] + plainTexts(at: position)
    }
    return plainTexts(at: position)
  }

  /// What stands in quotation marks, or runs on without a space to an ending such as ".pdf" or through a folder.
  private func files(at position: Int) -> [Option] {
    let tokens = lattice.sentence.tokens
    guard position < tokens.count else { return [] }
    if tokens[position].text == "\"" { return texts(at: position).filter { $0.end > position + 1 && $0.cost == 3 } }
    guard tokens[position].sort != .mark || ["/", "~", "."].contains(tokens[position].text) else { return [] }
    var options: [Option] = []
    var isPath = false
    var spaces = 0
    for end in position + 1...tokens.count {
      let last = tokens[end - 1]
      if end - 1 > position, last.spaceBefore {
        spaces += 1
        guard spaces < 4, last.sort == .word, tokens[end - 2].sort == .word else { break }
      }
      if last.sort == .mark, ![".", "-", "_", "/", "(", ")", "~", "+"].contains(last.text) { break }
      isPath = isPath || last.text == "/"
      let hasEnding =
        end - position > 2 && tokens[end - 2].text == "." && last.sort == .word
        && (1...5).contains(last.text.utf8.count)
      if hasEnding || isPath && last.sort != .mark {
        options.append(Option(end: end, content: .text(position..<end), cost: 3 + 4 * spaces))
      }
    }
    return options
  }

  /// "Marcus| Doe": a capitalised word right behind a part of a name belongs to the name.
  private func continuesName(_ position: Int) -> Bool {
    guard position > 0, lattice.sentence.tokens[position].isCapitalised,
      lattice.sentence.tokens[position].sort == .word,
      lattice.grammar[position].isEmpty
    else { return false }
    return (max(0, position - 4)..<position).contains { start in
      lattice.edges[start].contains {
        guard case .name(let span) = $0.content, $0.end == position, case .records = span.target else { return false }
        return !span.isExact
      }
    }
  }

  private func plainTexts(at position: Int) -> [Option] {
    if continuesName(position) { return [] }
    // Twice the cost: a word is worth three halves, an ideograph one half.
    var halves = 12
    let isAnnounced = position == 0 || lattice.sentence.tokens[position - 1].sort == .mark
    var asks = false
    return (position + 1...lattice.count).map { end in
      halves += lattice.sentence.tokens[end - 1].sort == .ideograph ? 1 : 3
      asks = asks || !isAnnounced && lattice.end(ofAny: [.howMany, .howMuch, .which, .who, .when], at: end - 1) != nil
      let isTalk = end - position <= 2 && (position..<end).allSatisfy { !lattice.grammar[$0].isEmpty }
      return Option(
        end: end, content: .text(position..<end),
        cost: halves / 2 + (asks ? 30 : 0) + (isTalk ? 40 : 0))
    }
  }
}
