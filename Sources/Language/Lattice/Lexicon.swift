import Model
import Recognizers
import Values

/// All words of a catalogue, ready to be found in a sentence. Made once, shared by all sentences.
public struct Lexicon: Sendable {
  /// Without templates and tests where it was not made anew of intent files.
  public let catalogue: Catalogue
  public let schema: Schema
  let routes: Routes
  let recognizers: Recognizers
  private let tables: LexiconTables
  private let meanings: [Meaning]
  private let hyphen: Int32
  /// All slots of the catalogue, and for each the number of its kind.
  let slots: [SlotDefinition]
  let slotKinds: [Int]
  let slotSorts: [SlotSort]
  let slotKindCount: Int
  /// What the languages are called, in all of them, folded.
  let languageNames: Set<String>
  let shorthands: Shorthands

  /// Made anew of intent files.
  public init(_ catalogue: Catalogue, schema: Schema) {
    self.init(catalogue, LexiconTables(catalogue), catalogue.meanings.map(\.meaning), schema)
  }

  /// Taken as the build left it.
  public init(_ image: LexiconImage, schema: Schema) throws(CatalogueTextError) {
    let catalogue = try Catalogue(text: image.catalogue, isLazy: true)
    // The words of a meaning stand together there.
    var meanings: [Meaning] = []
    let vocabulary = catalogue.vocabulary
    meanings.reserveCapacity(vocabulary.count)
    for place in vocabulary.indices
    where place == 0 || vocabulary[place].meaning != vocabulary[place - 1].meaning {
      meanings.append(vocabulary[place].meaning)
    }
    self.init(
      catalogue, LexiconTables(image, languages: catalogue.languages.map(\.language)), meanings, schema)
  }

  private init(_ catalogue: Catalogue, _ tables: LexiconTables, _ meanings: [Meaning], _ schema: Schema) {
    self.catalogue = catalogue
    self.schema = schema
    self.tables = tables
    routes = Routes(schema)
    recognizers = Recognizers(
      words: catalogue.languages.reduce(into: [:]) { all, language in all.merge(language.values) { $0 + $1 } })
    self.meanings = meanings
    shorthands = Shorthands(catalogue.languages)
    hyphen = tables.words.find("-")
    slots = catalogue.intents.flatMap(\.slots)
    var kinds: [SlotDefinition.Kind: Int] = [:]
    slotKinds = slots.map { slot in
      if let known = kinds[slot.kind] { return known }
      kinds[slot.kind] = kinds.count
      return kinds.count - 1
    }
    slotKindCount = kinds.count
    slotSorts = slots.map { SlotSort($0.kind) }
    var names: Set<String> = []
    for language in catalogue.languages {
      for (key, text) in language.messages where key.hasPrefix("language.") {
        if key.utf8.count == 11 { names.insert(NameKey.fold(text)) }
        if key.hasSuffix(".names") { names.formUnion(text.split(separator: "|").map { NameKey.fold(String($0)) }) }
      }
    }
    languageNames = names
  }

  var words: WordNumbers { tables.words }
  var automaton: Automaton { tables.automaton }

  /// The same words lead to the same in both.
  public func hasSameWords(as other: Lexicon) -> Bool { tables == other.tables && meanings == other.meanings }

  /// Chinese words of two characters and more, a line each, perhaps with their sounds behind them.
  var ideographs: String { tables.ideographs }

  /// Everything that stands in a sentence. One look into the gazetteer.
  func lattice(_ sentence: Sentence, gazetteer: any Gazetteer, context: RecognizerContext) throws -> Lattice {
    var lattice = grammarLattice(sentence)
    for value in recognizers.candidates(in: sentence.text, context) {
      guard let range = sentence.tokens(scalars: value.range) else { continue }
      lattice.add(LatticeEdge(end: range.upperBound, content: .value(value), corrections: 0), at: range.lowerBound)
    }
    addCodes(&lattice)
    try addNames(&lattice, gazetteer)
    try addPronouns(&lattice, gazetteer)
    return lattice
  }

  /// The words of the grammar and the vocabulary alone.
  func grammarLattice(_ sentence: Sentence) -> Lattice {
    var lattice = Lattice(sentence)
    let numbers = sentence.tokens.map { words.find($0.text) }
    for start in sentence.tokens.indices {
      tables.phrases.forEach(in: numbers, hyphen: hyphen, from: start) { end, number in
        switch LexiconTables.Entry(number) {
        case .grammar(let word):
          // "US accounts" are not ours.
          if word == .our, sentence.written(start..<end).allSatisfy(\.isUppercase) { return }
          lattice.add(LatticeEdge(end: end, content: .grammar(word), corrections: 0), at: start)
        case .cue(let act): lattice.add(act, start..<end)
        case .meaning(let meaning):
          lattice.add(LatticeEdge(end: end, content: .meaning(meanings[meaning]), corrections: 0), at: start)
        }
      }
    }
    return lattice
  }

