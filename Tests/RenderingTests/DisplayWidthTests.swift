import Testing

@testable import Rendering

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("晨星", 4), ("ｆｕｌｌ", 8), ("한국", 4), ("カナ", 4), ("ｶﾅ", 2),
    ("😀", 2), ("👩‍👩‍👧", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("🇩🇪", 2), ("👍🏽", 2), ("¥", 1), ("（注）", 6), ("…", 1),
    ("\u{200D}", 0), ("שלום", 4),
  ])
  func widthIsThatOfATerminal(text: String, columns: Int) { #expect(text.columns == columns) }

  @Test func paddingAlignsWideText() {
    #expect("晨星".padded(to: 6) + "|" == "晨星  |")
    #expect("12".padded(to: 4, .right) == "  12")
  }

  @Test func truncationNeverExceedsTheWidth() {
    #expect("晨星科技".truncated(to: 5) == "晨星…")
    #expect("晨星科技".truncated(to: 4) == "晨…")
    #expect("Acme rollout".truncated(to: 6) == "Acme…")
    #expect("fits".truncated(to: 4) == "fits")
  }

  @Test func textIsWrappedAtSpacesAndBesideWideCharacters() {
    #expect("one two three".wrapped(to: 8) == ["one two", "three"])
    #expect("晨星科技有限公司".wrapped(to: 6) == ["晨星科", "技有限", "公司"])
    #expect("abcdefghij".wrapped(to: 4) == ["abcd", "efgh", "ij"])
    #expect("- one two".wrapped(to: 6, indent: "  ") == ["- one", "  two"])
    #expect("a\n\nb".wrapped(to: 4) == ["a", "", "b"])
  }

  @Test func punctuationDoesNotBeginALine() {
    #expect("晨星科技，报价".wrapped(to: 8) == ["晨星科", "技，报价"])
  }
}
