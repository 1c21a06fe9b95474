import Model
import Recognizers
import Values

/// All words of a catalogue, ready to be found in a sentence. Made once, shared by all sentences.
public struct Lexicon: Sendable {
  enum Entry: Sendable {
    case grammar(GrammarWord)
    case meaning(Meaning)
    case cue(SpeechAct)
  }

  let catalogue: Catalogue
  public let schema: Schema
  let routes: Routes
  let recognizers = Recognizers()
  private(set) var words = WordNumbers()
  private var phrases = PhraseTable<Entry>()
  private(set) var automaton = Automaton()
  private let hyphen: Int32
  /// Chinese words of two characters and more, for words that only sound like them.
  private(set) var ideographWords: Set<String> = []
  /// What the languages are called, in all of them, folded.
  private(set) var languageNames: Set<String> = []

  public init(_ catalogue: Catalogue, schema: Schema) {
    self.catalogue = catalogue
    self.schema = schema
    routes = Routes(schema)
    hyphen = words.number("-")
    for language in catalogue.languages {
      for (word, all) in language.grammar.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        for phrase in all {
          phrases.add(phrase, .grammar(word), words: &words)
          note(phrase)
        }
      }
      for (act, patterns) in language.cues.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        for phrase in patterns.flatMap(PhrasePattern.phrases) { phrases.add(phrase, .cue(act), words: &words) }
      }
      for (key, text) in language.messages where key.hasPrefix("language.") && key.utf8.count == 11 {
        languageNames.insert(NameKey.fold(text))
      }
    }
    for entry in catalogue.vocabulary {
      phrases.add(entry.phrase, .meaning(entry.meaning), words: &words)
      note(entry.phrase)
    }
    let rules = Dictionary(
      catalogue.languages.map { ($0.language, $0.rules) }, uniquingKeysWith: { first, _ in first })
    for (index, intent) in catalogue.intents.enumerated() {
      for texts in intent.texts {
        for (place, template) in texts.sentences.enumerated() {
          automaton.add(
            template, intent: index, place: place, language: texts.language, rules: rules[texts.language] ?? [:],
            definition: intent, words: &words)
        }
      }
    }
  }

  private mutating func note(_ phrase: String) {
    guard let first = phrase.unicodeScalars.first, NameKey.isIdeograph(first) else { return }
    if phrase.unicodeScalars.count > 1, phrase.unicodeScalars.allSatisfy(NameKey.isIdeograph) {
      ideographWords.insert(phrase)
    }
  }

  /// Everything that stands in a sentence. One look into the gazetteer.
  func lattice(_ sentence: Sentence, gazetteer: any Gazetteer, context: RecognizerContext) throws -> Lattice {
    var lattice = grammarLattice(sentence)
    for value in recognizers.candidates(in: sentence.text, context) {
      guard let range = sentence.tokens(scalars: value.range) else { continue }
      lattice.add(LatticeEdge(end: range.upperBound, content: .value(value), corrections: 0), at: range.lowerBound)
    }
    addCodes(&lattice)
    try addNames(&lattice, gazetteer)
    return lattice
  }

  /// The words of the grammar and the vocabulary alone.
  func grammarLattice(_ sentence: Sentence) -> Lattice {
    var lattice = Lattice(sentence)
    let numbers = sentence.tokens.map { words.find($0.text) }
    for start in sentence.tokens.indices {
      phrases.forEach(in: numbers, hyphen: hyphen, from: start) { end, entry in
        switch entry {
        case .grammar(let word):
          // "US accounts" are not ours.
          if word == .our, sentence.written(start..<end).allSatisfy(\.isUppercase) { return }
          lattice.add(LatticeEdge(end: end, content: .grammar(word), corrections: 0), at: start)
        case .cue(let act): lattice.add(act, start..<end)
        case .meaning(let meaning):
          lattice.add(LatticeEdge(end: end, content: .meaning(meaning), corrections: 0), at: start)
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
