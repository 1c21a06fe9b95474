import Model
import Recognizers

/// What single fields of a new record are told by.
extension DetailReader {
  func items(at position: Int, _ taken: [FieldID], isBare: Bool, isFirst: Bool) -> [Found] {
    var found: [Found] = []
    for start in lattice.reach(DetailReader.links, from: position) where start < lattice.count {
      let isLinked = start > position
      found += labelled(at: start, taken) + dated(at: start, taken) + typed(at: start, taken)
      if isFirst, !isLinked {
        found += (named(at: start, taken) + valued(at: start, taken)).map {
          Found(end: $0.end, item: $0.item, cost: $0.cost + (isAttribute($0.end) ? 2 : 8))
        }
        continue
      }
      if isLinked { found += affiliated(at: start, taken) }
      // Without a link or a separator only what stands whole: a name that is exact, a value with its field's word.
      let isFree = isLinked || isBare
      found += named(at: start, taken).compactMap { priced($0, isFree, isExactName(start, $0)) }
      found += valued(at: start, taken).compactMap {
        priced($0, isFree, $0.end - start > 3 && $0.item.words.text.unicodeScalars.count < $0.end - start)
      }
    }
    return found
  }

  /// "from Leftorium", 来自星河科技: words behind a link are the other name that records of the kind go by.
  private func affiliated(at position: Int, _ taken: [FieldID]) -> [Found] {
    guard let id = kind.nameFields.first(where: { $0 != kind.nameField && !taken.contains($0) }),
      let field = kind.field(id), isFree(field), !field.isReadOnly
    else { return [] }
    var all: [Found] = []
    var close = position
    while close < lattice.count, !isBreak(close) {
      close += 1
      all.append(found(id, position, close, 2 + close - position))
    }
    return all
  }

  private func priced(_ found: Found, _ isFree: Bool, _ isWhole: Bool) -> Found? {
    if isFree { return found }
    return isWhole ? Found(end: found.end, item: found.item, cost: found.cost + 5) : nil
  }

  private func isExactName(_ start: Int, _ found: Found) -> Bool {
    lattice.edges[start].contains {
      if case .name(let span) = $0.content { span.isExact && $0.end == found.end && $0.end > start + 1 } else { false }
    }
  }

  /// 晨星科技的…: what stands before "of" or a comma is said of what comes after it.
  private func isAttribute(_ end: Int) -> Bool {
    guard end < lattice.count else { return true }
    return lattice.end(ofAny: [.possessive, .comma, .calledBy], at: end) != nil
  }

  /// "phone 212 555 0190", "金额50万".
  private func labelled(at position: Int, _ taken: [FieldID]) -> [Found] {
    var all: [Found] = []
    for (meanings, end) in reader.fields(at: position) {
      for case .field(kind.id, let id) in meanings where !taken.contains(id) {
        guard let field = kind.field(id), !field.isReadOnly else { continue }
        let linked = mark(after: lattice.skip(DetailReader.links, from: end))
        if let close = longest(field, at: linked) { all.append(found(id, linked, close, 1)) }
        let start = mark(after: lattice.skip([.equals, .skip, .auxiliary], from: end))
        if let close = longest(field, at: start) { all.append(found(id, start, close, 1)) }
        guard isFree(field), start < lattice.count else { continue }
        var close = start
        while close < lattice.count, !isBreak(close) {
          close += 1
          all.append(found(id, start, close, 5 + close - start))
        }
      }
    }
    return all
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
  private func dated(at position: Int, _ taken: [FieldID]) -> [Found] {
    var all: [Found] = []
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
      all.append(Found(end: close, item: .init(field: date, words: words(start, time.end)), cost: 1))
    }
    for time in reader.times(at: position).sorted(by: { $0.end > $1.end }) {
      for word in reader.words(at: lattice.skip(DetailReader.links, from: time.end)) {
        guard let date = field(word) else { continue }
        all.append(Found(end: word.end, item: .init(field: date, words: words(position, time.end)), cost: 1))
      }
    }
    return all
  }

  /// What only one field of the kind can hold.
  private func typed(at position: Int, _ taken: [FieldID]) -> [Found] {
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
      if let wanted, !taken.contains(wanted), edge.end > best?.end ?? 0 { best = found(wanted, position, edge.end, 1) }
    }
    return best.map { [$0] } ?? []
  }

  /// "for Acme": a name of a kind that a field of this one refers to.
  private func named(at position: Int, _ taken: [FieldID]) -> [Found] {
    var best: (found: Found, isExact: Bool)?
    for edge in lattice.edges[position] {
      guard case .name(let span) = edge.content, case .records(let target, _, _) = span.target else { continue }
      let field = kind.fields.first { $0.kind == .reference(target) && !$0.isReadOnly && !taken.contains($0.id) }
      guard let field else { continue }
      if edge.end > best?.found.end ?? 0 || edge.end == best?.found.end && span.isExact {
        best = (found(field.id, position, edge.end, 2), span.isExact)
      }
    }
    return best.map { [$0.found] } ?? []
  }

  /// "in retail", 软件行业: a known value of a field.
  private func valued(at position: Int, _ taken: [FieldID]) -> [Found] {
    var best: Found?
    for atom in reader.atoms(at: position) {
      var fields: [FieldID] = []
      switch atom.modifier {
      case .meanings(let meanings):
        fields = meanings.compactMap { if case .value(kind.id, let id, _) = $0 { id } else { nil } }
      case .name(let spans, _):
        fields = spans.compactMap { if case .category(kind.id, let id, _) = $0.target { id } else { nil } }
      default: break
      }
      // 上海 is a city before it is a region.
      let field = kind.fields.first { fields.contains($0.id) }?.id
      guard let field, !taken.contains(field), atom.end > best?.end ?? 0 else { continue }
      let close = valueEnd(at: position, field) ?? atom.end
      best = Found(end: atom.end, item: .init(field: field, words: words(position, close)), cost: 2)
    }
    return best.map { [$0] } ?? []
  }

  private func valueEnd(at position: Int, _ id: FieldID) -> Int? {
    guard let field = kind.field(id) else { return nil }
    return longest(field, at: position)
  }

  private func found(_ field: FieldID, _ start: Int, _ end: Int, _ cost: Int) -> Found {
    Found(end: end, item: .init(field: field, words: words(start, end)), cost: cost)
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
