import Model
import Values

/// What the words of a catalogue are compiled to. Made of the intent files at build time, so that the program only has
/// to read numbers; made at start where a person's own files are laid over them.
struct LexiconTables: Sendable {
  /// What a phrase is, as a number: the grammar words, the speech acts, and then the meanings of the vocabulary.
  enum Entry {
    case grammar(GrammarWord)
    case cue(SpeechAct)
    case meaning(Int)

    private static let grammarCount = Int32(GrammarWord.allCases.count)
    private static let actCount = Int32(SpeechAct.allCases.count)

    init(_ number: Int32) {
      if number < Entry.grammarCount {
        self = .grammar(GrammarWord.allCases[Int(number)])
      } else if number < Entry.grammarCount + Entry.actCount {
        self = .cue(SpeechAct.allCases[Int(number - Entry.grammarCount)])
      } else {
        self = .meaning(Int(number - Entry.grammarCount - Entry.actCount))
      }
    }

    static func number(of word: GrammarWord) -> Int32 { Int32(GrammarWord.allCases.firstIndex(of: word) ?? 0) }
    static func number(of act: SpeechAct) -> Int32 { grammarCount + Int32(SpeechAct.allCases.firstIndex(of: act) ?? 0) }
    static func number(ofMeaning index: Int) -> Int32 { grammarCount + actCount + Int32(index) }
  }

  let words: WordNumbers
  let phrases: PhraseTrie
  let automaton: Automaton
  /// Chinese words of two characters and more, a line each: for words that only sound or look like them. Where they
  /// were compiled, their sounds stand behind them.
  let ideographs: String

  init(_ catalogue: Catalogue) {
    var builder = LexiconBuilder(catalogue)
    builder.addGrammar()
    builder.addVocabulary()
    builder.addTemplates()
    words = builder.words
    phrases = builder.phrases.trie
    automaton = builder.automaton.automaton(words: builder.words.count)
    ideographs = builder.ideographs.sorted().joined(separator: "\n")
  }

  init(_ image: LexiconImage, languages: [LanguageCode]) {
    var numbers = NumberReader(image.numbers)
    words = WordNumbers(letters: image.words, &numbers)
    phrases = PhraseTrie(&numbers)
    automaton = Automaton(&numbers, languages: languages)
    ideographs = image.ideographs
  }
}

extension LexiconTables: Equatable {
  static func == (left: LexiconTables, right: LexiconTables) -> Bool {
    left.words == right.words && left.phrases == right.phrases && left.automaton == right.automaton
      && HomophoneTable.lines(left.ideographs) == HomophoneTable.lines(right.ideographs)
  }
}

/// A lexicon as the build leaves it in the program: texts that are read at start without being understood again.
public struct LexiconImage: Sendable {
  /// `Catalogue.spoken`, as its text.
  public let catalogue: String
  let words: String
  let ideographs: String
  let numbers: NumberStore
  /// What `numbers` was made of, where it was.
  private let numbersText: String

  /// The numbers are read where they lie.
  public init(catalogue: String, words: String, ideographs: String, numbers: StaticString) {
    self.catalogue = catalogue
    self.words = words
    self.ideographs = ideographs
    self.numbers = NumberStore(numbers)
    numbersText = ""
  }

  /// The image of a catalogue; `Lexicon(image)` is then the same as `Lexicon(catalogue)`.
  public init(_ catalogue: Catalogue) {
    let tables = LexiconTables(catalogue)
    var numbers = NumberWriter()
    words = tables.words.write(into: &numbers)
    tables.phrases.write(into: &numbers)
    tables.automaton.write(into: &numbers, languages: catalogue.languages.map(\.language))
    self.catalogue = catalogue.spoken.text
    ideographs = HomophoneTable.lines(tables.ideographs)
    self.numbers = NumberStore(numbers.text)
    numbersText = numbers.text
  }

  /// The texts by the names under which they lie in the program.
  public var parts: [(name: String, text: String)] {
    [("spoken", catalogue), ("words", words), ("ideographs", ideographs), ("numbers", numbersText)]
  }
}

extension Catalogue {
  /// What remains to be known of a catalogue whose words are compiled: its intents without their templates and tests,
  /// each meaning once a language, and what the program says.
  public var spoken: Catalogue {
    var result = self
    for index in result.intents.indices {
      for place in result.intents[index].texts.indices {
        result.intents[index].texts[place].sentences = []
        result.intents[index].texts[place].tests = []
        result.intents[index].texts[place].not = []
      }
    }
    for index in result.languages.indices {
      result.languages[index].grammar = [:]
      result.languages[index].rules = [:]
      result.languages[index].cues = [:]
    }
    result.vocabulary = meanings.flatMap { meaning, entries in
      var seen: Set<LanguageCode> = []
      return entries.filter { seen.insert($0.language).inserted }
    }
    return result
  }

  /// Each meaning of the vocabulary, in the order in which they come first, with its words.
  var meanings: [(meaning: Meaning, entries: [VocabularyEntry])] {
    var places: [Meaning: Int] = [:]
    var found: [(meaning: Meaning, entries: [VocabularyEntry])] = []
    for entry in vocabulary {
      if let last = found.last, last.meaning == entry.meaning {
        found[found.count - 1].entries.append(entry)
      } else if let place = places[entry.meaning] {
        found[place].entries.append(entry)
      } else {
        places[entry.meaning] = found.count
        found.append((entry.meaning, [entry]))
      }
    }
    return found
  }
}
