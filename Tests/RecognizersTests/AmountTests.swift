import Recognizers
import Testing
import Values

@Suite("Numbers, money, shares and ranks")
struct AmountTests {
  @Test(
    "Numbers in digits and words",
    arguments: [
      ("over 20k", "number 20000"), ("1.2m", "number 1200000"), ("2.5 million", "number 2500000"),
      ("1,234,567.89", "number 1234567.89"),
      ("twenty-five thousand", "number 25000"), ("one thousand three", "number 1003"), ("a dozen", "number 12"),
      ("a hundred and fifty", "number 150"), ("two and a half million", "number 2500000"),
      ("half a million", "number 500000"),
      ("seats: 40", "number 40"), ("change it to -75k", "number -75000"),
    ])
  func englishNumbers(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Chinese numerals",
    arguments: [
      ("50万以上", "number 500000"), ("二十万五千", "number 205000"), ("1.2亿", "number 120000000"), ("三千五", "number 3500"),
      ("一百五十万", "number 1500000"), ("一万零五十", "number 10050"), ("3套", "number 3"), ("两台", "number 2"),
      ("７万５千", "number 75000"),
      ("壹佰伍拾", "number 150"), ("负三十二", "number -32"),
    ])
  func chineseNumbers(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence, .chinese) == [expected])
  }

  @Test(
    "Money with its currency",
    arguments: [
      ("worth $24k", "money 24000 USD"), ("24 grand", "money 24000 -"), ("USD 24,000", "money 24000 USD"),
      ("650 usd", "money 650 USD"),
      ("€1.2m", "money 1200000 EUR"), ("£99.50", "money 99.50 GBP"), ("¥5000", "money 5000 CNY"),
      ("5000元", "money 5000 CNY"),
      ("五千块", "money 5000 CNY"), ("50万元", "money 500000 CNY"), ("30 bucks", "money 30 USD"),
      ("three thousand dollars", "money 3000 USD"),
      ("5 dollars and 50 cents", "money 5.5 USD"), ("三块五毛", "money 3.5 CNY"), ("200万美元", "money 2000000 USD"),
      ("１００欧元", "money 100 EUR"), ("$2 million", "money 2000000 USD"),
    ])
  func money(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test("A dollar sign is the speaker's own dollar")
  func ownDollar() {
    let context = RecognizerContext(now: Corpus.now, currency: Currency("CAD") ?? .usd)
    let values = Recognizers().values(in: "$40", context)
    #expect(values.map { Corpus.describe($0) } == ["money 40 CAD"])
  }

  @Test("An amount without a sign is offered as number and as money")
  func bareAmount() {
    let kinds = Recognizers().candidates(in: "worth 50k", Corpus.context()).map(\.kind)
    #expect(kinds.contains(.number) && kinds.contains(.money))
  }

  @Test(
    "Shares; a Chinese discount is what is taken off",
    arguments: [
      ("at 10% off", "percent 10"), ("5 percent", "percent 5"), ("百分之十", "percent 10"), ("打九折", "percent 10"),
      ("打95折", "percent 5"),
      ("九五折", "percent 5"), ("8.5折", "percent 15"), ("三成", "percent 30"), ("对折", "percent 50"),
      ("2.5个百分点", "percent 2.5"),
    ])
  func percents(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Ranks",
    arguments: [
      ("the second one", "ordinal 2"), ("the first", "ordinal 1"), ("3rd", "ordinal 3"),
      ("the twenty-first one", "ordinal 21"),
      ("the last one", "ordinal -1"), ("the last but one", "ordinal -2"), ("第二个", "ordinal 2"), ("最后一个", "ordinal -1"),
    ])
  func ordinals(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Telephone numbers, addresses and answers",
    arguments: [
      ("phone 212 555 0190", "phone 212 555 0190"), ("+1 212 555 0190 is calling", "phone +1 212 555 0190"),
      ("电话 021-55500200", "phone 021-55500200"), ("手机13805550188", "phone 13805550188"),
      ("+49 30 5550 0190", "phone +49 30 5550 0190"),
      ("(212) 555-0190", "phone (212) 555-0190"), ("幺三八零五五五零幺八八", "phone 13805550188"),
      ("mail Ana.Ruiz@acme.example", "email Ana.Ruiz@acme.example"),
      ("see https://Acme.example/a?b=1.", "url https://Acme.example/a?b=1"), ("website acme.com", "url acme.com"),
      ("yes", "boolean true"), ("No, thanks", "boolean false"), ("好的", "boolean true"), ("不行", "boolean false"),
    ])
  func contacts(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }
}