  /// One to three letters, perhaps a hyphen, and digits: `T-501`, `q1004`.
  private func addCodes(_ lattice: inout Lattice) {
    let tokens = lattice.sentence.tokens
    for start in tokens.indices where tokens[start].sort == .word && tokens[start].text.utf8.count <= 3 {
      var next = start + 1
      if next < tokens.count, tokens[next].text == "-", !tokens[next].spaceBefore { next += 1 }
      guard next < tokens.count, tokens[next].sort == .digits, !tokens[next].spaceBefore || next == start + 1 else {
        continue
      }
      let code = tokens[start].text.uppercased() + "-" + tokens[next].text
      lattice.add(LatticeEdge(end: next + 1, content: .code(code), corrections: 0), at: start)
    }
  }

  /// A part of a name that is, or begins or ends with, a word of the language: "log", "with Jane", 合同.
  private func isOrdinary(_ lattice: Lattice, _ start: Int, _ end: Int) -> Bool {
    let tokens = lattice.sentence.tokens
    func isWord(_ index: Int) -> Bool {
      guard !tokens[index].isCapitalised else { return false }
      return tokens[index].sort == .word && words.find(tokens[index].text) >= 0 && !lattice.grammar[index].isEmpty
    }
    if end == start + 1 {
      return tokens[start].sort == .digits
        || tokens[start].sort == .word && !tokens[start].isCapitalised && words.find(tokens[start].text) >= 0
    }
    if tokens[start].sort == .ideograph {
      let isGrammar = lattice.grammar[start].contains { $0.end == end }
      return isGrammar
        || lattice.edges[start].contains { edge in
          if case .meaning = edge.content { edge.end == end } else { false }
        }
    }
    return isWord(start) || isWord(end - 1)
  }

  /// A value of a field that is a word of the grammar as well, such as the units "each" and "year", and not written as a
  /// name.
  private func isGrammarOnly(_ span: NameSpan, _ lattice: Lattice, _ start: Int, _ end: Int) -> Bool {
    guard case .category = span.target, !lattice.sentence.tokens[start].isCapitalised else { return false }
    return lattice.grammar[start].contains { $0.end == end }
  }

  /// A pronoun stands for whom the conversation was about, unless the sentence names somebody before it.
  private func addPronouns(_ lattice: inout Lattice, _ gazetteer: any Gazetteer) throws {
    for start in lattice.sentence.tokens.indices {
      for (word, pronoun) in [(GrammarWord.person, Pronoun.person), (.company, .company)] {
        guard let end = lattice.end(of: word, at: start), !isDummy(start, end, lattice),
          let record = try gazetteer.meant(by: pronoun),
          !lattice.edges[..<start].contains(where: { $0.contains { isName($0, of: record.id.kind) } })
        else { continue }
        let span = NameSpan(start..<end, .records(record.id.kind, count: 1, few: [record]), isExact: true)
        lattice.add(LatticeEdge(end: end, content: .name(span), corrections: 0), at: start)
        // Where it is known whose, that is not passed over.
        lattice.remove([.theirs, .skip, .light, .link], at: start)
      }
    }
  }

  private func isName(_ edge: LatticeEdge, of kind: KindID) -> Bool {
    guard case .name(let span) = edge.content, case .records(kind, _, _) = span.target else { return false }
    return span.isExact
  }

  /// "are there any …", "there is …".
  private func isDummy(_ start: Int, _ end: Int, _ lattice: Lattice) -> Bool {
    let words: GrammarSet = [.auxiliary, .equals]
    return lattice.sentence.tokens[start].sort == .word
      && (end < lattice.count && lattice.end(ofAny: words, at: end) != nil
        || start > 0 && lattice.end(ofAny: words, at: start - 1) == start)
  }

  private func addNames(_ lattice: inout Lattice, _ gazetteer: any Gazetteer) throws {
    var map: [Int] = []
    var tokens: [NameToken] = []
    for (index, token) in lattice.sentence.tokens.enumerated() where token.sort != .mark {
      map.append(index)
      tokens.append(NameToken(token.text, isIdeograph: token.sort == .ideograph))
    }
    for span in try gazetteer.spans(in: tokens) where !span.range.isEmpty && span.range.upperBound <= map.count {
      let start = map[span.range.lowerBound]
      let end = map[span.range.upperBound - 1] + 1
      if span.isExact ? isGrammarOnly(span, lattice, start, end) : isOrdinary(lattice, start, end) { continue }
      lattice.add(LatticeEdge(end: end, content: .name(span), corrections: 0), at: start)
    }
  }
}
