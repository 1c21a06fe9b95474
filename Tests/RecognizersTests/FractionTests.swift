import Recognizers
import Testing
import Values

@Suite("Fractions, decimals and numbers as they are spoken")
struct FractionTests {
  @Test(
    "English",
    arguments: [
      ("two thirds", "number 0.666666666"), ("three fifths of the seats", "number 0.6"),
      ("a third of them", "number 0.333333333"),
      ("one eighth", "number 0.125"), ("five and a quarter", "number 5.25"), ("forty and two fifths", "number 40.4"),
      ("two and a half", "number 2.5"), ("3 and a half", "number 3.5"), ("3 1/2", "number 3.5"),
      ("one point five million", "number 1500000"), ("two point seventy-five", "number 2.75"), ("at .5", "number 0.5"),
      ("negative three", "number -3"), ("minus 5.5", "number -5.5"), ("half a dozen", "number 6"),
      ("3 dozen", "number 36"),
      ("4 thousand 3 hundred", "number 4300"), ("3 million 200 thousand", "number 3200000"),
      ("seventeen hundred", "number 1700"), ("12,34,567", "number 1234567"), ("1 250 000", "number 1250000"),
      ("two lakh", "number 200000"), ("three crore", "number 30000000"), ("5 M", "number 5000000"),
    ])
  func english(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Chinese",
    arguments: [
      ("三分之二", "number 0.666666666"), ("四分之三的客户", "number 0.75"), ("3分之1", "number 0.333333333"),
      ("五又二分之一", "number 5.5"), ("一点五万", "number 15000"), ("负三点五", "number -3.5"), ("一千零一", "number 1001"),
      ("一亿两千万", "number 120000000"), ("三万五", "number 35000"), ("二十多万", "number 200000"), ("百八十万", "number 1800000"),
    ])
  func chinese(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence, .chinese) == [expected])
  }

  @Test(
    "Words that only sound like numbers",
    arguments: [
      "a third party", "one thousandth time lucky", "the fifth element of style", "一千零一夜", "几十万", "五花八门", "三心二意", "万一",
      "十分满意", "一半",
    ])
  func negatives(_ sentence: String) {
    let numbers = Recognizers().values(in: sentence, Corpus.context()).filter { $0.kind == .number }
    #expect(numbers == [])
  }

  @Test(
    "Ranks from either end",
    arguments: [
      ("fourth to last", "ordinal -4"), ("the 2nd from the bottom", "ordinal -2"),
      ("the one before the last", "ordinal -2"),
      ("second to last", "ordinal -2"), ("two hundredth", "ordinal 200"), ("one hundred and first", "ordinal 101"),
      ("the thirty-third", "ordinal 33"), ("倒数第四", "ordinal -4"), ("倒数第二个", "ordinal -2"), ("第二十一个", "ordinal 21"),
    ])
  func ranks(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Money with its small change and its currency's name",
    arguments: [
      ("3 dollars and 20 cents", "money 3.2 USD"), ("15 dollars 50", "money 15.5 USD"),
      ("three dollars twenty", "money 3.2 USD"),
      ("$.99", "money 0.99 USD"), ("12,34,567 rupees", "money 1234567 INR"), ("10 $", "money 10 USD"),
      ("900 danish krone", "money 900 DKK"), ("40 shekels", "money 40 ILS"), ("2 million naira", "money 2000000 NGN"),
      ("PHP 1200", "money 1200 PHP"), ("五毛", "money 0.5 CNY"), ("五分钱", "money 0.05 CNY"), ("3块5", "money 3.5 CNY"),
      ("三元五角二分", "money 3.52 CNY"), ("一百五十元整", "money 150 CNY"), ("人民币五万元", "money 50000 CNY"),
      ("两百新西兰元", "money 200 NZD"),
      ("HK$300", "money 300 HKD"), ("五万林吉特", "money 50000 MYR"),
    ])
  func money(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Shares in words",
    arguments: [
      ("half off", "percent 50"), ("minus 5 percent", "percent -5"), ("a 15-percent discount", "percent 15"),
      ("半价", "percent 50"),
      ("百分之百", "percent 100"), ("七成五", "percent 75"), ("千分之五", "percent 0.5"), ("八五折", "percent 15"),
      ("10个点", "percent 10"),
    ])
  func shares(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test("A currency without an amount is no amount", arguments: ["dollars", "in euros", "人民币", "用美元结算"])
  func bareCurrency(_ sentence: String) {
    #expect(Corpus.found(sentence) == [])
  }
}
