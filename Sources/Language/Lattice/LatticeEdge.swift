import Model
import Recognizers

/// Something that stands in a sentence from one token to another.
struct LatticeEdge: Sendable {
  enum Content: Sendable {
    case grammar(GrammarWord)
    case meaning(Meaning)
    case value(RecognizedValue)
    case name(NameSpan)
    /// What looks like a record's own code: `T-501`, `d12`.
    case code(String)
  }

  let end: Int
  let content: Content
  /// One for each corrected letter; 0 as written.
  let corrections: Int
}

extension LatticeEdge {
  /// What may stand at a token, in few bits: where nothing of a sort does, nothing needs to be looked for.
  struct Sorts: OptionSet {
    let rawValue: UInt8
    static let noun = Sorts(rawValue: 1)
    static let field = Sorts(rawValue: 2)
    static let meaning = Sorts(rawValue: 4)
    static let time = Sorts(rawValue: 8)
    /// Money, a number, a percentage or a length of time.
    static let figure = Sorts(rawValue: 16)
    static let name = Sorts(rawValue: 32)
    static let code = Sorts(rawValue: 64)
    static let ordinal = Sorts(rawValue: 128)
  }
}

extension LatticeEdge.Content {
  var sorts: LatticeEdge.Sorts {
    switch self {
    case .grammar: []
    case .meaning(.noun): [.meaning, .noun]
    case .meaning(.field): [.meaning, .field]
    case .meaning: .meaning
    case .name: .name
    case .code: .code
    case .value(let value):
      switch value.payload {
      case .time: .time
      case .money, .number, .percent, .duration: .figure
      case .ordinal: .ordinal
      default: []
      }
    }
  }
}
