import Values

/// What a value depends on besides its words: the clock, the languages, the money.
public struct RecognizerContext: Sendable {
  /// The speaker's clock; only `json` and `values` need it, candidates stay symbolic.
  public var now: Moment
  /// The speaker's own language first. All languages are always read, since sentences mix them.
  public var languages: [LanguageCode]
  /// What `$` means to someone who counts in another dollar, and what an amount without a sign is shown in.
  public var currency: Currency
  /// The month, 1 to 12, in which the fiscal year starts. Quarters named without "fiscal" are the calendar's.
  public var fiscalYearStart: Int

  public init(
    now: Moment, languages: [LanguageCode] = [.english, .chinese], currency: Currency = .usd, fiscalYearStart: Int = 1
  ) {
    self.now = now
    self.languages = languages
    self.currency = currency
    self.fiscalYearStart = fiscalYearStart
  }
}
