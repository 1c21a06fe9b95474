import Model
import Recognizers
import Values

extension Lexicon {
  /// Sentences to try, of every intent and language.
  public var examples: [String] { catalogue.intents.flatMap { $0.texts.flatMap(\.examples) } }

  /// The texts of every intent that a language has.
  public func intentTexts(_ language: LanguageCode) -> [(id: String, texts: IntentTexts)] {
    catalogue.intents.compactMap { intent in intent.texts(language).map { (intent.id, $0) } }
  }

  public var languages: [LanguageCode] {
    catalogue.languages.reduce(into: []) { if !$0.contains($1.language) { $0.append($1.language) } }
  }

  /// A message of a language, with no placeholder filled; the key where it has none.
  public func message(_ key: String, _ language: LanguageCode) -> String {
    for words in catalogue.languages where words.language == language {
      if let text = words.messages[key] { return text }
    }
    return key
  }

  /// The language that a text names, in any language.
  public func language(named text: String) -> LanguageCode? {
    let said = NameKey.fold(text)
    return languages.first { code in
      code.rawValue == said
        || languages.contains {
          NameKey.fold(message("language.\(code)", $0)) == said
            || message("language.\(code).names", $0).split(separator: "|").contains { NameKey.fold(String($0)) == said }
        }
    }
  }

  /// A noun in the text stands for several: "my follow-ups", "f/us".
  public func isPlural(_ text: String) -> Bool {
    let lattice = grammarLattice(Sentence(text))
    return lattice.sentence.tokens.indices.contains { start in
      lattice.edges[start].contains { edge in
        guard case .meaning(.noun) = edge.content, lattice.sentence.tokens[edge.end - 1].sort == .word else {
          return false
        }
        let word = lattice.sentence.tokens[edge.end - 1].text
        return word.hasSuffix("s") && !word.hasSuffix("ss")
      }
    }
  }

  /// The whole text is one such word, marks and politeness aside: "yes, please".
  public func isPhrase(_ text: String, _ word: GrammarWord) -> Bool {
    let lattice = grammarLattice(Sentence(text))
    let ends: GrammarSet = [.polite, .skip, .comma, .filler]
    func leave(_ start: Int) -> Int {
      var position = start
      while position < lattice.count {
        if let end = lattice.end(ofAny: ends, at: position) { position = end; continue }
        guard lattice.sentence.tokens[position].sort == .mark else { break }
        position += 1
      }
      return position
    }
    for start in Set([0, leave(0)]) {
      if let end = lattice.end(of: word, at: start), leave(end) == lattice.count { return true }
    }
    return false
  }
}

extension Engine {
  /// The text alone is this intent, whatever the records are.
  public func isIntent(_ text: String, _ id: String) -> Bool {
    guard
      let readings = try? read(
        text, gazetteer: NoNames(), Situation(values: .init(now: .init(local: .init(seconds: 0), offset: 0))))
    else { return false }
    return readings.first?.intent == id
  }

  /// The place that the text names: "the second one" is 2, "the last" -1.
  public func ordinal(_ text: String, _ situation: Situation) -> Int? {
    let values = lexicon.recognizers.candidates(in: text, situation.values)
    for value in values { if case .ordinal(let place) = value.payload { return place } }
    return nil
  }

  /// The records that the text names in full, the last first.
  public func names(in text: String, _ gazetteer: any Gazetteer, _ situation: Situation) throws -> [NamedRecord] {
    let lattice = try lexicon.lattice(Sentence(text), gazetteer: gazetteer, context: situation.values)
    return lattice.edges.flatMap { edges in
      edges.compactMap { edge -> NamedRecord? in
        guard case .name(let span) = edge.content, span.isExact, case .records(_, 1, let few) = span.target else {
          return nil
        }
        return few.first
      }
    }.reversed()
  }

  /// A slot filled by a whole text: the answer to a question for it. nil where the text is nothing that fits.
  public func fill(
    _ slot: SlotDefinition, with text: String, gazetteer: any Gazetteer, _ situation: Situation
  ) throws -> Reading.Filled? {
    let sentence = Sentence(text)
    guard !sentence.tokens.isEmpty else { return nil }
    let lattice = try lexicon.lattice(sentence, gazetteer: gazetteer, context: situation.values)
    let numbers = sentence.tokens.map { lexicon.words.find($0.text) }
    let parser = SetParser(
      lattice, schema: lexicon.schema, routes: lexicon.routes, currency: situation.values.currency,
      lastKind: situation.lastKind)
    let reader = SlotReader(parser: parser, numbers: numbers, languageNames: lexicon.languageNames)
    let starts = Set([0, lattice.skip([.polite, .skip, .filler, .link, .comma], from: 0)])
    var best: (option: SlotReader.Option, start: Int)?
    for start in starts where start < lattice.count {
      for option in reader.options(SlotSort(slot.kind), at: start) where isEnd(option.end, lattice) {
        if option.cost < best?.option.cost ?? .max { best = (option, start) }
      }
    }
    return best.map {
      Reading.Filled(
        term: reader.term(of: $0.option, at: $0.start), text: sentence.written($0.start..<$0.option.end))
    }
  }

