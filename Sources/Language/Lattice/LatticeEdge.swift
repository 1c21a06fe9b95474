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
