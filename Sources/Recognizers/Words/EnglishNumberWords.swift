extension EnglishWords {
  static let numbers: [WordList] =
    smallNumbers + [
      WordList(.tens(20), "twenty"), WordList(.tens(30), "thirty"), WordList(.tens(40), "forty, fourty"),
      WordList(.tens(50), "fifty"), WordList(.tens(60), "sixty"), WordList(.tens(70), "seventy"),
      WordList(.tens(80), "eighty"), WordList(.tens(90), "ninety"),
      WordList(.hundred, "hundred, hundreds"),
      WordList(.scale(1000), "thousand, k, thousands"),
      WordList(.scale(1_000_000), "million, millions, mil, mio, mm, m, mln"),
      WordList(.scale(1_000_000_000), "billion, billions, bn, bln, b"),
      WordList(.scale(1_000_000_000_000), "trillion, trillions, tn"),
      WordList(.grand, "grand"),
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

  static let ordinals: [WordList] =
    [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
      "twentieth",
    ].enumerated().map { WordList(.ordinal($0.offset + 1), $0.element) } + [
      WordList(.ordinal(30), "thirtieth"), WordList(.ordinal(40), "fortieth"), WordList(.ordinal(50), "fiftieth"),
      WordList(.ordinalSuffix, "st, nd, rd, th"),
      WordList(.lastOrdinal(-1), "last, final, bottom one"),
      WordList(.lastOrdinal(-2), "penultimate, second to last, next to last, last but one, second last"),
      WordList(.lastOrdinal(-3), "antepenultimate, third to last, third last"),
    ]

  static let answers: [WordList] = [
    WordList(
      .yes,
      """
      yes, yeah, yep, yup, sure, ok, okay, y, agreed, agree, correct, right, absolutely, definitely, certainly, of course, \
      go ahead, do it, please do, yes please, confirm, confirmed, true, affirmative, sounds good, by all means, sure thing
      """),
    WordList(
      .no,
      """
      no, nope, nah, n, no thanks, no way, don't, do not, not now, never mind, cancel, wrong, false, negative, not ok, \
      not okay, no thank you, rather not, better not
      """),
    WordList(
      .phoneCue,
      "phone, tel, telephone, mobile, cell, cellphone, call, number, fax, phone number, ring, dial, ph, whatsapp"),
    WordList(.phoneExtension, "ext, extension, x"),
  ]
}