  /// Only marks and polite words are left.
  private func isEnd(_ position: Int, _ lattice: Lattice) -> Bool {
    var position = lattice.skip([.polite, .skip, .filler], from: position)
    while position < lattice.count, lattice.sentence.tokens[position].sort == .mark { position += 1 }
    return position == lattice.count
  }

  /// The two halves of a sentence at each word or mark that may join sentences, the first place first. A frame around
  /// both, 可以…吗, is taken away.
  public func splits(_ text: String) -> [(String, String)] {
    var lattice = lexicon.grammarLattice(Sentence(text))
    if let plain = Requests(lattice: lattice, words: lexicon.words).plain() {
      lattice = lexicon.grammarLattice(Sentence(plain))
    }
    let sentence = lattice.sentence
    var halves: [(String, String)] = []
    for position in sentence.tokens.indices where position > 0 {
      guard let end = Engine.endOfJoint(position, lattice) else { continue }
      let next = lattice.skip([.then, .and, .comma], from: end)
      guard next < sentence.tokens.count else { continue }
      // "could you …, and …?" asks for both.
      let isAsked = sentence.tokens.last?.text == "?" && lattice.end(of: .polite, at: 0) != nil
      let last = sentence.tokens.count - (isAsked ? 1 : 0)
      halves.append((sentence.written(0..<position), sentence.written(next..<last)))
    }
    return halves
  }

  /// Where what joins two sentences ends: "and then", "+", a full stop, in Chinese a mere space.
  private static func endOfJoint(_ position: Int, _ lattice: Lattice) -> Int? {
    // 合|同, 再|次: no joint inside a word.
    let isInside = (max(0, position - 4)..<position).contains { start in
      lattice.edges[start].contains { $0.end > position } && lattice.sentence.tokens[start].sort == .ideograph
    }
    if isInside { return nil }
    if let end = lattice.end(ofAny: [.then, .and, .comma], at: position) { return end }
    let token = lattice.sentence.tokens[position]
    if token.sort == .mark, ["+", ".", "。", "!", "！"].contains(token.text) { return position + 1 }
    let isApart = token.spaceBefore && token.sort == .ideograph
    return isApart && lattice.sentence.tokens[position - 1].sort == .ideograph ? position : nil
  }

  /// A sentence with the part that is of the same sort as the correction replaced by it; nil where none or several are.
  public func replacing(
    in text: String, with correction: String, gazetteer: any Gazetteer, _ situation: Situation
  ) throws -> String? {
    let new = try lexicon.lattice(Sentence(correction), gazetteer: gazetteer, context: situation.values)
    let old = try lexicon.lattice(Sentence(text), gazetteer: gazetteer, context: situation.values)
    let sorts = Engine.sorts(new, wholeOnly: true).map(\.sort)
    var places: [Range<Int>] = []
    for found in Engine.sorts(old, wholeOnly: false) where sorts.contains(found.sort) { places.append(found.range) }
    places = places.filter { place in
      !places.contains { $0 != place && $0.clamped(to: place) == place && $0.count > place.count }
    }
    let distinct = Array(Set(places))
    guard distinct.count == 1, let range = distinct.first else { return nil }
    let tokens = old.sentence.tokens
    let start = tokens[range.lowerBound].range.lowerBound
    let end = tokens[range.upperBound - 1].range.upperBound
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[..<start])
    result.append(contentsOf: correction.unicodeScalars)
    result.append(contentsOf: scalars[end...])
    return String(result)
  }

  /// What stands where, by a sort that tells whether one thing may take another's place.
  private static func sorts(_ lattice: Lattice, wholeOnly: Bool) -> [(sort: String, range: Range<Int>)] {
    var found: [(sort: String, range: Range<Int>)] = []
    for start in lattice.edges.indices {
      for edge in lattice.edges[start] where !wholeOnly || start == 0 && edge.end >= lattice.count - 1 {
        let sort: String?
        switch edge.content {
        case .value(let value):
          switch value.payload {
          case .time: sort = "time"
          case .money, .number: sort = "figure"
          case .percent: sort = "percent"
          default: sort = nil
          }
        case .name(let span):
          switch span.target {
          case .records(let kind, _, _): sort = "name.\(kind)"
          case .category(let kind, let field, _): sort = "value.\(kind).\(field)"
          }
        case .meaning(.value(let kind, let field, _)): sort = "value.\(kind).\(field)"
        default: sort = nil
        }
        if let sort { found.append((sort, start..<edge.end)) }
      }
    }
    return found
  }
}

/// A gazetteer that knows nobody.
struct NoNames: Gazetteer {
  func spans(in tokens: [NameToken]) -> [NameSpan] { [] }
  func nearest(to text: String, kinds: [KindID], limit: Int) -> [NamedRecord] { [] }
}

extension Lexicon {
  /// The stored value of a field that the whole text stands for in any language.
  public func value(of text: String, kind: KindID, field: FieldID) -> String? {
    let sentence = Sentence(text)
    let lattice = grammarLattice(sentence)
    for start in sentence.tokens.indices {
      for edge in lattice.edges[start] {
        if case .meaning(.value(kind, field, let stored)) = edge.content { return stored.first }
      }
    }
    return nil
  }
}
