/// A piece of a sentence that is matched as one: a run of letters, a run of digits, one ideograph or one other mark.
public struct Token: Sendable, Hashable {
  public enum Sort: UInt8, Sendable { case word, digits, ideograph, mark }

  /// Folded (`NameKey.fold`); typographic apostrophes, quotes and dashes are plain ones.
  public let text: String
  public let sort: Sort
  /// In Unicode scalars of the original text, half-open.
  public let range: Range<Int>
  /// White space stands before it (or it is the first).
  public let spaceBefore: Bool
  /// It begins with an upper-case letter where it is written.
  public let isCapitalised: Bool
}
