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
}

/// Cuts particulars into a name and fields. A field is told by its word, by what only it can hold (a phone number), or
/// by a link to a known name or value ("for Acme", "in retail").
struct DetailReader {
  let lattice: Lattice
  let kind: KindSchema
  let schema: Schema
  let reader: AtomReader

  private static let separators: GrammarSet = [.comma, .and]
  private static let links: GrammarSet = [
    .link, .equals, .ownedBy, .filler, .skip, .have, .possessive, .auxiliary,
  ]

  private struct Found {
    let end: Int
    let item: Details.Item
  }

  func read() -> Details {
    var details = Details(name: "", items: [], rest: [])
    var position = 0
    var loose: Int?
    var afterSeparator = false
    func close(_ end: Int) {
      guard let start = loose, start < end else { return }
      let text = trimmed(lattice.sentence.written(start..<end))
      loose = nil
      guard !text.isEmpty else { return }
      if details.name.isEmpty { details.name = text } else { details.rest.append(text) }
    }
    while position < lattice.count {
      let token = lattice.sentence.tokens[position]
      if token.sort == .mark, [",", ";", ":", "、", "."].contains(token.text), !isInside(position) {
        close(position)
        afterSeparator = true
        position += 1
        continue
      }
      if let found = item(
        at: position, taken: details.items.map(\.field), bare: afterSeparator,
        first: details.name.isEmpty && loose == nil)
      {
        close(position)
        details.items.append(found.item)
        position = found.end
        afterSeparator = true
        continue
      }
      if loose == nil, let end = lattice.end(ofAny: [.skip, .filler, .and], at: position), token.sort != .digits {
        position = end
        continue
      }
      if loose == nil { loose = position }
      position += 1
    }
    close(lattice.count)
    return details
  }

  /// A mark between two pieces of one word or number.
  private func isInside(_ position: Int) -> Bool {
    let tokens = lattice.sentence.tokens
    guard position > 0, position + 1 < tokens.count, tokens[position].text != "、" else { return false }
    return !tokens[position].spaceBefore && !tokens[position + 1].spaceBefore && tokens[position - 1].sort != .ideograph
      && tokens[position].text == "."
  }

