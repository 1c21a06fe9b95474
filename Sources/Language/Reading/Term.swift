import Model
import Recognizers

/// What fills a slot: still as it was said, not yet looked up or resolved.
public indirect enum Term: Sendable {
  /// Records, as a description.
  case set(SetReading)
  /// A name that nobody has.
  case unknown(String)
  case value(RecognizedValue)
  /// The fields that the word may stand for.
  case field([Meaning])
  case kind(KindID)
  case text(String)
  /// Words that a field is to hold, with all that they may stand for.
  case words(Words)

  /// Words that nothing knows.
  var isStrange: Bool {
    guard case .words(let words) = self else { return false }
    return words.values.isEmpty && words.meanings.isEmpty && words.names.isEmpty && !words.isSpeaker
  }

  /// A record's own name and a description of it besides, which whoever means one record seldom says.
  var isOverdone: Bool {
    guard case .set(let set) = self else { return false }
    return set.isDescribed && set.names.contains { $0.kind == set.query.kind }
  }

  public struct Words: Sendable {
    public let text: String
    public let values: [RecognizedValue]
    public let meanings: [Meaning]
    public let names: [NameSpan]
    /// "me", 我.
    public let isSpeaker: Bool
  }
}
