extension EnglishWords {
  static let numbers: [WordList] =
    smallNumbers + shares + [
      WordList(.tens(20), "twenty"), WordList(.tens(30), "thirty"), WordList(.tens(40), "forty, fourty"),
      WordList(.tens(50), "fifty"), WordList(.tens(60), "sixty"), WordList(.tens(70), "seventy"),
      WordList(.tens(80), "eighty"), WordList(.tens(90), "ninety"),
      WordList(.hundred, "hundred, hundreds"),
      WordList(.scale(1000), "thousand, k, thousands"),
      WordList(.scale(1_000_000), "million, millions, mil, mio, mm, m, mln"),
      WordList(.scale(1_000_000_000), "billion, billions, bn, bln, b"),
      WordList(.scale(1_000_000_000_000), "trillion, trillions, tn"),
      WordList(.scale(100_000), "lakh, lakhs, lac"), WordList(.scale(10_000_000), "crore, crores"),
      WordList(.grand, "grand"), WordList(.halfPrice, "half off, half price, half-price"),
      WordList(.dozen, "dozen, dozens"),
      WordList(.half, "half"),
      WordList(.article, "a, an"),
      WordList(.and, "and, &"),
      WordList(.point, "point"),
      WordList(.minus, "minus, negative"),
      WordList(.zeroLetter, "oh, o"),
      WordList(.few(3), "few, a few, several, some"),
      WordList(.few(2), "couple, a couple, couple of, a couple of"),
    ]

  private static let smallNumbers: [WordList] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ].enumerated().map { WordList(.small($0.offset), $0.element) }

  private static let shares: [WordList] = [
    WordList(.shares(2), "halves"), WordList(.shares(3), "thirds"), WordList(.shares(4), "fourths"),
    WordList(.shares(5), "fifths"), WordList(.shares(6), "sixths"), WordList(.shares(7), "sevenths"),
    WordList(.shares(8), "eighths"), WordList(.shares(9), "ninths"), WordList(.shares(10), "tenths"),
    WordList(.shares(12), "twelfths"), WordList(.shares(20), "twentieths"), WordList(.shares(100), "hundredths"),
    WordList(.shares(1000), "thousandths"),
  ]

  static let ordinals: [WordList] =
    [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
      "twentieth",
    ].enumerated().map { WordList(.ordinal($0.offset + 1), $0.element) } + [
      WordList(.ordinal(30), "thirtieth"), WordList(.ordinal(40), "fortieth"), WordList(.ordinal(50), "fiftieth"),
      WordList(.ordinal(60), "sixtieth"), WordList(.ordinal(70), "seventieth"), WordList(.ordinal(80), "eightieth"),
      WordList(.ordinal(90), "ninetieth"), WordList(.ordinal(100), "hundredth"), WordList(.ordinal(1000), "thousandth"),
      WordList(.ordinalSuffix, "st, nd, rd, th"),
      WordList(.lastOrdinal(-1), "last, final, bottom one"),
      WordList(.lastOrdinal(-2), "penultimate, second to last, next to last, last but one, second last"),
      WordList(.lastOrdinal(-3), "antepenultimate, third to last, third last"),
      WordList(.beforeLast, "the one before the last, one before the last, the one before last, one before last"),
      WordList(.fromEnd, "to last, to the last, from last, from the last, from the end, from the bottom"),
    ]

  static let answers: [WordList] = [
    WordList(
      .yes,
      """
      yes, yeah, yep, yup, sure, ok, okay, y, agreed, agree, correct, right, absolutely, definitely, certainly, of course, \
      go ahead, do it, please do, yes please, confirm, confirmed, true, affirmative, sounds good, by all means, sure thing, 👍, 👌, ✅, sounds great, go for it, yes sir, aye, ya, yea, yah, that works, \
      that's right, that is right, perfect, fine, please, works for me, why not, of course yes, exactly, you bet, indeed
      """),
    WordList(
      .no,
      """
      no, nope, nah, n, no thanks, no way, don't, do not, not now, never mind, cancel, wrong, false, negative, not ok, \
      not okay, no thank you, rather not, better not, 👎, ❌, not at all, absolutely not, definitely not, no no, noo, \
      nay, not really, of course not, certainly not, please don't, hold off, forget it, stop
      """),
    WordList(
      .phoneCue,
      "phone, tel, telephone, mobile, cell, cellphone, call, number, fax, phone number, ring, dial, ph, whatsapp"),
    WordList(.phoneExtension, "ext, extension, x"),
  ]
}
