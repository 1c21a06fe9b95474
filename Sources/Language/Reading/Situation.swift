import Recognizers
import Values

extension Engine.Situation {
  /// For who only knows when a sentence is said, and in what language.
  public init(now: Moment, language: LanguageCode) {
    self.init(values: RecognizerContext(now: now, languages: [language], currency: language == .chinese ? .cny : .usd))
  }
}
