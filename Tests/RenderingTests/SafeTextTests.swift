import Testing

@testable import Rendering

@Suite struct SafeTextTests {
  @Test func escapeSequencesCannotReachATerminal() {
    #expect("red \u{1B}[31malert\u{1B}[0m".safe == "red \u{FFFD}[31malert\u{FFFD}[0m")
    #expect("\u{9B}31m".safe == "\u{FFFD}31m")
    #expect("bell\u{7}, delete\u{7F}".safe == "bell\u{FFFD}, delete\u{FFFD}")
  }

  @Test func textCannotBeReordered() {
    #expect("gpj.\u{202E}exe\u{202C} \u{2066}x\u{2069}".safe == "gpj.exe x")
  }

  @Test func ordinaryTextStays() {
    for text in ["Acme “rollout” – £5, 12 % é", "晨星科技，报价 ¥20万", "שלום", "👩‍👩‍👧 🇩🇪", "two\nlines"] {
      #expect(text.safe == text)
    }
  }

  @Test func everyLineEndBecomesANewline() {
    #expect("a\r\nb\u{2028}c\td\re".safe == "a\nb\nc d e")
    #expect("a\r\nb".safeLine == "a b")
  }
}
