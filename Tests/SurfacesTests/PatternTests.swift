import Testing

@testable import Surfaces

@Suite struct PatternTests {
  @Test(arguments: [
    ("plain", "plain"), ("a [..] b", "a  b"), ("[..]Initech[..]", "the Initech pilot"), ("[..]", ""),
    ("closed [date].", "closed 2026-11-23."), ("by [date]", "by Mon, November 23, 2026"), ("by [date]", "by 23 Nov"),
    ("by [date]", "by Friday"), ("[date]前", "11月23日（周一）前"), ("[date]", "2026年11月23日"), ("at [time]", "at 09:30"),
    ("at [time]", "at 9:30 AM"), ("is [money].", "is $12,500.00."), ("[money]", "12500.00 USD"),
    ("[money]", "¥200,000"),
    ("[money]", "-€5.00"), ("[not] a wildcard", "[not] a wildcard"), ("[date] is literal", "[date] is literal"),
    ("1+1=2? (yes) *", "1+1=2? (yes) *"), ("晨星 [..] 报价", "晨星 ERP 报价"),
  ])
  func matches(expected: String, line: String) {
    #expect(Pattern().match([expected], [line]) != nil)
  }

  @Test(arguments: [
    ("plain", "plain "), ("closed [date].", "closed soon."), ("[money]", "much"), ("at [time]", "at 9"), ("a.c", "abc"),
    ("[..]b", "bc"), ("[date]", "2026-11-23 or so"),
  ])
  func doesNotMatch(expected: String, line: String) {
    #expect(Pattern().match([expected], [line]) == nil)
  }

  @Test func dotsAloneAreAnyNumberOfLines() {
    #expect(Pattern().match(["a", "...", "d"], ["a", "b", "c", "d"]) != nil)
    #expect(Pattern().match(["a", "...", "d"], ["a", "d"]) != nil)
    #expect(Pattern().match(["..."], []) != nil)
    #expect(Pattern().match(["a", "...", "d"], ["a", "b"]) == nil)
    #expect(Pattern().match(["a"], ["a", "b"]) == nil)
  }

  @Test func anIdentifierIsTheSameWhereItIsUsedAgain() {
    let names = Pattern().match(["[id:deal] is new, owner [id:user]"], ["D-12 is new, owner U-3"])
    #expect(names == ["deal": "D-12", "user": "U-3"])
    let pattern = Pattern(names: names ?? [:])
    #expect(pattern.resolved("show $deal and $nothing") == "show D-12 and $nothing")
    #expect(pattern.match(["$deal is won"], ["D-12 is won"]) != nil)
    #expect(pattern.match(["$deal is won"], ["D-13 is won"]) == nil)
    #expect(pattern.match(["[id:deal] is won"], ["D-13 is won"]) == nil)
  }

  @Test func aPartIsFoundInALineOrAcrossItsEnd() {
    #expect(Pattern().isFound("worth [money]", in: ["it is", "worth $5.00 now"]))
    #expect(Pattern().isFound("is worth", in: ["it is", "worth it"]))
    #expect(!Pattern().isFound("worthless", in: ["it is", "worth it"]))
  }

  @Test func aDiffShowsWhatDiffersAndKeepsWildcards() {
    let diff = LineDiff(expected: ["on [date]", "old", "end"], actual: ["on Friday", "new", "more", "end"]) {
      Pattern().matchesLine($0, $1)
    }
    #expect(diff.text == "   on [date]\n  -old\n  +new\n  +more\n   end")
    #expect(diff.blessed == ["on [date]", "new", "more", "end"])
  }
}
