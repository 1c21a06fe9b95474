/// Finds the dates, times, amounts and other values in a sentence, in every language it knows at once.
public struct Recognizers: Sendable {
  public init() {}

  /// Every plausible reading, overlapping ones too, by start and then by length, longest first.
  public func candidates(in text: String, _ context: RecognizerContext) -> [RecognizedValue] { [] }

  /// Values that do not overlap: the longest wins, then the more specific kind.
  public func values(in text: String, _ context: RecognizerContext) -> [RecognizedValue] { [] }

  /// `values` as one JSON array on one line, resolved at the context's clock, in the form of the bot protocol.
  public func json(in text: String, _ context: RecognizerContext) -> String { "[]" }
}