  private func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, " ,.;:\"“”，。：；".contains(first) { text.removeFirst() }
    while let last = text.last, " ,.;:\"“”，。：；-".contains(last) { text.removeLast() }
    return String(text)
  }

  private func item(at position: Int, taken: [FieldID], bare: Bool, first: Bool) -> Found? {
    for start in lattice.reach(DetailReader.links, from: position) where start < lattice.count {
      let isLinked = start > position
      if let found = labelled(at: start, taken) ?? dated(at: start, taken) ?? typed(at: start, taken) { return found }
      guard isLinked || bare, !first || isLinked else { continue }
      if let found = named(at: start, taken) ?? valued(at: start, taken) { return found }
    }
    return nil
  }

  /// "phone 212 555 0190", "金额50万".
  private func labelled(at position: Int, _ taken: [FieldID]) -> Found? {
    for (meanings, end) in reader.fields(at: position) {
      for case .field(kind.id, let id) in meanings where !taken.contains(id) {
        guard let field = kind.field(id), !field.isReadOnly else { continue }
        let start = mark(after: lattice.skip(DetailReader.links, from: end))
        if let close = longest(field, at: start) { return found(id, start, close) }
        guard isFree(field), start < lattice.count else { continue }
        var close = start
        while close < lattice.count, !isBreak(close) { close += 1 }
        if close > start { return found(id, start, close) }
      }
    }
    return nil
  }

  private func mark(after position: Int) -> Int {
    guard position < lattice.count, [":", "="].contains(lattice.sentence.tokens[position].text) else { return position }
    return position + 1
  }

  private func isBreak(_ position: Int) -> Bool {
    let text = lattice.sentence.tokens[position].text
    return [",", ";", "、"].contains(text) || text == "." && position == lattice.count - 1
  }

  private func isFree(_ field: Field) -> Bool {
    switch field.kind {
    case .text, .longText, .category, .tags: true
    default: false
    }
  }

  /// The longest stretch from a token that the field can hold.
  private func longest(_ field: Field, at position: Int) -> Int? {
    guard position < lattice.count else { return nil }
    return lattice.edges[position].filter { fits($0.content, field) }.map(\.end).max()
  }

  private func fits(_ content: LatticeEdge.Content, _ field: Field) -> Bool {
    switch (field.kind, content) {
    case (.money, .value(let value)): value.kind == .money || value.kind == .number
    case (.integer, .value(let value)), (.decimal, .value(let value)): value.kind == .number
    case (.percent, .value(let value)): value.kind == .percent || value.kind == .number
    case (.day, .value(let value)), (.moment, .value(let value)): value.time != nil
    case (.boolean, .value(let value)): value.kind == .boolean
    case (.email, .value(let value)): value.kind == .email
    case (.phone, .value(let value)): value.kind == .phone
    case (.url, .value(let value)): value.kind == .url
    case (.reference(let target), .name(let span)):
      if case .records(target, _, _) = span.target { true } else { false }
    case (.category, .name(let span)):
      if case .category(kind.id, field.id, _) = span.target { true } else { false }
    case (_, .meaning(.value(let owner, let id, _))): owner == kind.id && id == field.id
    default: false
    }
  }

  /// "closing December 15", 12月15日成交: an event of the kind with its time.
  private func dated(at position: Int, _ taken: [FieldID]) -> Found? {
    func field(_ atom: TileMaker.Atom) -> FieldID? {
      guard case .meanings(let meanings) = atom.modifier else { return nil }
      for case .event(kind.id, let id) in meanings {
        if let event = kind.event(id), event.through == nil, let date = event.date.first, !taken.contains(date) {
          return date
        }
      }
      return nil
    }
    for word in reader.words(at: position) {
      guard let date = field(word) else { continue }
      let start = lattice.skip(DetailReader.links, from: word.end)
      guard let time = reader.times(at: start).max(by: { $0.end < $1.end }) else { continue }
      // 预计12月15日成交: the verb stands around the day.
      let close = reader.words(at: time.end).filter { field($0) == date }.map(\.end).max() ?? time.end
      return Found(end: close, item: .init(field: date, words: words(start, time.end)))
    }
    for time in reader.times(at: position).sorted(by: { $0.end > $1.end }) {
      for word in reader.words(at: lattice.skip(DetailReader.links, from: time.end)) {
        guard let date = field(word) else { continue }
        return Found(end: word.end, item: .init(field: date, words: words(position, time.end)))
      }
    }
    return nil
  }

  /// What only one field of the kind can hold.
  private func typed(at position: Int, _ taken: [FieldID]) -> Found? {
    var best: Found?
    for edge in lattice.edges[position] {
      guard case .value(let value) = edge.content else { continue }
      let wanted: FieldID?
      switch value.kind {
      case .email: wanted = kind.fields.first { $0.kind == .email }?.id
      case .phone: wanted = kind.fields.first { $0.kind == .phone }?.id
      case .url: wanted = kind.fields.first { $0.kind == .url }?.id
      case .money:
        wanted = kind.amount ?? kind.fields.first { if case .money = $0.kind { !$0.isReadOnly } else { false } }?.id
      default: wanted = nil
      }
      if let wanted, !taken.contains(wanted), edge.end > best?.end ?? 0 { best = found(wanted, position, edge.end) }
    }
    return best
  }

  /// "for Acme": a name of a kind that a field of this one refers to.
  private func named(at position: Int, _ taken: [FieldID]) -> Found? {
    var best: (found: Found, isExact: Bool)?
    for edge in lattice.edges[position] {
      guard case .name(let span) = edge.content, case .records(let target, _, _) = span.target else { continue }
      let field = kind.fields.first { $0.kind == .reference(target) && !$0.isReadOnly && !taken.contains($0.id) }
      guard let field else { continue }
      if edge.end > best?.found.end ?? 0 || edge.end == best?.found.end && span.isExact {
        best = (found(field.id, position, edge.end), span.isExact)
      }
    }
    return best?.found
  }

  /// "in retail", 软件行业: a known value of a field.
  private func valued(at position: Int, _ taken: [FieldID]) -> Found? {
    var best: Found?
    for atom in reader.atoms(at: position) {
      let field: FieldID?
      switch atom.modifier {
      case .meanings(let meanings):
        field = meanings.compactMap { if case .value(kind.id, let id, _) = $0 { id } else { nil } }.first
      case .name(let spans, _):
        field = spans.compactMap { if case .category(kind.id, let id, _) = $0.target { id } else { nil } }.first
      default: field = nil
      }
      guard let field, !taken.contains(field), atom.end > best?.end ?? 0 else { continue }
      let close = valueEnd(at: position, field) ?? atom.end
      best = Found(end: atom.end, item: .init(field: field, words: words(position, close)))
    }
    return best
  }

  private func valueEnd(at position: Int, _ id: FieldID) -> Int? {
    guard let field = kind.field(id) else { return nil }
    return longest(field, at: position)
  }

  private func found(_ field: FieldID, _ start: Int, _ end: Int) -> Found {
    Found(end: end, item: .init(field: field, words: words(start, end)))
  }

  private func words(_ start: Int, _ end: Int) -> Term.Words {
    var values: [RecognizedValue] = []
    var meanings: [Meaning] = []
    var names: [NameSpan] = []
    for edge in lattice.edges[start] where edge.end == end {
      switch edge.content {
      case .value(let value): values.append(value)
      case .meaning(let meaning): meanings.append(meaning)
      case .name(let span): names.append(span)
      default: break
      }
    }
    let isSpeaker = lattice.end(ofAny: [.speaker, .my], at: start) == end
    return .init(
      text: trimmed(lattice.sentence.written(start..<end)), values: values, meanings: meanings, names: names,
      isSpeaker: isSpeaker)
  }
}

extension Engine {
  /// The particulars in a text, for a record of this kind.
  public func details(
    _ text: String, of kind: KindID, gazetteer: any Gazetteer, _ situation: Situation
  ) throws -> Details? {
    guard let schema = lexicon.schema[kind] else { return nil }
    let lattice = try lexicon.lattice(Sentence(text), gazetteer: gazetteer, context: situation.values)
    let parser = SetParser(
      lattice, schema: lexicon.schema, routes: lexicon.routes, currency: situation.values.currency, lastKind: nil)
    return DetailReader(lattice: lattice, kind: schema, schema: lexicon.schema, reader: AtomReader(parser: parser))
      .read()
  }
}
